import { ADD_CUSTOM_ATTRIBUTES, UPDATE_STATE, UPDATE_STATUS } from './rules.js';

/** The builders of a contender that judges a message only once it is written: it is, as a literal, and then accepted or not. */
export function literalBuilders(accept) {
    return {
        updateState: (action, id) => accept({ type: UPDATE_STATE, data: { action, id } }),
        blindTransfer: (id, target) =>
            accept({ type: UPDATE_STATE, data: { action: 'blindTransfer', id, participantContext: encode(target) } }),
        secureSession: (id, { flowId, userData, disconnect }) =>
            accept({
                type: UPDATE_STATE,
                data: { action: 'secureSession', id, secureSessionContext: { flowId, userData, disconnect } }
            }),
        addCustomAttributes: (id, attributes) =>
            accept({ type: ADD_CUSTOM_ATTRIBUTES, data: { id, attributes: { ...attributes } } }),
        updateStatus: (id) => accept({ type: UPDATE_STATUS, data: { id } })
    };
}

/** What a transfer sends of its target. */
export function encode({ userId, queueId, flow, phone, address }) {
    if (flow !== undefined) {
        return { transferTarget: `sip:${encodeURIComponent(flow)}`, transferTargetType: 'address' };
    }
    const transferTarget = encodeURIComponent(userId ?? queueId ?? phone ?? address);
    return { transferTarget, transferTargetType: userId ? 'userId' : queueId ? 'queueId' : 'address' };
}

/** A message of its own, in the documented order, for contenders that only say yes or no. */
export function copyOf({ type, data }) {
    if (type === UPDATE_STATUS) {
        return { type, data: { id: data.id } };
    }
    if (type === ADD_CUSTOM_ATTRIBUTES) {
        return { type, data: { id: data.id, attributes: { ...data.attributes } } };
    }
    const { action, id, participantContext, secureSessionContext } = data;
    const copy = { action, id };
    if (participantContext) {
        const { transferTarget, transferTargetType } = participantContext;
        copy.participantContext = { transferTarget, transferTargetType };
    }
    if (secureSessionContext) {
        const { flowId, userData, disconnect } = secureSessionContext;
        copy.secureSessionContext = disconnect === undefined ? { flowId, userData } : { flowId, userData, disconnect };
    }
    return { type, data: copy };
}

/** The same of a message with properties that nobody knows. */
export function wholeCopyOf(message) {
    return JSON.parse(JSON.stringify(message));
}
