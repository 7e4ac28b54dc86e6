import {
    ATTRIBUTES_BITS,
    DISCONNECT_BITS,
    FIELD_BEGINS,
    FLOW_ID_BITS,
    INVALID,
    ITEMS,
    TARGET,
    TARGET_BITS,
    TARGET_KINDS,
    TYPES,
    UNRESERVED,
    USER_DATA_BITS
} from './vocabulary.js';
import { PatchbayError } from './errors.js';
import { isObject, snapshot } from './json.js';
import { ACTION, TARGET_TYPE, TYPE, nameBits } from './names.js';
import { flagCode, hidden, idBits, observe, observeAttributes, problemsOf, textCode, userDataCode } from './observe.js';
import { problem } from './problems.js';
import { lately } from './remember.js';
import { isWellFormed } from './wellFormed.js';
import { write } from './write.js';

const [UPDATE_STATE, ADD_CUSTOM_ATTRIBUTES, UPDATE_STATUS] = TYPES;

const NONE = Object.freeze([]);

const KINDS = new Map(TARGET_KINDS.map(({ name }, number) => [name, number]));

/** What a raw target that needs no closer look is sent as, by the number of its kind; an empty text of one that needs it. */
const READY = TARGET_KINDS.map(({ prefix, quick, plain }) =>
    lately((raw) => (quick.test(raw) ? prefix + (plain ? raw : encodeURIComponent(raw)) : ''))
);

/** Beyond this length the module encodes faster than the browser does, inside Lightning Web Security too. */
const NATIVE_IS_FASTER = 8192;

/** The builders: each writes a message as its caller would, and lets Rust judge it. */
export function builders(port) {
    function build(message, target) {
        const seen = observe(port, message, target?.seen);
        const verdict = port.judge(seen.word) >>> 0;
        if (verdict & INVALID) {
            const given = target ? { ...seen, ...target.told } : seen;
            throw new PatchbayError(problemsOf(port, verdict, given), problemsOf(port, verdict, hidden(given)));
        }
        return write(port, seen, NONE);
    }

    function transferWord(action, id, { seen, type }) {
        const names =
            nameBits(port, TYPE, UPDATE_STATE) | nameBits(port, ACTION, action) | nameBits(port, TARGET_TYPE, type);
        return names | idBits(port, id) | ((FIELD_BEGINS + seen) << TARGET_BITS.shift);
    }

    function transfer(action, id, to) {
        const target = targetOf(to);
        const participantContext = { transferTarget: target.text, transferTargetType: target.type };
        const message = { type: UPDATE_STATE, data: { action, id, participantContext } };
        if (target.raw === undefined) {
            return port.judge(transferWord(action, id, target)) === 0 ? message : build(message, target);
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

    const SECURE_SESSION_WORD = nameBits(port, TYPE, UPDATE_STATE) | nameBits(port, ACTION, 'secureSession');

    /** As long as a word is without fault, nothing is observed of a message but what its caller gave. */
    function updateState(action, id) {
        const word = nameBits(port, TYPE, UPDATE_STATE) | nameBits(port, ACTION, action) | idBits(port, id);
        const data = { action, id };
        return port.judge(word) === 0 ? { type: UPDATE_STATE, data } : build({ type: UPDATE_STATE, data });
    }

    function updateStatus(id) {
        const word = nameBits(port, TYPE, UPDATE_STATUS) | idBits(port, id);
        const message = { type: UPDATE_STATUS, data: { id } };
        return port.judge(word) === 0 ? message : build(message);
    }

    function secureSession(id, context) {
        const quick = attempt(() => {
            if (!isObject(context)) {
                return null;
            }
            const { flowId, userData, disconnect } = context;
            const word =
                SECURE_SESSION_WORD |
                idBits(port, id) |
                ((FIELD_BEGINS + textCode(port, flowId)) << FLOW_ID_BITS.shift) |
                (userDataCode(port, userData) << USER_DATA_BITS.shift) |
                (flagCode(disconnect) << DISCONNECT_BITS.shift);
            const sent = disconnect === undefined ? { flowId, userData } : { flowId, userData, disconnect };
            const data = { action: 'secureSession', id, secureSessionContext: sent };
            return port.judge(word) === 0 ? { type: UPDATE_STATE, data } : null;
        });
        const data = () => ({ action: 'secureSession', id, secureSessionContext: snapshot(context) });
        return quick ?? build({ type: UPDATE_STATE, data: data() });
    }

    function addCustomAttributes(id, attributes) {
        const quick = attempt(() => {
            if (!isObject(attributes)) {
                return null;
            }
            const seen = {};
            const bits = observeAttributes(port, seen, attributes) << ATTRIBUTES_BITS.shift;
            const word = nameBits(port, TYPE, ADD_CUSTOM_ATTRIBUTES) | idBits(port, id) | bits;
            const data = { id, attributes: seen.attributes };
            return port.judge(word) === 0 ? { type: ADD_CUSTOM_ATTRIBUTES, data } : null;
        });
        return quick ?? build({ type: ADD_CUSTOM_ATTRIBUTES, data: { id, attributes: snapshot(attributes) } });
    }

    return {
        updateState,
        blindTransfer: (id, target) => transfer('blindTransfer', id, target),
        consultTransfer: (id, target) => transfer('consultTransfer', id, target),
        participantContext: (target) => transfer('blindTransfer', 'none', target).data.participantContext,
        secureSession,
        addCustomAttributes,
        updateStatus,
        encode: (text) => encode(port, text)
    };
}

/**
 * What a caller's target becomes: its type, and the text to send with what that was seen to be, or else the raw text that
 * Rust has to look at, and the number of its kind.
 */
function targetOf(to) {
    const { number, raw } = attempt(() => choiceOf(to)) ?? choiceOf(snapshot(to));
    if (number < 0) {
        return { seen: TARGET.Choice };
    }
    const { type, prefix } = TARGET_KINDS[number];
    if (typeof raw !== 'string') {
        return { type, seen: TARGET.WrongKind, told: { target: raw } };
    }
    const text = READY[number](raw);
    return text === '' ? { type, number, raw } : { type, text, seen: prefix ? TARGET.Sip : TARGET.Fine };
}

/** Which kind of target is given, as its number, and its text; none where several are. */
function choiceOf(to) {
    let number = -1;
    let raw;
    let count = 0;
    for (const key of isObject(to) ? Object.keys(to) : NONE) {
        const value = to[key];
        if (value !== undefined) {
            number = KINDS.get(key) ?? -1;
            raw = value;
            count += 1;
        }
    }
    return { number: count === 1 ? number : -1, raw };
}

/** What a hasty look finds; null when what is looked at throws: then a careful one tells why. */
function attempt(look) {
    try {
        return look();
    } catch {
        return null;
    }
}

function encode(port, text) {
    if (typeof text !== 'string') {
        throw new PatchbayError([problem(ITEMS.TextWrongKind, { value: text })]);
    }
    if (UNRESERVED.test(text)) {
        return text;
    }
    if (text.length < NATIVE_IS_FASTER) {
        try {
            return encodeURIComponent(text);
        } catch {
            // The one thing that it throws for.
            throw new PatchbayError([problem(ITEMS.TextLoneSurrogate)]);
        }
    }
    if (!isWellFormed(text)) {
        throw new PatchbayError([problem(ITEMS.TextLoneSurrogate)]);
    }
    return port.encode(text);
}
