import { session_open } from '../../build/wasm/patchbay.js';
import { ACTIONS, COMMANDS, SIMPLE_ACTIONS } from './vocabulary.js';
import { PatchbayError, problemsOf } from './errors.js';
import { Interactions, actionsOf } from './interactions.js';
import { Logs } from './logs.js';
import { jsonText, plainText } from './jsonText.js';
import { PROBLEMS, problem } from './problems.js';
import { readOptions } from './options.js';
import { openSubscribers } from './subscribers.js';
import { openPlace } from './place.js';
import { openSaver } from './saver.js';
import { openStamp } from './stamp.js';
import { afterTimer, use } from './time.js';

const NONE = Object.freeze([]);

const NOTHING = Object.freeze({
    interactions: NONE,
    agent: false,
    selection: false,
    logs: NONE,
    lists: NONE,
    saves: 0,
    problems: NONE
});

const NOBODY = Object.freeze({ status: null, subStatus: null, routingStatus: null });

/** What is told once of storage that fails, and stays true. */
const STORAGE_UNAVAILABLE = 'storage-unavailable';

/** The same for a module that crashed. */
const MODULE_RESTARTED = 'module-restarted';

const NOT_SAVED = 'not-saved';

const UNSAVED = Object.freeze({
    message: 'Not everything could be saved; the problems of this error say what, and why.'
});

/** Milliseconds that closing waits for answers; what has not come by then is kept, and sent by the next session. */
const LAST_ANSWERS = 3000;

/** One agent's session: a mirror of what Rust holds, brought up to date by every change it tells of. */
export function openSession({ instance, port, builders, time }, given) {
    const options = readOptions(given);
    const { save, engagement, storage, user, onChange } = options;
    const subscribers = openSubscribers(onChange);
    const { stamp, problems: inStamp } = openStamp(options);
    const inOptions = [...options.problems, ...inStamp];
    const saves = typeof save === 'function';
    // What is asked for again when the client is set up anew.
    const subscriptions = [];
    const mirror = { agent: NOBODY, selected: null };
    const interactions = new Interactions();
    const logs = new Logs();
    let problems = Object.freeze(inOptions);
    let begun = false;
    let closing = null;
    // Another session may have this one's number by then.
    let closed = false;
    let waiting = [];

    const send = openSaver(save, engagement?.save);
    const place = openPlace(
        instance,
        (kept) => {
            use(time);
            return session_open(
                (kept && storage) || undefined,
                kept && storage === undefined,
                user,
                plain(options),
                saves ? Math.trunc(time.random() * 2 ** 32) : undefined,
                stamp,
                () => afterTimer(() => give('', port.sessionCommand)),
                time.now()
            );
        },
        { isKept: storage !== null, renewed: () => publish(renew()) }
    );
    const hide = () => run([COMMANDS.Disconnect]);
    globalThis.addEventListener?.('pagehide', hide);
    problems = Object.freeze([...problems, ...renew().problems]);

    function apply(json) {
        if (json === '') {
            return NOTHING;
        }
        // What is as before is left out.
        const told = JSON.parse(json);
        const { agent, selected, lists, problems: found = NONE, requests = NONE } = told;
        if (told.interactions) {
            interactions.apply(told.interactions);
        }
        logs.apply(told.logs ?? NONE, lists ?? NONE);
        mirror.agent = agent ? Object.freeze(agent) : mirror.agent;
        mirror.selected = selected === undefined ? mirror.selected : selected;
        if (options.publish && !closing) {
            if (told.subscribe) {
                options.publish(subscribeTo(told.subscribe));
            }
            if (told.setUp) {
                subscriptions.forEach((message) => options.publish(message));
            }
        }
        const { life } = place;
        send(requests, (answer) => {
            // What was sent in an earlier life is sent again in this one.
            try {
                if (life === place.life) {
                    run(answer);
                }
            } finally {
                // Also where a listener throws.
                waiting.splice(0).forEach((resolve) => resolve());
            }
        });
        return Object.freeze({
            interactions: ids(told.interactions),
            agent: agent !== undefined,
            selection: selected !== undefined,
            logs: ids(told.logs),
            lists: lists ? Object.freeze(lists) : NONE,
            saves: requests.length,
            problems: Object.freeze(found.map((one) => Object.freeze(one)))
        });
    }

    /** Takes over all there is in a life that has begun. */
    function renew() {
        const news = place.takeNews();
        if (closed || (!news && begun)) {
            return NOTHING;
        }
        begun = true;
        const before = { interactions: interactions.listed.map(({ id }) => id), logs: logs.listed.map(({ id }) => id) };
        forget();
        use(time);
        let all;
        try {
            all = apply(port.sessionFound(place, time.now()));
        } catch (error) {
            all = { ...NOTHING, problems: problemsOf(error) };
        }
        return Object.freeze({
            ...all,
            interactions: union(before.interactions, all.interactions),
            logs: union(before.logs, all.logs),
            agent: true,
            selection: true,
            problems: Object.freeze(news ? [news, ...all.problems] : all.problems)
        });
    }

    function publish(change) {
        const lasting = change.problems.filter(
            ({ code }) =>
                code === STORAGE_UNAVAILABLE ||
                (code === MODULE_RESTARTED && !problems.some((known) => known.code === code))
        );
        problems = lasting.length > 0 ? Object.freeze([...problems, ...lasting]) : problems;
        if (change !== NOTHING && !closing) {
            subscribers.notify(change);
        }
        return change;
    }

    /** Gives Rust a value of foreign origin as JSON, and publishes what it changed. */
    function give(value, take) {
        const { text, found } = jsonText(value);
        const told = found ? [found] : [];
        use(time);
        let json = '';
        try {
            json = text === null || closed ? '' : take(place, text, time.now());
        } catch (error) {
            told.push(...problemsOf(error));
        }
        const change = place.news ? both(renew(), apply(json ?? '')) : apply(json ?? '');
        if (json === null) {
            told.push(problem(PROBLEMS.MessageTooLong));
        }
        return publish(
            told.length > 0
                ? Object.freeze({ ...change, problems: Object.freeze([...told, ...change.problems]) })
                : change
        );
    }

    const run = (command) => give(command, port.sessionCommand);
    const ask = (...command) => (closing ? NOTHING : run(command));
    const answered = () => new Promise((resolve) => waiting.push(resolve));

    function refuse(action, id) {
        const refusal = typeof id === 'string' && !closed ? port.sessionRefuse(place, ACTIONS.indexOf(action), id) : '';
        if (refusal !== '') {
            throw new PatchbayError([Object.freeze(JSON.parse(refusal))]);
        }
    }

    function canOfUnknown(id) {
        const possible = closing || typeof id !== 'string' ? 0 : Math.max(0, port.sessionCan(place, id));
        return actionsOf(possible);
    }

    /** A builder that is not even asked while the interaction's state does not allow its action. */
    const allowed =
        (action, build) =>
        (id, ...rest) => {
            refuse(action, id);
            return build(id, ...rest);
        };

    function updateState(action, id) {
        const message = builders.updateState(action, id);
        // Asked of what was built: the action may have been given in another letter case.
        refuse(message.data.action, id);
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
        const message = typeof id === 'string' && !closed ? port.sessionHandOver(place, id) : '';
        return message === '' ? null : JSON.parse(message);
    }

    /** A builder for each action that needs an interaction's ID alone, by the name of the action. */
    const simpleActions = Object.fromEntries(SIMPLE_ACTIONS.map((action) => [action, (id) => updateState(action, id)]));

    const setObjectInfo = (infos) => ask(COMMANDS.SetObjectInfo, infos);
    const selectRecord = (id, list, recordId) => ask(COMMANDS.Choose, id, list, recordId);
    const updateFields = (id, values) => ask(COMMANDS.Edit, id, values);

    async function saveNow() {
        ask(COMMANDS.Flush, true);
        while (!closing && port.isSaving(place)) {
            await answered();
            // Whatever differs again by now goes out too, but what has failed waits its turn.
            ask(COMMANDS.Flush, false);
        }
        const unsaved = logs.listed.flatMap(({ id, problems: ofLog, engagement: beside }) =>
            [...ofLog, ...(beside?.problems ?? [])]
                .filter(({ code }) => code === NOT_SAVED)
                .map((one) => Object.freeze({ ...one, path: `/${id}` }))
        );
        if (unsaved.length > 0) {
            throw new PatchbayError(unsaved, [UNSAVED]);
        }
    }

    async function lastAnswers() {
        let timer;
        const tooLate = new Promise((resolve) => {
            timer = time.setTimeout(() => resolve(true), LAST_ANSWERS);
        });
        while (port.isSaving(place)) {
            if (await Promise.race([answered(), tooLate])) {
                break;
            }
        }
        time.clearTimeout(timer);
    }

    async function close() {
        globalThis.removeEventListener?.('pagehide', hide);
        try {
            run([COMMANDS.Disconnect]);
            await lastAnswers();
        } finally {
            // Also where a listener throws.
            port.sessionClose(place);
            place.leave();
            closed = true;
            forget();
        }
    }

    function forget() {
        interactions.clear();
        logs.clear();
        mirror.agent = NOBODY;
        mirror.selected = null;
    }

    return Object.freeze({
        receive: (message) => (closing ? NOTHING : give(message, port.sessionReceive)),
        get interactions() {
            return interactions.listed;
        },
        subscribe: (given, type) => (Array.isArray(given) ? subscribeTo(given, type) : subscribers.add(given)),
        interaction: (id) => interactions.get(id),
        select: (id) => ask(COMMANDS.Select, id),
        get selected() {
            return mirror.selected;
        },
        get agent() {
            return mirror.agent;
        },
        can: (id) => interactions.can(id) ?? canOfUnknown(id),
        updateState,
        ...simpleActions,
        blindTransfer: allowed('blindTransfer', builders.blindTransfer),
        consultTransfer: allowed('consultTransfer', builders.consultTransfer),
        secureSession: allowed('secureSession', builders.secureSession),
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
        get logs() {
            return logs.listed;
        },
        log: (id) => logs.get(id),
        get pending() {
            return Object.freeze(closed ? [] : JSON.parse(port.sessionPending(place)).map(frozen));
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

/** The part of the options that Rust reads, as JSON. */
function plain({ fields, objectInfo, transcripts, region, engagement }) {
    const kept = typeof engagement?.save === 'function' ? engagement : undefined;
    return plainText({ fields, objectInfo, transcripts, region, engagement: kept });
}

/** Two changes, one after the other, as one. */
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
    return changes ? Object.freeze(changes.map(({ id }) => id)) : NONE;
}

function frozen(request) {
    return Object.freeze(request);
}
