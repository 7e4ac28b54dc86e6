/** The one session of a page: subscribe to its state, select an interaction, send a message. */
import labels from './labels';
import { problemsOf } from './problems';
import { NO_CONFIGURATION, SharedSession } from './sharedSession';

export { findAtSource, setTransferSource } from './transferSource';

let shared = null;
// Wire adapters may answer before their component is connected.
const earlyInfos = [];

/** The state before there is a session, to begin with. */
export const NO_SESSION = Object.freeze({
    patchbay: null,
    session: null,
    error: null,
    configuration: NO_CONFIGURATION
});

/**
 * Calls `listener` with {patchbay, session, error, configuration, change, problems, infos, searchProblems}: as soon as there is a
 * session, and after every change, with what it changed. `configuration` is what the
 * organisation chose: `statuses`, `transferTargets` and the `options` of the session. `error` says why there is no session, `problems` what is wrong and stays so,
 * `infos` what getObjectInfo says of Task and EngagementInteraction, `searchProblems` by interaction why its records could not
 * be searched for. A component with `keepsLog` shows what is saved: from then on the session saves and searches, if the
 * organisation wants Patchbay to keep the log. Returns the function that unsubscribes.
 */
export function subscribe(listener, { keepsLog = false } = {}) {
    shared ??= new SharedSession(earlyInfos.splice(0));
    const mine = shared;
    const subscriber = { listener };
    mine.add(subscriber, keepsLog);
    return () => {
        if (mine.remove(subscriber)) {
            shared = null;
            mine.close();
        }
    };
}

/** Loads Patchbay again for all subscribers, if it did not load. */
export function retry() {
    shared?.retry();
}

/** Selects an interaction for all components. Whoever selects last wins, the agent here or in the client. */
export function select(interactionId) {
    shared?.ask((session) => session.select(interactionId));
}

/** The agent asks for an interaction: selects it, and shows it whatever is typed in another. */
export function show(interactionId) {
    shared?.ask((session) => session.show(interactionId));
}

/**
 * A field of an interaction has the focus ('focus'), or text that was not sent ('unsent'), or neither (null). The page stays with
 * that interaction as long as it does. `field` is a name that no other field of the page has.
 */
export function typing(field, interactionId, state) {
    shared?.ask((session) => session.typing(field, interactionId, state));
}

/**
 * Publishes the message that `build(session, patchbay)` returns. Returns {message, problems, sent}: what Patchbay refuses is not
 * sent, and `problems` says why. `sent` is how the session follows the message; null where nothing is to be followed.
 */
export function send(build) {
    const { result, problems } = tryBuild((session, patchbay) => {
        const message = build(session, patchbay);
        shared.publish(message);
        const isFollowed = session.sent(message).sent;
        return { message, sent: isFollowed ? session.sentActions.at(-1) : null };
    });
    return { message: result?.message ?? null, problems, sent: result?.sent ?? null };
}

/** What `build(session, patchbay)` returns, as {result, problems}. Nothing is sent. */
export function tryBuild(build) {
    if (!shared?.session) {
        return { result: null, problems: [notStarted(shared?.error)] };
    }
    try {
        return { result: build(shared.session, shared.patchbay), problems: [] };
    } catch (error) {
        return { result: null, problems: problemsOf(error) };
    }
}

/** The agent has opened a record: {id, objectApiName, name, isPersonAccount, personContactId, convertedContactId, related}. */
export function visit(record) {
    shared?.ask((session) => session.visit(record));
}

/** The agent has left the record that was opened last. */
export function leave() {
    shared?.ask((session) => session.leave());
}

/** What getObjectInfo says of Task or of EngagementInteraction; nothing while that is not known. */
export function setObjectInfo(info) {
    if (info && shared) {
        shared.setObjectInfo(info);
    } else if (info) {
        earlyInfos.push(info);
    }
}

function notStarted(error) {
    return {
        severity: 'error',
        path: '',
        code: 'not-started',
        message: error ? labels.couldNotStart : labels.starting
    };
}
