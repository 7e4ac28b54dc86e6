import { FIELD_BEGINS, TARGET, TARGET_BITS, TYPES } from './vocabulary.js';
import { ACTION, TARGET_TYPE, TYPE, nameIn } from './names.js';
import { put } from './json.js';

const [UPDATE_STATE, ADD_CUSTOM_ATTRIBUTES] = TYPES;

/**
 * The message that was seen, in its documented spelling and order; then `extras`, the properties the documents do not
 * know. Only for a message that Rust found valid.
 */
export function write(port, seen, extras) {
    const type = nameIn(TYPE, seen.word);
    const message = { type, data: dataOf(port, type, seen) };
    for (const { path, key, value } of extras) {
        const owner = path.split('/').reduce((object, step) => (step === '' ? object : object[step]), message);
        put(owner, key, value);
    }
    return message;
}

function dataOf(port, type, seen) {
    const { word, id } = seen;
    if (type === ADD_CUSTOM_ATTRIBUTES) {
        return { id, attributes: seen.attributes };
    }
    if (type !== UPDATE_STATE) {
        return { id };
    }
    const data = { action: nameIn(ACTION, word), id };
    if (seen.target !== undefined) {
        data.participantContext = {
            transferTarget: targetOf(port, seen),
            transferTargetType: nameIn(TARGET_TYPE, word)
        };
    }
    if (seen.flowId !== undefined) {
        data.secureSessionContext = { flowId: seen.flowId, userData: seen.userData };
        if (seen.disconnect !== undefined) {
            data.secureSessionContext.disconnect = seen.disconnect;
        }
    }
    return data;
}

function targetOf(port, { word, target }) {
    const code = ((word >>> TARGET_BITS.shift) & TARGET_BITS.mask) - FIELD_BEGINS;
    return code === TARGET.Fine || code === TARGET.Sip ? target : port.spell(target);
}
