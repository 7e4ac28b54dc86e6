// Which documented actions the client performs, and when. Where the documents are silent, the choice made here is marked
// "our reading".
import { FLOWS, STATUSES, findTarget } from './directory.js';
import { Ignored } from './ignored.js';

const VOICE = ['call', 'callback'];
const ANY = [...VOICE, 'chat'];
const LIVE = ['CONNECTED', 'HELD'];

const ACTIONS = {
    pickup: { media: ANY, states: ['ALERTING', 'HELD'], obey: pickup },
    disconnect: { media: ANY, states: ['ALERTING', 'DIALING', 'CONTACTING', ...LIVE], obey: disconnect },
    hold: { media: VOICE, states: LIVE, obey: hold },
    mute: { media: VOICE, states: LIVE, obey: mute },
    securePause: { media: VOICE, states: LIVE, obey: securePause },
    blindTransfer: { media: ANY, states: LIVE, context: 'participantContext', obey: blindTransfer },
    consultTransfer: { media: VOICE, states: LIVE, context: 'participantContext', obey: consultTransfer },
    concludeTransfer: { media: VOICE, states: LIVE, obey: concludeTransfer },
    secureSession: { media: VOICE, states: LIVE, context: 'secureSessionContext', obey: secureSession }
};

const TYPES = {
    __proto__: null,
    'PureCloud.Interaction.updateState': updateState,
    // One of the documented examples is printed like this.
    'PureCloud.interaction.updateState': updateState,
    'PureCloud.Interaction.addCustomAttributes': addCustomAttributes,
    'PureCloud.User.updateStatus': updateStatus,
    // Genesys's samples write both.
    'PureCloud.Subscribe': subscribe,
    'PureCloud.subscribe': subscribe
};

/** Performs the action of `message` and describes it in a sentence. Throws Ignored if it is not performed. */
export function obey(simulator, message) {
    if (!isObject(message)) throw new Ignored('This is not an object with type and data.');
    const handle = typeof message.type === 'string' ? TYPES[message.type] : undefined;
    if (!handle) throw new Ignored(`Unknown type ${JSON.stringify(message.type) ?? '(none)'}.`);
    if (!isObject(message.data)) throw new Ignored('data is missing.');
    return handle(simulator, message.data);
}

function updateState(simulator, data) {
    const { action } = data;
    if (typeof action !== 'string' || !Object.hasOwn(ACTIONS, action)) {
        throw new Ignored(`Unknown action ${JSON.stringify(action) ?? '(none)'}.`);
    }
    const { media, states, context, obey: act } = ACTIONS[action];
    for (const name of ['participantContext', 'secureSessionContext']) {
        if (name !== context && data[name] !== undefined) throw new Ignored(`${name} does not belong to ${action}.`);
    }
    if (context && !isObject(data[context])) throw new Ignored(`${action} needs ${context}.`);

    const conversation = find(simulator, data.id);
    if (!media.includes(conversation.media)) {
        throw new Ignored(`${action} is for ${media.join(' and ')} interactions; this is a ${conversation.media}.`);
    }
    if (conversation.leaving) throw new Ignored('The interaction is being transferred already.');
    if (conversation.secureFlow && action !== 'disconnect') {
        throw new Ignored(`The customer is in the secure flow ${conversation.secureFlow}.`);
    }
    if (!states.includes(conversation.state)) {
        throw new Ignored(`${action} is not possible while the interaction is ${conversation.state}.`);
    }
    return act(simulator, conversation, data[context]);
}

function pickup(simulator, conversation) {
    // Our reading: a call on hold is picked up again.
    if (conversation.state === 'HELD') return hold(simulator, conversation);
    simulator.connect(conversation);
    return `Answers the ${conversation.media}.`;
}

function disconnect(simulator, conversation) {
    const declined = conversation.state === 'ALERTING';
    simulator.end(conversation);
    return declined ? `Declines the ${conversation.media}.` : `Disconnects the ${conversation.media}.`;
}

function hold(simulator, conversation) {
    const held = conversation.state === 'HELD';
    if (held) simulator.resume(conversation);
    else simulator.hold(conversation);
    return held ? 'Takes the call off hold.' : 'Puts the call on hold.';
}

function mute(simulator, conversation) {
    conversation.muted = !conversation.muted;
    // Captured messages have no property for mute: it shows only as a change message in which nothing changed.
    simulator.change(conversation, {}, 60);
    return conversation.muted ? 'Mutes the agent.' : 'Unmutes the agent.';
}

function securePause(simulator, conversation) {
    if (conversation.facts.recordingState === 'none') throw new Ignored('The call is not recorded.');
    const paused = !conversation.facts.securePause;
    simulator.change(conversation, { recordingState: paused ? 'paused' : 'active', securePause: paused }, 120);
    return paused ? 'Pauses the recording.' : 'Resumes the recording.';
}

function blindTransfer(simulator, conversation, context) {
    refuseConsulting(conversation, 'blindTransfer');
    const target = findTarget(context);
    if (!conversation.voice && target.kind === 'number') {
        throw new Ignored(`A ${conversation.media} cannot be transferred to a phone number.`);
    }
    simulator.transfer(conversation);
    return `Transfers the ${conversation.media} to the ${target.kind} ${target.name}.`;
}

function consultTransfer(simulator, conversation, context) {
    refuseConsulting(conversation, 'consultTransfer');
    const target = findTarget(context);
    simulator.startConsult(conversation, target);
    return `Holds the call and consults the ${target.kind} ${target.name}.`;
}

function concludeTransfer(simulator, conversation) {
    // Our reading: the interaction to name is the customer's, the one that completeConsultTransfer names afterwards.
    if (conversation.consultedFor) {
        throw new Ignored('This is the consult leg; concludeTransfer names the interaction that is transferred.');
    }
    if (!conversation.consult) throw new Ignored('There is no consult transfer to conclude.');
    if (!conversation.consult.live) throw new Ignored('The consulted party has not answered yet.');
    const { name } = conversation.consult.facts;
    simulator.concludeConsult(conversation);
    return `Hands the call over to ${name}.`;
}

function secureSession(simulator, conversation, context) {
    refuseConsulting(conversation, 'secureSession');
    if (typeof context.userData !== 'string') throw new Ignored('userData is not text.');
    if (context.disconnect !== undefined && typeof context.disconnect !== 'boolean') {
        throw new Ignored('disconnect is neither true nor false.');
    }
    const flow = FLOWS.find(({ id }) => id === context.flowId);
    if (!flow) throw new Ignored(`No flow has the ID ${JSON.stringify(context.flowId) ?? '(none)'}.`);
    if (!flow.secure) throw new Ignored(`${flow.name} is not a secure flow.`);
    if (context.disconnect) {
        simulator.transfer(conversation);
        return `Hands the call to the secure flow ${flow.name} and leaves it.`;
    }
    simulator.startSecureFlow(conversation, flow.name);
    return `Hands the call to the secure flow ${flow.name} and waits for it to come back.`;
}

function refuseConsulting(conversation, action) {
    if (conversation.consult) throw new Ignored(`${action} is not possible during a consult transfer.`);
    if (conversation.consultedFor) throw new Ignored(`${action} is not possible on the consult leg.`);
}

function addCustomAttributes(simulator, { id, attributes }) {
    const conversation = find(simulator, id);
    if (!isObject(attributes) || Object.keys(attributes).length === 0) throw new Ignored('There are no attributes.');
    simulator.setAttributes(conversation.id, attributes);
    return `Sets ${Object.keys(attributes).join(', ')}.`;
}

// Genesys's sample sends names too.
function updateStatus(simulator, { id }) {
    const status = STATUSES.find((candidate) => candidate.id === id || candidate.label === id);
    if (!status) throw new Ignored(`No status has the ID ${JSON.stringify(id) ?? '(none)'}.`);
    simulator.setStatus(status);
    return `Sets the agent's status to ${status.label}.`;
}

// Our reading: what it asks for is noted and nothing more, as nothing of it is simulated.
function subscribe(simulator, { type, categories }) {
    if (typeof type !== 'string' || !Array.isArray(categories)) throw new Ignored('type or categories is missing.');
    return `Subscribes to ${categories.join(', ')} of ${type}.`;
}

function find(simulator, id) {
    const conversation = simulator.find(id);
    if (!conversation) throw new Ignored(`Unknown interaction ${JSON.stringify(id) ?? '(none)'}.`);
    return conversation;
}

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
