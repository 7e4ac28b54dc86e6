/*
 * What a good JavaScript developer would ship for these messages, written by hand with these rules and no others in mind: builders
 * that check what they are given and write the message once, without judging their own literal again, and a validator that finds
 * all problems and copies the message in one pass.
 */
import {
    ADD_CUSTOM_ATTRIBUTES,
    SIMPLE_ACTIONS,
    TARGET_TYPES,
    TYPES,
    UPDATE_STATE,
    UPDATE_STATUS,
    hasPrefix,
    isClean,
    isEncoded,
    isEncodedOnce,
    isText,
    isWhole
} from './rules.js';
import { encode } from './literal.js';

const ACTIONS = [...SIMPLE_ACTIONS, 'blindTransfer', 'consultTransfer', 'secureSession'];

export function open() {
    return {
        build: { updateState, blindTransfer, secureSession, addCustomAttributes, updateStatus },
        parse: (message) => judge(message).message,
        issues: (message) => judge(message).problems,
        told: ({ path, severity }) => [path, severity]
    };
}

function updateState(action, id) {
    if (!SIMPLE_ACTIONS.includes(action)) {
        throw new Error(`action is none of ${SIMPLE_ACTIONS.join(', ')}.`);
    }
    return { type: UPDATE_STATE, data: { action, id: needText(id, 'id') } };
}

function blindTransfer(id, target) {
    return {
        type: UPDATE_STATE,
        data: { action: 'blindTransfer', id: needText(id, 'id'), participantContext: encode(target) }
    };
}

function secureSession(id, { flowId, userData, disconnect }) {
    if (typeof userData !== 'string' || !isWhole(userData) || !isClean(userData)) {
        throw new Error('userData is no valid text, or holds a card number.');
    }
    if (disconnect !== undefined && typeof disconnect !== 'boolean') {
        throw new Error('disconnect is neither true nor false.');
    }
    const context = { flowId: needText(flowId, 'flowId'), userData };
    if (disconnect !== undefined) {
        context.disconnect = disconnect;
    }
    return {
        type: UPDATE_STATE,
        data: { action: 'secureSession', id: needText(id, 'id'), secureSessionContext: context }
    };
}

function addCustomAttributes(id, given) {
    const attributes = {};
    for (const key in given) {
        const value = given[key];
        const wrong = wrongWith(value);
        if (wrong) {
            throw new Error(wrong);
        }
        attributes[key] = value;
    }
    return { type: ADD_CUSTOM_ATTRIBUTES, data: { id: needText(id, 'id'), attributes } };
}

function updateStatus(id) {
    return { type: UPDATE_STATUS, data: { id: needText(id, 'id') } };
}

function needText(value, name) {
    if (typeof value !== 'string' || !isText(value)) {
        throw new Error(`${name} is no text.`);
    }
    return value;
}

const NONE = Object.freeze([]);

function judge(message) {
    const found = new Findings();
    const copy = readMessage(found, message);
    return { valid: found.errors === 0, message: found.errors === 0 ? copy : null, problems: found.list };
}

class Findings {
    list = NONE;
    errors = 0;

    error(path, message) {
        this.errors += 1;
        this.add({ severity: 'error', path, message });
    }

    warn(path, message) {
        this.add({ severity: 'warning', path, message });
    }

    add(problem) {
        if (this.list === NONE) {
            this.list = [problem];
        } else {
            this.list.push(problem);
        }
    }
}

function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readMessage(found, message) {
    if (!isObject(message)) {
        found.error('', 'The message is no object; write an object with type and data.');
        return null;
    }
    const { type, data } = message;
    if (type !== UPDATE_STATE && type !== ADD_CUSTOM_ATTRIBUTES && type !== UPDATE_STATUS) {
        found.error('/type', `type is none that the client takes; write one of ${TYPES.join(', ')}.`);
        return null;
    }
    if (!isObject(data)) {
        found.error('/data', 'data is no object; write an object with what the action needs.');
        return null;
    }
    const copy = { type, data: readData(found, type, data) };
    for (const key in message) {
        if (key !== 'type' && key !== 'data') {
            keep(found, copy, message, key, '');
        }
    }
    return copy;
}

function readData(found, type, data) {
    const { id } = data;
    checkText(found, id, '/data/id', 'id');
    if (type === UPDATE_STATE) {
        return readUpdate(found, data, id);
    }
    forbid(found, data.participantContext, 'participantContext');
    forbid(found, data.secureSessionContext, 'secureSessionContext');
    const attributes = type === ADD_CUSTOM_ATTRIBUTES ? readAttributes(found, data.attributes) : undefined;
    const copy = attributes ? { id, attributes } : { id };
    for (const key in data) {
        if (key !== 'id' && (key !== 'attributes' || !attributes)) {
            keepUnlessContext(found, copy, data, key);
        }
    }
    return copy;
}

function readUpdate(found, data, id) {
    const { action, participantContext, secureSessionContext } = data;
    const copy = { action, id };
    switch (action) {
        case 'blindTransfer':
        case 'consultTransfer':
            copy.participantContext = readParticipant(found, participantContext);
            forbid(found, secureSessionContext, 'secureSessionContext');
            break;
        case 'secureSession':
            copy.secureSessionContext = readSecure(found, secureSessionContext);
            forbid(found, participantContext, 'participantContext');
            break;
        case 'pickup':
        case 'disconnect':
        case 'hold':
        case 'mute':
        case 'securePause':
        case 'concludeTransfer':
            forbid(found, participantContext, 'participantContext');
            forbid(found, secureSessionContext, 'secureSessionContext');
            break;
        default:
            found.error('/data/action', `action is none of the documented; write one of ${ACTIONS.join(', ')}.`);
    }
    for (const key in data) {
        if (key !== 'action' && key !== 'id') {
            keepUnlessContext(found, copy, data, key);
        }
    }
    return copy;
}

function readParticipant(found, context) {
    const path = '/data/participantContext';
    if (!isObject(context)) {
        found.error(path, 'A transfer needs participantContext; write an object with transferTarget and its type.');
        return undefined;
    }
    const { transferTarget, transferTargetType } = context;
    const named = TARGET_TYPES.includes(transferTargetType);
    if (typeof transferTarget !== 'string') {
        found.error(`${path}/transferTarget`, 'transferTarget is no text; write where the interaction goes to.');
    } else if (!isEncoded(transferTarget)) {
        found.error(`${path}/transferTarget`, `transferTarget is not encoded; encode ${transferTarget}.`);
    } else if (named && transferTargetType !== 'address' && hasPrefix(transferTarget)) {
        found.error(`${path}/transferTarget`, 'The prefix sip: marks a flow or an address; write the ID alone.');
    } else if (!isEncodedOnce(transferTarget)) {
        found.warn(`${path}/transferTarget`, 'transferTarget looks encoded twice; encode it once.');
    }
    if (!named) {
        found.error(`${path}/transferTargetType`, `transferTargetType is none; write ${TARGET_TYPES.join(', ')}.`);
    }
    const copy = { transferTarget, transferTargetType };
    for (const key in context) {
        if (key !== 'transferTarget' && key !== 'transferTargetType') {
            keep(found, copy, context, key, path);
        }
    }
    return copy;
}

function readSecure(found, context) {
    const path = '/data/secureSessionContext';
    if (!isObject(context)) {
        found.error(path, 'secureSession needs secureSessionContext; write an object with flowId and userData.');
        return undefined;
    }
    const { flowId, userData, disconnect } = context;
    checkText(found, flowId, `${path}/flowId`, 'flowId');
    if (typeof userData !== 'string' || !isWhole(userData)) {
        found.error(`${path}/userData`, 'userData is no valid text; write the text for the flow.');
    } else if (!isClean(userData)) {
        found.error(
            `${path}/userData`,
            'userData holds a card number; leave it out and let the secure flow ask for it.'
        );
    }
    const copy = { flowId, userData };
    if (disconnect !== undefined) {
        copy.disconnect = disconnect;
        if (typeof disconnect !== 'boolean') {
            found.error(`${path}/disconnect`, 'disconnect is neither true nor false; write one, or leave it out.');
        }
    }
    for (const key in context) {
        if (key !== 'flowId' && key !== 'userData' && key !== 'disconnect') {
            keep(found, copy, context, key, path);
        }
    }
    return copy;
}

function readAttributes(found, attributes) {
    if (!isObject(attributes)) {
        found.error('/data/attributes', 'attributes is no object; write an object of names and values.');
        return undefined;
    }
    const copy = {};
    let any = false;
    for (const key in attributes) {
        const value = attributes[key];
        any = true;
        copy[key] = value;
        const wrong = wrongWith(value);
        if (wrong) {
            found.error(`/data/attributes/${pointer(key)}`, wrong);
        } else if (typeof value !== 'boolean' && !isCleanAttribute(value)) {
            found.warn(`/data/attributes/${pointer(key)}`, 'This looks like a card number; leave it out.');
        }
    }
    if (!any) {
        found.warn('/data/attributes', 'attributes is empty, so nothing is added; write at least one.');
    }
    return copy;
}

function wrongWith(value) {
    switch (typeof value) {
        case 'string':
            return isWhole(value) ? null : 'This attribute is no valid text; write valid text.';
        case 'number':
            return Number.isFinite(value) ? null : 'This attribute is not finite; write a finite number.';
        case 'boolean':
            return null;
        default:
            return 'This attribute is of no kind that can be sent; write text, a number, true or false.';
    }
}

function isCleanAttribute(value) {
    return typeof value === 'string' ? isClean(value) : Math.abs(value) < 1e12 || isClean(String(value));
}

function checkText(found, value, path, name) {
    if (typeof value !== 'string' || !isText(value)) {
        found.error(path, `${name} is ${value === undefined ? 'missing' : 'no text'}; write the ID as text.`);
    }
}

function forbid(found, context, name) {
    if (context !== undefined) {
        found.error(`/data/${name}`, `${name} is not for this action; leave it out.`);
    }
}

function keepUnlessContext(found, copy, data, key) {
    if (key !== 'participantContext' && key !== 'secureSessionContext') {
        keep(found, copy, data, key, '/data');
    }
}

function keep(found, copy, object, key, path) {
    copy[key] = object[key];
    found.warn(`${path}/${pointer(key)}`, `The documents know no property ${key} here; leave it out.`);
}

function pointer(key) {
    return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
