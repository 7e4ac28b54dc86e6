/* What the contenders are given: messages that are right, messages that are wrong, and what is to be said of them. */
const ID = '6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11';
const FLOW = '741f4f39-7a94-470d-a1dd-dd68d01e0dd8';
const STATUS = '227b37e2-f1d0-4dd0-8f50-badd7cf6d158';

const updateState = (data) => ({ type: 'PureCloud.Interaction.updateState', data });
const addAttributes = (data) => ({ type: 'PureCloud.Interaction.addCustomAttributes', data });
const transfer = (transferTarget, transferTargetType, more) =>
    updateState({
        action: 'blindTransfer',
        id: ID,
        participantContext: { transferTarget, transferTargetType, ...more }
    });
const secure = (secureSessionContext) => updateState({ action: 'secureSession', id: ID, secureSessionContext });

const ATTRIBUTES = {
    caseNumber: '00012345',
    'Participant.verified': true,
    score: 4.5,
    note: 'Water in the cellar; assessor called.'
};

/** A message of each action and of each type: how it is built, and what it then is. */
export const BUILT = [
    [(build) => build.updateState('pickup', ID), updateState({ action: 'pickup', id: ID })],
    [(build) => build.updateState('hold', ID), updateState({ action: 'hold', id: ID })],
    [(build) => build.updateState('disconnect', ID), updateState({ action: 'disconnect', id: ID })],
    [(build) => build.blindTransfer(ID, { queueId: FLOW }), transfer(FLOW, 'queueId')],
    [
        (build) => build.secureSession(ID, { flowId: FLOW, userData: 'case 00012345', disconnect: false }),
        secure({ flowId: FLOW, userData: 'case 00012345', disconnect: false })
    ],
    [(build) => build.addCustomAttributes(ID, ATTRIBUTES), addAttributes({ id: ID, attributes: ATTRIBUTES })],
    [(build) => build.updateStatus(STATUS), { type: 'PureCloud.User.updateStatus', data: { id: STATUS } }]
];

/** Transfers whose target has to be encoded. */
export const ENCODED = [
    [
        (build) => build.blindTransfer(ID, { flow: 'Auditor Secure Flow' }),
        transfer('sip:Auditor%20Secure%20Flow', 'address')
    ],
    [
        (build) => build.blindTransfer(ID, { phone: '+1 (317) 555-0123' }),
        transfer('%2B1%20(317)%20555-0123', 'address')
    ],
    [
        (build) => build.blindTransfer(ID, { address: 'back.office@example.invalid' }),
        transfer('back.office%40example.invalid', 'address')
    ]
];

/** Transfers of which each is of another interaction, and to a target that was never seen before. */
export const FRESH = Array.from({ length: 1000 }, (_, number) => {
    const id = `6b0d7c1e-3a44-4f0a-9f0e-${String(number).padStart(12, '0')}`;
    const message = transfer(`sip:Auditor%20Secure%20Flow%20${number}`, 'address');
    message.data.id = id;
    return [(build) => build.blindTransfer(id, { flow: `Auditor Secure Flow ${number}` }), message];
});

export const VALID = [...BUILT, ...ENCODED].map(([, message]) => message);

const TARGET = '/data/participantContext/transferTarget';

/** Messages that are wrong, each with the places of what is wrong; what is only warned of is marked. */
export const INVALID = [
    [updateState({ action: 'hold', id: 7 }), ['/data/id']],
    [updateState({ action: 'dance', id: ID }), ['/data/action']],
    [{ type: 'Interaction', data: { id: ID } }, ['/type']],
    [updateState({ action: 'hold', id: '', participantContext: {} }), ['/data/id', '/data/participantContext']],
    [updateState({ action: 'blindTransfer', id: ID }), ['/data/participantContext']],
    [transfer('sip:Auditor Secure Flow', 'address'), [TARGET]],
    [transfer('sip%3AAuditorSecureFlow', 'address'), [TARGET]],
    [transfer('sip:abc', 'queueId'), [TARGET]],
    [secure({ flowId: '', userData: 12, disconnect: 'yes' }), ['flowId', 'userData', 'disconnect'].map(inSecure)],
    [secure({ flowId: FLOW, userData: 'card 4111 1111-1111 1111' }), [inSecure('userData')]],
    [
        addAttributes({ id: ID, attributes: { ok: 'x', none: null, list: [1], nan: NaN } }),
        ['none', 'list', 'nan'].map((name) => `/data/attributes/${name}`)
    ],
    [{ type: 'PureCloud.User.updateStatus', data: { id: null } }, ['/data/id']]
];

function inSecure(name) {
    return `/data/secureSessionContext/${name}`;
}

/** Messages that are only warned of: valid, with these places told. */
export const WARNED = [
    [transfer('sip:Auditor%2520Flow', 'address'), [TARGET]],
    [{ ...updateState({ action: 'hold', id: ID }), sentBy: 'a component' }, ['/sentBy']],
    [updateState({ action: 'hold', id: ID, reason: 'lunch' }), ['/data/reason']],
    [transfer('abc', 'userId', { comment: 'urgent' }), ['/data/participantContext/comment']],
    [addAttributes({ id: ID, attributes: {} }), ['/data/attributes']],
    [addAttributes({ id: ID, attributes: { card: '4111111111111111' } }), ['/data/attributes/card']]
];
