/*
 * What the document on LMS events and actions says of outgoing messages, as a JSON Schema and nothing more: what it leaves
 * open is open here. A validator that knows nothing of Patchbay reads it.
 */
const TEXT = { type: 'string' };

const only = (name, when) => ({ if: { not: when }, then: { properties: { [name]: false } } });
const whenAction = (...actions) => ({ required: ['action'], properties: { action: { enum: actions } } });

/** What `encodeURIComponent()` writes, after the prefix that marks a flow. */
const ENCODED = "^(sip:)?([A-Za-z0-9_.!~*'()-]|%[0-9A-Fa-f]{2})*$";

const PARTICIPANT_CONTEXT = {
    type: 'object',
    required: ['transferTarget', 'transferTargetType'],
    properties: {
        transferTarget: { type: 'string', pattern: ENCODED },
        transferTargetType: { enum: ['userId', 'queueId', 'address'] }
    }
};

const SECURE_SESSION_CONTEXT = {
    type: 'object',
    required: ['flowId', 'userData'],
    properties: { flowId: TEXT, userData: TEXT, disconnect: { type: 'boolean' } }
};

const TRANSFER = whenAction('blindTransfer', 'consultTransfer');
const SECURE = whenAction('secureSession');

const UPDATE_STATE = {
    required: ['action', 'id'],
    properties: {
        action: {
            enum: [
                'pickup',
                'disconnect',
                'hold',
                'mute',
                'securePause',
                'blindTransfer',
                'consultTransfer',
                'concludeTransfer',
                'secureSession'
            ]
        },
        id: TEXT,
        participantContext: PARTICIPANT_CONTEXT,
        secureSessionContext: SECURE_SESSION_CONTEXT
    },
    allOf: [
        { if: TRANSFER, then: { required: ['participantContext'] } },
        { if: SECURE, then: { required: ['secureSessionContext'] } },
        only('participantContext', TRANSFER),
        only('secureSessionContext', SECURE)
    ]
};

// "Only use … when action is set to …": these have no action to set.
const NO_CONTEXT = { properties: { participantContext: false, secureSessionContext: false } };

const ADD_CUSTOM_ATTRIBUTES = {
    required: ['id', 'attributes'],
    properties: { id: TEXT, attributes: { type: 'object', additionalProperties: { type: 'string' } } },
    allOf: [NO_CONTEXT]
};

const UPDATE_STATUS = { required: ['id'], properties: { id: TEXT }, allOf: [NO_CONTEXT] };

// Not in the document: Genesys's own sample publishes it, with either spelling of the type.
const SUBSCRIBE = {
    required: ['type', 'categories'],
    properties: { type: TEXT, categories: { type: 'array', items: TEXT } }
};

const message = (name, data) => ({
    required: ['type', 'data'],
    properties: { type: { const: `PureCloud.${name}` }, data: { type: 'object', ...data } }
});

export const SCHEMA = {
    type: 'object',
    oneOf: [
        message('Interaction.updateState', UPDATE_STATE),
        message('Interaction.addCustomAttributes', ADD_CUSTOM_ATTRIBUTES),
        message('User.updateStatus', UPDATE_STATUS),
        message('Subscribe', SUBSCRIBE),
        message('subscribe', SUBSCRIBE)
    ]
};
