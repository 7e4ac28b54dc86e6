import { session_open } from '../../build/wasm/patchbay.js';
import { COMMANDS, TASK_TYPES } from './vocabulary.js';
import { openActions } from './actions.js';
import { NONE, NO_CHANGE, both, ids, union, withProblems } from './changes.js';
import { openDeliveries } from './deliveries.js';
import { PatchbayError, problemsOf } from './errors.js';
import { Interactions } from './interactions.js';
import { Logs } from './logs.js';
import { openDirectory } from './directory.js';
import { openTimelines } from './timelines.js';
import { copyOf, jsonText, plainText } from './jsonText.js';
import { PROBLEMS, problem } from './problems.js';
import { optionsForRust, readOptions } from './options.js';
import { openSubscribers } from './subscribers.js';
import { openAnswers } from './answers.js';
import { openDateFormat } from './dateFormat.js';
import { openSaveDispatcher } from './saveDispatcher.js';
import { openSessionHandle } from './sessionHandle.js';
import { afterTimer, useClock } from './time.js';

/** The agent before the client has reported a status. */
const UNKNOWN_AGENT = Object.freeze({ status: null, subStatus: null, routingStatus: null, statusId: null });

/** Problems of the whole session, not of one call: they stay in `problems`. Rust reports these when they begin. */
const LASTING = ['storage-unavailable', 'kept-twice'];

/** These are found again and again; each stays once a path. */
const REPEATED = ['module-restarted', 'listener-failed'];

/** Maximum number of problems that stay in `problems`; the oldest go first. */
const MAX_LASTING = 100;

/** The number of sessions that were opened on this page. */
let opened = 0;

const NOT_SAVED = 'not-saved';

const LEFT_OUT = problem(PROBLEMS.ProblemsLeftOut);

const UNSAVED = Object.freeze({
    message: 'Not everything could be saved; the problems of this error say what, and why.'
});

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
    let shown = null;
    // The ID of the interaction that waits to be shown.
    let next = null;
    let logKeeper = null;
    let sentActions = NONE;
    const interactions = new Interactions();
    const logs = new Logs();
    let problems = boundedProblems([...options.problems, ...ofDateFormat]);
    let isFirstRead = true;
    let closing = false;
    let ended = null;
    // From then on the session's number may be that of another session.
    let closed = false;
    // What the org answered since, by its parts: a restart of the module forgets nothing of it.
    const infos = new Map();

    const timelines = openTimelines((id) => (closed ? '' : wasmBridge.sessionTimeline(handle, id)));
    const answers = openAnswers(time);
    const deliveries = openDeliveries(publish);
    const dispatchSaves = openSaveDispatcher(save, engagement?.save);
    const handle = openSessionHandle(
        moduleHost,
        (aside, resendFrom) => {
            useClock(time);
            const isStored = aside < 3;
            return session_open(
                (isStored && storage) || undefined,
                isStored && storage === undefined,
                user,
                page,
                optionsForRust(options),
                plainText([...infos.values()]),
                saves ? Math.trunc(time.random() * 2 ** 32) : undefined,
                formatTime,
                // A timer of the module went off: an empty command lets Rust do what is due.
                () => afterTimer(() => send('', wasmBridge.sessionCommand)),
                time.now(),
                resendFrom,
                aside
            );
        },
        {
            isStored: storage !== null && options.browserStorage !== 'none',
            now: time.now,
            renewed: () => deliveries.deliver(readAll)
        }
    );
    // The page may be gone before a timer goes off, so everything that is unsaved is sent now.
    const onPageHide = () => run([COMMANDS.Disconnect]);
    globalThis.addEventListener?.('pagehide', onPageHide);
    problems = boundedProblems([...problems, ...readAll().problems]);

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
        const retold = Object.freeze(reported.timelines ?? []);
        // The summary tells of the log too.
        timelines.forget([...retold, ...ids(reported.logs)]);
        agent = reported.agent ? Object.freeze(reported.agent) : agent;
        if (reported.selected !== undefined) {
            ({ selected, shown = selected, waiting: next = null } = reported);
        }
        logKeeper = reported.logKeeper ?? logKeeper;
        sentActions = reported.sent ? frozenList(reported.sent) : sentActions;
        const unpublished = [];
        if (options.publish && !closing) {
            const messages = [
                ...(reported.subscribe ? [subscribeTo(reported.subscribe)] : []),
                ...(reported.setUp ? subscriptions : [])
            ];
            unpublished.push(...messages.flatMap(publishMessage));
        }
        const { generation } = handle;
        handle.hasSent ||= requests.length > 0;
        dispatchSaves(requests, (answer) => {
            // After a restart Rust sends the save again, under another ticket.
            if (generation === handle.generation) {
                run(answer);
            }
            answers.wake();
        });
        return Object.freeze({
            interactions: ids(reported.interactions),
            agent: reported.agent !== undefined,
            selection: reported.selected !== undefined,
            logs: ids(reported.logs),
            lists: lists ? Object.freeze(lists) : NONE,
            timelines: retold,
            saves: requests.length,
            sent: reported.sent !== undefined,
            confirmed: frozenList(reported.confirmed),
            unconfirmed: frozenList(reported.unconfirmed),
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
        problems = lasting.length > 0 ? boundedProblems([...problems, ...lasting]) : problems;
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
        return withProblems(change, NONE, failed);
    }

    /** Passes a value of the page's to Rust as JSON, by a function of the bridge, and publishes what it changed. */
    function send(value, call) {
        if (deliveries.isFull) {
            return withProblems(NO_CHANGE, [problem(PROBLEMS.CalledTooOften)]);
        }
        // A getter of the value may call the session: that call comes first.
        const { text, found } = jsonText(value);
        return deliveries.deliver(() => changeOf(text, found, call));
    }

    function changeOf(text, found, call) {
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
        // Nobody waits for the answer of a save that has timed out.
        answers.wakeIf(() => !isInside() && !wasmBridge.isSaving(handle));
        if (json === null) {
            ofCall.push(problem(PROBLEMS.MessageTooLong));
        }
        return withProblems(change, ofCall);
    }

    const run = (command) => send(command, wasmBridge.sessionCommand);
    const ask = (...command) => (closing ? NO_CHANGE : run(command));

    /** Whether this is called by the session's storage, from inside the module, which refuses other calls until it returns. */
    const isInside = () => moduleHost.exports.is_running();

    function subscribeTo(categories, type) {
        const message = builders.subscribe(categories, type);
        const json = JSON.stringify(message);
        if (!subscriptions.some((known) => JSON.stringify(known) === json)) {
            subscriptions.push(message);
        }
        return message;
    }

    function setObjectInfo(given) {
        const copy = copyOf(given);
        if (copy !== null && !closing) {
            const parts = Object.keys(copy).sort().join();
            infos.delete(parts);
            infos.set(parts, copy);
        }
        return ask(COMMANDS.SetObjectInfo, copy ?? given);
    }

    const selectRecord = (id, list, recordId) => ask(COMMANDS.Choose, id, list, recordId);
    const updateFields = (id, values) => ask(COMMANDS.Edit, id, values);

    async function saveNow() {
        if (isInside()) {
            await null;
        }
        ask(COMMANDS.Flush, true);
        while (!closing && wasmBridge.isSaving(handle)) {
            await answers.next();
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

    async function close() {
        globalThis.removeEventListener?.('pagehide', onPageHide);
        if (isInside()) {
            await null;
        }
        try {
            run([COMMANDS.Disconnect]);
            closing = true;
            await answers.last(() => wasmBridge.isSaving(handle));
        } finally {
            wasmBridge.sessionClose(handle);
            handle.release();
            closed = true;
            answers.wake();
            clear();
        }
    }

    /** The same promise for everybody who closes the session, also while it is being closed. */
    function closeOnce() {
        if (!ended) {
            let settle;
            ended = new Promise((resolve) => (settle = resolve));
            settle(close());
        }
        return ended;
    }

    /** Empties the copy. */
    function clear() {
        interactions.clear();
        logs.clear();
        timelines.clear();
        agent = UNKNOWN_AGENT;
        selected = null;
        sentActions = NONE;
        shown = null;
        next = null;
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
        get shown() {
            return shown;
        },
        get waiting() {
            return next;
        },
        show: (id) => ask(COMMANDS.Show, id),
        typing: (field, id, state = null) => ask(COMMANDS.Typing, field, id, state),
        get agent() {
            return agent;
        },
        sent: (message) => ask(COMMANDS.Sent, message),
        get sentActions() {
            return sentActions;
        },
        ...openActions({
            builders,
            wasmBridge,
            handle,
            interactions,
            time,
            isClosing: () => closing,
            isClosed: () => closed
        }),
        ...openDirectory((asked) => (closed ? '' : wasmBridge.sessionDirectory(handle, asked))),
        visit: (record) => ask(COMMANDS.Visit, record),
        leave: () => ask(COMMANDS.Leave),
        associate: (id, records) => ask(COMMANDS.Associate, id, records),
        selectRecord,
        updateFields,
        timeline: (id) => timelines.of(id).entries,
        summary: (id) => timelines.of(id).summary,
        addSummary: (id, text) => ask(COMMANDS.AddSummary, id, text),
        setObjectInfo,
        openLog: (id) => ask(COMMANDS.OpenLog, id),
        get logKeeper() {
            return logKeeper;
        },
        get logs() {
            return logs.listed;
        },
        log: (id) => logs.get(id),
        taskTypes: Object.freeze(TASK_TYPES),
        get pending() {
            return Object.freeze(closed ? [] : JSON.parse(wasmBridge.sessionPending(handle)).map(frozen));
        },
        saveNow,
        get problems() {
            return problems;
        },
        close: closeOnce,
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

/** The last of so many problems. */
function boundedProblems(all) {
    const others = all.filter((one) => one !== LEFT_OUT);
    return Object.freeze(all.length > MAX_LASTING ? [...others.slice(1 - MAX_LASTING), LEFT_OUT] : all);
}

function frozenList(list) {
    return list ? Object.freeze(list.map(frozen)) : NONE;
}

function frozen(one) {
    return Object.freeze(one);
}
