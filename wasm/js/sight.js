import { FEWEST_DIGITS, QUICK_CLEAN, QUICK_FINE, QUICK_PLAIN, QUICK_SIP, TARGET, TEXT } from './vocabulary.js';
import { isWellFormed } from './wellFormed.js';

/*
 * What most texts are shows at first sight, by patterns that Rust gives out: nothing of them has to go into the module.
 * undefined where it does not show.
 */

/** Lengths beyond which the quick patterns are not tried: they would only delay the module's own look. */
const QUICK_LENGTH = 256;

export function textAtSight(text) {
    return QUICK_FINE.test(text) ? TEXT.Fine : undefined;
}

export function targetAtSight(text) {
    if (text.length > QUICK_LENGTH) {
        return undefined;
    }
    return QUICK_PLAIN.test(text) ? TARGET.Fine : QUICK_SIP.test(text) ? TARGET.Sip : undefined;
}

/** Whether a text certainly holds no card number, and is Unicode. */
export function isClean(text) {
    return text.length < FEWEST_DIGITS ? isWellFormed(text) : text.length <= QUICK_LENGTH && QUICK_CLEAN.test(text);
}
