import {
    ADD_CUSTOM_ATTRIBUTES,
    ATTRIBUTES,
    ATTRIBUTES_BITS,
    DISCONNECT_BITS,
    FIELD_BEGINS,
    FLAG,
    FLOW_ID_BITS,
    ID_BITS,
    ITEMS,
    MESSAGE,
    PARTICIPANT,
    SECURE_SESSION,
    SENSITIVE,
    TARGET,
    TARGET_BITS,
    TEXT,
    UPDATE_STATE,
    UPDATE_STATUS,
    USER_DATA_BITS,
    VALUE,
    VALUE_FINDINGS
} from './vocabulary.js';
import { ACTION, TARGET_TYPE, TYPE, nameBits, nameIn } from './names.js';
import { child, problem, spellOut } from './problems.js';
import { isObject, put } from './json.js';
import { isClean } from './sight.js';

/** Of all types; where one does not belong the verdict tells. */
const DATA_NAMES = [
    ...new Set([UPDATE_STATE, ADD_CUSTOM_ATTRIBUTES, UPDATE_STATUS].flatMap(({ properties }) => properties))
];

const OWNER_ABSENT = 0;
const OWNER_WRONG_KIND = 1;

/**
 * What there is of a message: the word that Rust judges, and every value, read once. A field that cannot be there
 * because its object is missing or no object holds that instead. `documented` is whether nothing else is in it. Judges
 * nothing itself. Throws what reading throws.
 *
 * @param targetSeen what the caller knows of the transfer target, where it has been made ready already
 */
export function observe(port, message, targetSeen) {
    const seen = {
        word: 0,
        type: message,
        id: undefined,
        action: undefined,
        target: undefined,
        targetType: undefined,
        flowId: undefined,
        userData: undefined,
        disconnect: undefined,
        attributes: undefined,
        attributeProblems: undefined,
        plain: undefined,
        documented: true
    };
    if (!isObject(message)) {
        return seen;
    }
    const { type, data } = message;
    seen.type = type;
    seen.documented = holdsOnly(message, MESSAGE.properties);
    seen.word = nameBits(port, TYPE, type);
    if (isObject(data)) {
        observeData(port, seen, data, targetSeen);
    } else {
        seen.id = data;
        seen.word |= owner(data) << ID_BITS.shift;
    }
    return seen;
}

function observeData(port, seen, data, targetSeen) {
    const { action, id, participantContext, secureSessionContext, attributes } = data;
    seen.id = id;
    seen.action = action;
    let documented = holdsOnly(data, DATA_NAMES);
    let word = seen.word | nameBits(port, ACTION, action) | idBits(port, id);
    if (isObject(participantContext)) {
        const { transferTarget, transferTargetType } = participantContext;
        seen.target = transferTarget;
        seen.targetType = transferTargetType;
        documented &&= holdsOnly(participantContext, PARTICIPANT.properties);
        word |= (FIELD_BEGINS + (targetSeen ?? targetCode(port, transferTarget))) << TARGET_BITS.shift;
        word |= nameBits(port, TARGET_TYPE, transferTargetType);
    } else {
        seen.target = participantContext;
        word |= owner(participantContext) << TARGET_BITS.shift;
    }
    if (isObject(secureSessionContext)) {
        const { flowId, userData, disconnect } = secureSessionContext;
        seen.flowId = flowId;
        seen.userData = userData;
        seen.disconnect = disconnect;
        documented &&= holdsOnly(secureSessionContext, SECURE_SESSION.properties);
        word |= (FIELD_BEGINS + textCode(port, flowId)) << FLOW_ID_BITS.shift;
        word |= userDataCode(port, userData) << USER_DATA_BITS.shift;
        word |= flagCode(disconnect) << DISCONNECT_BITS.shift;
    } else {
        seen.flowId = secureSessionContext;
        word |= owner(secureSessionContext) << FLOW_ID_BITS.shift;
    }
    if (isObject(attributes)) {
        word |= observeAttributes(port, seen, attributes) << ATTRIBUTES_BITS.shift;
    } else {
        seen.attributes = attributes;
        word |= (attributes === undefined ? ATTRIBUTES.Absent : ATTRIBUTES.WrongKind) << ATTRIBUTES_BITS.shift;
    }
    seen.word = word;
    seen.documented &&= documented;
}

/** Whether an object has no other properties than these, and has them by itself. */
function holdsOnly(object, names) {
    const prototype = Object.getPrototypeOf(object);
    if (prototype !== Object.prototype && prototype !== null) {
        return false;
    }
    for (const key in object) {
        if (!isOneOf(key, names)) {
            return false;
        }
    }
    return true;
}

/** As `includes`, which costs more than a few comparisons. */
function isOneOf(key, names) {
    for (let at = 0; at < names.length; at++) {
        if (names[at] === key) {
            return true;
        }
    }
    return false;
}

/** The bits of a word that say what was seen where an interaction's ID belongs. */
export function idBits(port, id) {
    return (FIELD_BEGINS + textCode(port, id)) << ID_BITS.shift;
}

function owner(value) {
    return value === undefined ? OWNER_ABSENT : OWNER_WRONG_KIND;
}

export function textCode(port, value) {
    if (typeof value !== 'string') {
        return value === undefined ? TEXT.Absent : TEXT.WrongKind;
    }
    return port.textOf(value);
}

function targetCode(port, value) {
    if (typeof value !== 'string') {
        return value === undefined ? TARGET.Absent : TARGET.WrongKind;
    }
    return port.inspect(value);
}

export function userDataCode(port, value) {
    if (typeof value !== 'string') {
        return value === undefined ? TEXT.Absent : TEXT.WrongKind;
    }
    if (value !== '' && isClean(value)) {
        return TEXT.Fine;
    }
    const sensitive = port.sensitive(value);
    return sensitive < 0 ? -sensitive : sensitive > 0 ? SENSITIVE : port.privateTextOf(value);
}

export function flagCode(value) {
    return value === undefined ? FLAG.Absent : typeof value === 'boolean' ? FLAG.Fine : FLAG.WrongKind;
}

/** What there is of attributes: the number by which a word says so; the copy and the problems stand in `seen`. */
export function observeAttributes(port, seen, attributes) {
    const copy = {};
    const problems = [];
    let errors = 0;
    let any = false;
    for (const key of Object.keys(attributes)) {
        const value = attributes[key];
        any = true;
        const found = attributeFinding(port, key, value);
        if (found) {
            problems.push(problem(ITEMS[found], { value, at: child('/data/attributes', key) }));
            errors += ITEMS[found].severity === 'error' ? 1 : 0;
        }
        if (value !== undefined) {
            put(copy, key, value);
        }
    }
    seen.attributes = copy;
    seen.attributeProblems = problems;
    if (!any) {
        return ATTRIBUTES.Empty;
    }
    return errors > 0 ? ATTRIBUTES.HoldErrors : problems.length > 0 ? ATTRIBUTES.HoldWarnings : ATTRIBUTES.Fine;
}

function attributeFinding(port, key, value) {
    let text;
    let kind;
    switch (typeof value) {
        case 'undefined':
            kind = VALUE.Absent;
            break;
        case 'boolean':
            kind = VALUE.Boolean;
            break;
        case 'number':
            kind = Number.isFinite(value) ? VALUE.Number : VALUE.NotFinite;
            text = String(value);
            break;
        case 'string':
            kind = VALUE.Text;
            text = value;
            break;
        default:
            kind = VALUE.Other;
    }
    if (text === undefined || isClean(text)) {
        return VALUE_FINDINGS[kind];
    }
    const sensitive = port.sensitive(text);
    if (sensitive < 0) {
        return VALUE_FINDINGS[sensitive === -TEXT.TooLong ? VALUE.TooLong : VALUE.LoneSurrogate];
    }
    return VALUE_FINDINGS[kind] ?? (sensitive > 0 ? 'AttributeSensitive' : null);
}

/** The problems of a verdict, each attribute's told where it is. */
export function problemsOf(port, verdict, seen) {
    return spellOut(verdict, (field) => about(port, field, seen), seen.attributeProblems);
}

/** Stands for what was given. */
const GIVEN = '…';

/** What was seen, with nothing in it that was given as text: it may be a number or a name. */
export function hidden(seen) {
    const hide = (value) => (typeof value === 'string' ? GIVEN : value);
    const { type, action, target, targetType } = seen;
    return {
        ...seen,
        type: hide(type),
        action: hide(action),
        target: hide(target),
        targetType: hide(targetType),
        plain: GIVEN
    };
}

function about(port, field, seen) {
    const value = seen[field];
    switch (field) {
        case 'type':
            return { value, write: nameIn(TYPE, seen.word) };
        case 'action':
            return { value, write: nameIn(ACTION, seen.word) };
        case 'targetType':
            return { value, write: nameIn(TARGET_TYPE, seen.word) };
        case 'target':
            return { value, write: seen.plain ?? (typeof value === 'string' ? port.correct(value) : undefined) };
        default:
            return { value };
    }
}
