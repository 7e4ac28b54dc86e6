/*
 * What somebody else on the page may publish, message after message, without end. Each flood is a function of the message's
 * number; none of them is of the agent's own call, which is CALL.
 */
export const CALL = 'agents-own-call';

const ACTIONS = ['pickup', 'disconnect', 'hold', 'mute', 'securePause', 'concludeTransfer'];

const interaction = (category, data) => ({ type: 'Interaction', category, data });

const phase = (id, state, more) =>
    interaction('change', { old: {}, new: { id, name: 'Somebody', direction: 'Inbound', state, ...more } });

/** Looks like messages of this channel, and is of nobody's interest. */
const NOISE = [
    () => ({ type: 'InitialSetup' }),
    (n) => ({ type: 'Heartbeat', category: 'tick', data: { n, at: n * 1000 } }),
    (n) => ({ type: 'Notification', category: 'newMessage', data: { interactionId: `other-${n}`, text: `line ${n}` } }),
    (n) => ({ type: 'Interaction', category: 'change', data: { old: {}, new: { state: 'CONNECTED', n } } }),
    (n) => ({ type: 'Interaction', category: 'deallocate', data: `other-${n}` }),
    (n) => ({ type: 'UserAction', category: 'login', data: { n } }),
    (n) => ({ reason: 'PureCloud.Other', interactionId: `other-${n}` }),
    (n) => `not JSON, number ${n}`,
    (n) => n,
    () => null,
    (n) => [interaction('add', { id: `other-${n}` })],
    (n) => ({ deep: { deeper: { deepest: Array.from({ length: 20 }, () => n) } } })
];

/** Somebody who plays the client: phases that go backwards, and news of interactions that are not there, or over. */
const IMITATION = [
    () => phase(CALL, 'ALERTING'),
    () => phase(CALL, 'DIALING'),
    () => phase(CALL.toUpperCase(), 'DISCONNECTED', { isDisconnected: true }),
    () => phase(` ${CALL}`, 'DISCONNECTED', { isDone: true }),
    (n) => phase(`ghost-${n}`, 'DISCONNECTED', { isDisconnected: true, isDone: true }),
    (n) => interaction('acw', `ghost-${n}`),
    (n) => interaction('deallocate', { id: `ghost-${n}` }),
    (n) => interaction('completeConsultTransfer', `ghost-${n}`),
    (n) => interaction('blindTransfer', { id: `ghost-${n}`, isDone: true }),
    (n) => ({ type: 'Notification', category: 'interactionSelection', data: { interactionId: `ghost-${n}` } }),
    (n) => ({ reason: 'disconnected', interactionId: `ghost-${n}` }),
    // Attributes of no interaction, and beside the place where an interaction has its own.
    (n) => ({ type: 'Interaction', category: 'change', data: { attributes: { 'Case.Number': `${n}` } } }),
    (n) => ({ ...phase(CALL, 'ALERTING'), attributes: { 'Participant.caseNumber': `${n}` } })
];

/** Whatever Patchbay builds, come back: as every subscriber hears what it publishes itself. */
const OWN = [
    (patchbay, n) => patchbay.updateState(ACTIONS[n % ACTIONS.length], CALL),
    (patchbay) => patchbay.blindTransfer(CALL, { flow: 'Auditor Secure Flow' }),
    (patchbay) => patchbay.consultTransfer(CALL, { phone: '+61 491 570 156' }),
    (patchbay) => patchbay.secureSession(CALL, { flowId: 'flow-1', userData: 'ticket=1042' }),
    (patchbay, n) => patchbay.addCustomAttributes(CALL, { 'Case.Number': `${n}`, vip: true }),
    (patchbay, n) => patchbay.updateStatus(`status-${n}`),
    // The same, as one who writes JSON twice sends it.
    (patchbay, n) => JSON.stringify(patchbay.updateState(ACTIONS[n % ACTIONS.length], CALL))
];

const turn = (list, n) => list[n % list.length];

/** `(n, patchbay) => message`, by what the flood is of. */
export const FLOODS = {
    'foreign noise': (n) => turn(NOISE, n)(n),
    'one other interaction, over and over': (n) =>
        phase('other', n % 2 ? 'HELD' : 'CONNECTED', { remoteName: `Somebody ${n % 1000}` }),
    'the same event, over and over': () => phase('other', 'CONNECTED'),
    'a client that is none': (n) => turn(IMITATION, n)(n),
    'our own messages': (n, patchbay) => turn(OWN, n)(patchbay, n),
    'interactions that ring, each another': (n) => phase(`other-${n}`, 'ALERTING'),
    'interactions that are connected, each another': (n) => phase(`other-${n}`, 'CONNECTED')
};

/** How the agent's own call begins. */
export const BEGINNING = [
    phase(CALL, 'ALERTING'),
    phase(CALL, 'CONNECTED', { attributes: { 'Participant.caseNumber': '00001026' } }),
    { type: 'Notification', category: 'interactionSelection', data: { interactionId: CALL } }
];

/** The agent's own call, with a record, comments and everything: what a flood must not touch. */
export function ownCall(session) {
    BEGINNING.forEach((message) => session.receive(message));
    session.visit({ id: '5005g00000RvW2q', objectApiName: 'Case', name: '00001026' });
    session.selectRecord(CALL, 'relatedTo', '5005g00000RvW2q');
    session.updateFields(CALL, { Description: 'Asks about the renewal.' });
}

/** How the agent's own call stands. */
export function standing(session) {
    const own = session.interaction(CALL);
    const log = session.log(CALL);
    return {
        selected: session.selected,
        phase: own?.phase ?? null,
        attributes: own?.attributes ?? null,
        can: session.can(CALL),
        comments: log?.values.Description ?? null,
        relatedTo: log?.chosen.relatedTo?.name ?? null,
        problems: session.problems
    };
}

/** The client goes on: the call is held, and ends. The phases it is in then. */
export function goOn(session) {
    return [
        phase(CALL, 'HELD'),
        phase(CALL, 'CONNECTED'),
        phase(CALL, 'DISCONNECTED', { isDisconnected: true }),
        interaction('acw', CALL)
    ].map((message) => {
        session.receive(message);
        return session.interaction(CALL)?.phase ?? null;
    });
}
