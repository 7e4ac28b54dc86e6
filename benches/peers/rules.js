/*
 * What every contender checks of a message, with no less of it and in the same words about the place:
 *
 * - the message is an object of `type` and `data`; `type` is one of the three documented ones;
 * - `id` and `flowId` are text that is not blank, of whole characters, of at most 256 KiB in UTF-8;
 * - `action` is one of nine. The two transfers need `participantContext` and no other action may have it; `secureSession`
 *   needs `secureSessionContext` and no other action may have it; the other two types may have neither;
 * - `transferTarget` is text encoded with encodeURIComponent, once, behind a literal `sip:` or none; an agent or a queue
 *   has no `sip:`; one that looks encoded twice is warned of. `transferTargetType` is one of three;
 * - `userData` is text, may be empty, and holds no card number: 13 to 19 digits that pass the Luhn check, in groups or not;
 *   `disconnect` is true, false or left out;
 * - `attributes` is an object; every value is text of whole characters, a finite number, true or false; a card number in
 *   one, or none at all, is warned of;
 * - a property that the documents do not know is warned of, wherever it stands;
 * - all problems are told, not the first, each with its place and a sentence.
 *
 * Patchbay does more, and is timed with it: other letter case is mended, a misspelt name is met with the one that was
 * meant, a target with its right encoding. The rules that no schema language has words for stand here, and all peers
 * share them.
 */
const MAX_TEXT = 256 * 1024;

export const TYPES = [
    'PureCloud.Interaction.updateState',
    'PureCloud.Interaction.addCustomAttributes',
    'PureCloud.User.updateStatus'
];
export const [UPDATE_STATE, ADD_CUSTOM_ATTRIBUTES, UPDATE_STATUS] = TYPES;
export const SIMPLE_ACTIONS = ['pickup', 'disconnect', 'hold', 'mute', 'securePause', 'concludeTransfer'];
export const TRANSFERS = ['blindTransfer', 'consultTransfer'];
export const SECURE_SESSION = 'secureSession';
export const TARGET_TYPES = ['userId', 'queueId', 'address'];

const ID = /^[A-Za-z0-9-]{1,64}$/;
const BLANK = /^[\s\u0085]*$/;

/** Text of whole characters that is not longer than what is judged. */
export function isWhole(text) {
    return text.isWellFormed() && (text.length * 3 <= MAX_TEXT || new TextEncoder().encode(text).length <= MAX_TEXT);
}

/** The same, and not blank. */
export function isText(text) {
    return ID.test(text) || (!BLANK.test(text) && isWhole(text));
}

const READY = /^(?:sip:)?(?:[A-Za-z0-9\-_.!~*'()]|%2[0-46-9A-F])+$/;
const PREFIX = /^sip:/i;

/** Encoded with encodeURIComponent, behind a literal `sip:` or none. */
export function isEncoded(target) {
    if (READY.test(target)) {
        return true;
    }
    const text = target.replace(PREFIX, '');
    const decoded = decode(text);
    return decoded !== null && !BLANK.test(text) && isWhole(target) && (text !== target || !PREFIX.test(decoded));
}

/** Encoded once: what it decodes to is not encoded itself. */
export function isEncodedOnce(target) {
    if (!target.includes('%25')) {
        return true;
    }
    const decoded = decode(target.replace(PREFIX, ''));
    return decoded === null || !decoded.includes('%') || decode(decoded) === null;
}

export function hasPrefix(target) {
    return PREFIX.test(target);
}

/** What an encoding of text decodes to, null for what encodeURIComponent never writes. */
function decode(text) {
    try {
        const decoded = decodeURIComponent(text);
        return encodeURIComponent(decoded) === text ? decoded : null;
    } catch {
        return null;
    }
}

const FEW_DIGITS = /^(?:[^0-9]*[0-9]){0,12}[^0-9]*$/;
const CHAINS = /[0-9](?:[0-9]|[\s\u0085\u2010-\u2015\u2212\ufe63\uff0d-])*/g;

/** Holds no card number. */
export function isClean(text) {
    return FEW_DIGITS.test(text) || !(text.match(CHAINS) ?? []).some(holdsCard);
}

function holdsCard(chain) {
    const groups = chain.match(/[0-9]+/g);
    return groups.some((_, from) => {
        let digits = '';
        return groups.slice(from).some((group) => {
            digits += group;
            return digits.length >= 13 && digits.length <= 19 && luhn(digits);
        });
    });
}

function luhn(digits) {
    let sum = 0;
    for (let at = 0; at < digits.length; at++) {
        const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
        sum += at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
    }
    return sum % 10 === 0;
}
