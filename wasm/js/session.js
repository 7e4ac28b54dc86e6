import { session_open } from '../../build/wasm/patchbay.js';
import { ACTIONS, COMMANDS, SIMPLE_ACTIONS } from './vocabulary.js';
import { PatchbayError, problemsOf } from './errors.js';
import { Interactions } from './interactions.js';
import { Logs } from './logs.js';
import { jsonText, plainText } from './jsonText.js';
import { PROBLEMS, problem } from './problems.js';
import { readOptions } from './options.js';
import { openSubscribers } from './subscribers.js';
import { openDateFormat } from './dateFormat.js';
import { openSaveDispatcher } from './saveDispatcher.js';
import { openSessionHandle } from './sessionHandle.js';
import { afterTimer, useClock } from './time.js';

const NONE = Object.freeze([]);

/** The change of a call that changed nothing. It is not published. */
const NO_CHANGE = Object.freeze({
    interactions: NONE,
    agent: false,
    selection: false,
    logs: NONE,
    lists: NONE,
    saves: 0,
    problems: NONE
});

/** The agent before the client has reported a status. */
const UNKNOWN_AGENT = Object.freeze({ status: null, subStatus: null, routingStatus: null, statusId: null });

/** Problems of the whole session, not of one call: they stay in `problems`. Rust reports these when they begin. */
const LASTING = ['storage-unavailable', 'kept-twice'];

/** These are found again and again; each stays once a path. */
const REPEATED = ['module-restarted', 'listener-failed'];

/** The number of sessions that were opened on this page. */
let opened = 0;

const NOT_SAVED = 'not-saved';

const UNSAVED = Object.freeze({
    message: 'Not everything could be saved; the problems of this error say what, and why.'
});

/** How long `close` waits for answers to saves, in milliseconds. Later ones are sent again by the next session. */
const CLOSE_TIMEOUT = 3000;

/**
 * Opens an agent's session. The session itself is in Rust; this object holds a copy of what Rust reported (interactions, logs,
 * agent), so that reading a property does not call into the module. Every call into Rust returns what it changed as JSON, and
 * `apply` updates the copy.
 */
export function openSession({ moduleHost, wasmBridge, builders, time }, given) {
    const options = readOptions(given);
    const { save, engagement, storage, user, onChange } = options;
    const subscribers = openSubscribers(onChange);
    const { formatTime, problems: ofDateFormat } = openDateFormat(options);
    const saves = typeof save === 'function';
    // A restart of the module goes on with the same name; a duplicated tab has another.
    const page = nameOfPage(time);
    // Sent again when the client announces that it was set up again.
    const subscriptions = [];
    let agent = UNKNOWN_AGENT;
    let selected = null;
    let logKeeper = null;
    const interactions = new Interactions();
    const logs = new Logs();
    let problems = Object.freeze([...options.problems, ...ofDateFormat]);
    let isFirstRead = true;
    let closing = null;
    // From then on the session's number may be that of another session.
    let closed = false;
    // Resolved with the next answer to a save, or when none is waited for any more.
    let waiting = [];

    const dispatchSaves = openSaveDispatcher(save, engagement?.save);
    const handle = openSessionHandle(
        moduleHost,
        (withStored) => {
            useClock(time);
            return session_open(
                (withStored && storage) || undefined,
                withStored && storage === undefined,
                user,
                page,
                optionsForRust(options),
                saves ? Math.trunc(time.random() * 2 ** 32) : undefined,
                formatTime,
                // A timer of the module went off: an empty command lets Rust do what is due.
                () => afterTimer(() => send('', wasmBridge.sessionCommand)),
                time.now()
            );
        },
        { isStored: storage !== null, renewed: () => publish(readAll()) }
    );
    // The page may be gone before a timer goes off, so everything that is unsaved is sent now.
    const onPageHide = () => run([COMMANDS.Disconnect]);
    globalThis.addEventListener?.('pagehide', onPageHide);
    problems = Object.freeze([...problems, ...readAll().problems]);

    /** Updates the copy by a change that Rust wrote, has saves sent, and returns the change in its public shape. */
    function apply(json) {
        if (json === '') {
            return NO_CHANGE;
        }
        // Rust leaves out what did not change.
        const reported = JSON.parse(json);
        const { lists, problems: found = NONE, requests = NONE } = reported;
        if (reported.interactions) {
            interactions.apply(reported.interactions);
        }
        logs.apply(reported.logs ?? NONE, lists ?? NONE);
        agent = reported.agent ? Object.freeze(reported.agent) : agent;
        selected = reported.selected === undefined ? selected : reported.selected;
        logKeeper = reported.logKeeper ?? logKeeper;
        const unpublished = [];
        if (options.publish && !closing) {
            const messages = [
                ...(reported.subscribe ? [subscribeTo(reported.subscribe)] : []),
                ...(reported.setUp ? subscriptions : [])
            ];
            unpublished.push(...messages.flatMap(publishMessage));
        }
        const { generation } = handle;
        dispatchSaves(requests, (answer) => {
            // After a restart Rust sends the save again, under another ticket.
            if (generation === handle.generation) {
                run(answer);
            }
            waiting.splice(0).forEach((resolve) => resolve());
        });
        return Object.freeze({
            interactions: ids(reported.interactions),
            agent: reported.agent !== undefined,
            selection: reported.selected !== undefined,
            logs: ids(reported.logs),
            lists: lists ? Object.freeze(lists) : NONE,
            saves: requests.length,
            problems: Object.freeze([...found.map((one) => Object.freeze(one)), ...unpublished])
        });
    }

    /** Hands a message to the page; returns the problem, in a list, if the page throws. */
    function publishMessage(message) {
        try {
            options.publish(message);
            return NONE;
        } catch {
            return [problem(PROBLEMS.PublishFailed, { at: '/publish' })];
        }
    }

    /** Reads the whole session from Rust: when it is opened, and after a restart of the module. */
    function readAll() {
        const notice = handle.takeNotice();
        if (closed || (!notice && !isFirstRead)) {
            return NO_CHANGE;
        }
        isFirstRead = false;
        const before = { interactions: interactions.listed.map(({ id }) => id), logs: logs.listed.map(({ id }) => id) };
        clear();
        useClock(time);
        let all;
        try {
            all = apply(wasmBridge.sessionFound(handle, time.now()));
        } catch (error) {
            all = { ...NO_CHANGE, problems: problemsOf(error) };
        }
        return Object.freeze({
            ...all,
            interactions: union(before.interactions, all.interactions),
            logs: union(before.logs, all.logs),
            agent: true,
            selection: true,
            problems: Object.freeze(notice ? [notice, ...all.problems] : all.problems)
        });
    }

    /** Adds lasting problems to those of the session; returns those that are new there. */
    function keepLasting(found) {
        const lasting = found.filter(
            ({ code, path }) =>
                LASTING.includes(code) ||
                (REPEATED.includes(code) && !problems.some((known) => known.code === code && known.path === path))
        );
        problems = lasting.length > 0 ? Object.freeze([...problems, ...lasting]) : problems;
        return lasting;
    }

    /** Calls the subscribers. One that throws hurts nobody; the first time, the others are told. */
    function publish(change) {
        keepLasting(change.problems);
        if (change === NO_CHANGE || closing) {
            return change;
        }
        const failed = subscribers.notify(change);
        if (failed.length === 0) {
            return change;
        }
        const news = keepLasting(failed);
        if (news.length > 0) {
            subscribers.notify(Object.freeze({ ...NO_CHANGE, problems: Object.freeze(news) }));
        }
        return Object.freeze({ ...change, problems: Object.freeze([...change.problems, ...failed]) });
    }

    /** Passes a value of the page's to Rust as JSON, by a function of the bridge, and publishes what it changed. */
    function send(value, call) {
        const { text, found } = jsonText(value);
        const ofCall = found ? [found] : [];
        useClock(time);
        let json = '';
        try {
            json = text === null || closed ? '' : call(handle, text, time.now());
        } catch (error) {
            ofCall.push(...problemsOf(error));
        }
        // The call may have restarted the module.
        const change = handle.notice ? both(readAll(), apply(json ?? '')) : apply(json ?? '');
        wakeWaiting();
        if (json === null) {
            ofCall.push(problem(PROBLEMS.MessageTooLong));
        }
        return publish(
            ofCall.length > 0
                ? Object.freeze({ ...change, problems: Object.freeze([...ofCall, ...change.problems]) })
                : change
        );
    }

    const run = (command) => send(command, wasmBridge.sessionCommand);
    const ask = (...command) => (closing ? NO_CHANGE : run(command));
    const nextAnswer = () => new Promise((resolve) => waiting.push(resolve));

    /** Nobody waits for the answer of a save that has timed out, or of a closed session. */
    function wakeWaiting() {
        if (waiting.length > 0 && (closed || !wasmBridge.isSaving(handle))) {
            waiting.splice(0).forEach((resolve) => resolve());
        }
    }

    /** Throws if the state of the interaction does not allow the action. */
    function checkAllowed(action, id) {
        const isAsked = typeof id === 'string' && !closed;
        const refusal = isAsked ? wasmBridge.sessionRefuse(handle, ACTIONS.indexOf(action), id) : '';
        if (refusal !== '') {
            throw new PatchbayError([Object.freeze(JSON.parse(refusal))]);
        }
    }

    function canOfUnknown(id) {
        const allowed = closing || typeof id !== 'string' ? '' : wasmBridge.sessionCan(handle, id);
        return allowed === '' ? NONE : Object.freeze(JSON.parse(allowed));
    }

    const ifAllowed =
        (action, build) =>
        (id, ...rest) => {
            checkAllowed(action, id);
            return build(id, ...rest);
        };

    function updateState(action, id) {
        const message = builders.updateState(action, id);
        // By the action of the message: the given one may have had another letter case.
        checkAllowed(message.data.action, id);
        return message;
    }

    function subscribeTo(categories, type) {
        const message = builders.subscribe(categories, type);
        const json = JSON.stringify(message);
        if (!subscriptions.some((known) => JSON.stringify(known) === json)) {
            subscriptions.push(message);
        }
        return message;
    }

    function handOver(id) {
        const message = typeof id === 'string' && !closed ? wasmBridge.sessionHandOver(handle, id) : '';
        return message === '' ? null : JSON.parse(message);
    }

    /** A builder for each action that needs only an interaction's ID, by the name of the action. */
    const simpleActions = Object.fromEntries(SIMPLE_ACTIONS.map((action) => [action, (id) => updateState(action, id)]));

    const setObjectInfo = (infos) => ask(COMMANDS.SetObjectInfo, infos);
    const selectRecord = (id, list, recordId) => ask(COMMANDS.Choose, id, list, recordId);
    const updateFields = (id, values) => ask(COMMANDS.Edit, id, values);

    async function saveNow() {
        ask(COMMANDS.Flush, true);
        while (!closing && wasmBridge.isSaving(handle)) {
            await nextAnswer();
            // Sends what changed meanwhile; a save that failed is not repeated.
            ask(COMMANDS.Flush, false);
        }
        const unsaved = logs.listed.flatMap(({ id, problems: ofLog, engagement: ofEngagement }) =>
            [...ofLog, ...(ofEngagement?.problems ?? [])]
                .filter(({ code }) => code === NOT_SAVED)
                .map((one) => Object.freeze({ ...one, path: `/${id}` }))
        );
        if (unsaved.length > 0) {
            throw new PatchbayError(unsaved, [UNSAVED]);
        }
    }

    /** Waits until every save is answered, but no longer than CLOSE_TIMEOUT. */
    async function lastAnswers() {
        let timer;
        const timedOut = new Promise((resolve) => {
            timer = time.setTimeout(() => resolve(true), CLOSE_TIMEOUT);
        });
        while (wasmBridge.isSaving(handle)) {
            if (await Promise.race([nextAnswer(), timedOut])) {
                break;
            }
        }
        time.clearTimeout(timer);
    }

    async function close() {
        globalThis.removeEventListener?.('pagehide', onPageHide);
        try {
            run([COMMANDS.Disconnect]);
            await lastAnswers();
        } finally {
            wasmBridge.sessionClose(handle);
            handle.release();
            closed = true;
            wakeWaiting();
            clear();
        }
    }

    /** Empties the copy. */
    function clear() {
        interactions.clear();
        logs.clear();
        agent = UNKNOWN_AGENT;
        selected = null;
    }

    return Object.freeze({
        receive: (message) => (closing ? NO_CHANGE : send(message, wasmBridge.sessionReceive)),
        get interactions() {
            return interactions.listed;
        },
        subscribe: (given, type) => (Array.isArray(given) ? subscribeTo(given, type) : subscribers.add(given)),
        interaction: (id) => interactions.get(id),
        select: (id) => ask(COMMANDS.Select, id),
        get selected() {
            return selected;
        },
        get agent() {
            return agent;
        },
        can: (id) => interactions.can(id) ?? canOfUnknown(id),
        updateState,
        ...simpleActions,
        blindTransfer: ifAllowed('blindTransfer', builders.blindTransfer),
        consultTransfer: ifAllowed('consultTransfer', builders.consultTransfer),
        secureSession: ifAllowed('secureSession', builders.secureSession),
        addCustomAttributes: builders.addCustomAttributes,
        handOver,
        updateStatus: builders.updateStatus,
        participantContext: builders.participantContext,
        visit: (record) => ask(COMMANDS.Visit, record),
        leave: () => ask(COMMANDS.Leave),
        associate: (id, records) => ask(COMMANDS.Associate, id, records),
        selectRecord,
        updateFields,
        setObjectInfo,
        openLog: (id) => ask(COMMANDS.OpenLog, id),
        get logKeeper() {
            return logKeeper;
        },
        get logs() {
            return logs.listed;
        },
        log: (id) => logs.get(id),
        get pending() {
            return Object.freeze(closed ? [] : JSON.parse(wasmBridge.sessionPending(handle)).map(frozen));
        },
        saveNow,
        get problems() {
            return problems;
        },
        close: () => (closing ??= close()),
        // Deprecated names of the same functions.
        choose: selectRecord,
        edit: updateFields,
        know: setObjectInfo,
        flush: saveNow
    });
}

/** A name that no other session has, on this page or another. */
function nameOfPage(time) {
    opened += 1;
    return [time.now(), time.random() * 2 ** 32, opened].map((part) => Math.trunc(part).toString(36)).join('-');
}

/** The options that Rust reads as they are. */
const OF_RUST = [
    'fields',
    'objectInfo',
    'transcripts',
    'transcriptRecord',
    'region',
    'task',
    'taskStatuses',
    'logKeeper'
];

/** The options that Rust reads, as JSON. */
function optionsForRust({ engagement, ...options }) {
    const saved = typeof engagement?.save === 'function' ? engagement : undefined;
    const given = Object.fromEntries(OF_RUST.map((name) => [name, options[name]]));
    return plainText({ ...given, engagement: saved });
}

/** Combines two changes, the earlier first. */
function both(first, second) {
    return Object.freeze({
        interactions: union(first.interactions, second.interactions),
        agent: first.agent || second.agent,
        selection: first.selection || second.selection,
        logs: union(first.logs, second.logs),
        lists: Object.freeze([...first.lists, ...second.lists]),
        saves: first.saves + second.saves,
        problems: Object.freeze([...first.problems, ...second.problems])
    });
}

function union(some, others) {
    return Object.freeze([...new Set([...some, ...others])]);
}

function ids(changes) {
    return changes ? Object.freeze([...new Set(changes.map(({ id }) => id))]) : NONE;
}

function frozen(request) {
    return Object.freeze(request);
}
