import { INVALID, ITEMS, TARGET, TARGET_KINDS, TYPES, UNRESERVED } from './vocabulary.js';
import { PatchbayError } from './errors.js';
import { isObject, snapshot } from './json.js';
import { observe, problemsOf } from './observe.js';
import { problem } from './problems.js';
import { isWellFormed } from './wellFormed.js';
import { write } from './write.js';

const [UPDATE_STATE, ADD_CUSTOM_ATTRIBUTES, UPDATE_STATUS] = TYPES;

const NONE = Object.freeze([]);

/** Beyond this length the module encodes faster than the browser does. */
const NATIVE_IS_FASTER = 1000;

/** The builders: each writes a message as its caller would, and lets Rust judge it. */
export function builders(port) {
    function build(message, target) {
        const seen = observe(port, message, target?.seen);
        const verdict = port.judge(seen.word) >>> 0;
        if (verdict & INVALID) {
            throw new PatchbayError(problemsOf(port, verdict, target ? { ...seen, ...target.told } : seen));
        }
        return write(port, seen, NONE);
    }

    function transfer(action, id, to) {
        const target = targetOf(to);
        const participantContext = { transferTarget: target.text, transferTargetType: target.type };
        const message = { type: UPDATE_STATE, data: { action, id, participantContext } };
        if (target.raw === undefined) {
            return build(message, target);
        }
        // One call makes the target ready and judges the message that it goes into.
        const { word } = observe(port, message, TARGET.Absent);
        const { seen, text, valid } = port.prepare(target.number, target.raw, word);
        participantContext.transferTarget = text;
        if (!valid) {
            return build(message, { seen, told: { target: target.raw, plain: text } });
        }
        return write(port, observe(port, message, seen), NONE);
    }

    return {
        updateState: (action, id) => build({ type: UPDATE_STATE, data: { action, id } }),
        blindTransfer: (id, target) => transfer('blindTransfer', id, target),
        consultTransfer: (id, target) => transfer('consultTransfer', id, target),
        participantContext: (target) => transfer('blindTransfer', 'none', target).data.participantContext,
        secureSession: (id, context) =>
            build({
                type: UPDATE_STATE,
                data: { action: 'secureSession', id, secureSessionContext: snapshot(context) }
            }),
        addCustomAttributes: (id, attributes) =>
            build({ type: ADD_CUSTOM_ATTRIBUTES, data: { id, attributes: snapshot(attributes) } }),
        updateStatus: (id) => build({ type: UPDATE_STATUS, data: { id } }),
        encode: (text) => encode(port, text)
    };
}

/**
 * What a caller's target becomes: its type, and the text to send with what that was seen to be, or else the raw text that
 * Rust has to look at, and the number of its kind.
 */
function targetOf(to) {
    const given = snapshot(to);
    const keys = isObject(given) ? Object.keys(given).filter((key) => given[key] !== undefined) : [];
    const number = TARGET_KINDS.findIndex(({ name }) => name === keys[0]);
    if (number < 0 || keys.length > 1) {
        return { seen: TARGET.Choice };
    }
    const { name, type, prefix, quick } = TARGET_KINDS[number];
    const raw = given[name];
    if (typeof raw !== 'string') {
        return { type, seen: TARGET.WrongKind, told: { target: raw } };
    }
    if (quick.test(raw)) {
        return { type, text: prefix + encodeURIComponent(raw), seen: prefix ? TARGET.Sip : TARGET.Fine };
    }
    return { type, number, raw };
}

function encode(port, text) {
    if (typeof text !== 'string') {
        throw new PatchbayError([problem(ITEMS.TextWrongKind, { value: text })]);
    }
    if (UNRESERVED.test(text)) {
        return text;
    }
    if (!isWellFormed(text)) {
        throw new PatchbayError([problem(ITEMS.TextLoneSurrogate)]);
    }
    return text.length < NATIVE_IS_FASTER ? encodeURIComponent(text) : port.encode(text);
}
