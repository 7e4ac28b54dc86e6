import { session_open } from '../../build/wasm/patchbay.js';
import { ACTIONS, ITEMS } from './vocabulary.js';
import { PatchbayError } from './errors.js';
import { Logs } from './logs.js';
import { copyOf, jsonText } from './jsonText.js';
import { problem } from './problems.js';
import { readOptions } from './options.js';
import { openSaver } from './saver.js';
import { openStamp } from './stamp.js';

const NOTHING = Object.freeze({
    interactions: Object.freeze([]),
    agent: false,
    selection: false,
    logs: Object.freeze([]),
    lists: Object.freeze([]),
    saves: 0,
    problems: Object.freeze([])
});

const NOBODY = Object.freeze({ status: null, subStatus: null, routingStatus: null });

/** What is told once of storage that fails, and stays true. */
const NOT_KEPT = 'not-kept';

const NOT_SAVED = 'not-saved';

/** Milliseconds that closing waits for answers; what has not come by then is kept, and sent by the next session. */
const LAST_ANSWERS = 3000;

/** One agent's session: a mirror of what Rust holds, brought up to date by every change it tells of. */
export function openSession(port, builders, given) {
    const options = readOptions(given);
    const { save, engagement, storage, user, onChange } = options;
    const { stamp, problems: inStamp } = openStamp(options);
    const inOptions = [...options.problems, ...inStamp];
    const saves = typeof save === 'function';
    // A clock that nobody sets back: the page's own, from the time at which it was loaded.
    const elapsed = performance.now.bind(performance);
    // Test doubles of performance may lack its origin.
    const origin = performance.timeOrigin ?? Date.now() - elapsed();
    const now = () => origin + elapsed();

    const mirror = { interactions: new Map(), agent: NOBODY, selected: null };
    const logs = new Logs();
    let listed = NOTHING.interactions;
    let problems = Object.freeze(inOptions);
    let closing = null;
    // Another session may have this one's number by then.
    let closed = false;
    let waiting = [];

    const send = openSaver(save, engagement?.save, (answer) => {
        run(answer);
        waiting.splice(0).forEach((resolve) => resolve());
    });
    const number = session_open(
        storage ?? undefined,
        storage === undefined,
        user,
        plain(options),
        saves ? Math.trunc(Math.random() * 2 ** 32) : undefined,
        stamp,
        () => publish(apply(port.sessionCommand(number, '', now()))),
        now()
    );
    const hide = () => run(['disconnect']);
    globalThis.addEventListener?.('pagehide', hide);
    problems = Object.freeze([...problems, ...apply(port.sessionFound(number, now())).problems]);

    function apply(json) {
        if (json === '') {
            return NOTHING;
        }
        const told = JSON.parse(json);
        for (const [id, interaction, can] of told.interactions) {
            // Taken out first, so that one that came back stands among the youngest.
            if (interaction === null) {
                mirror.interactions.delete(id);
            } else {
                mirror.interactions.set(id, freeze(interaction, can, mirror.interactions.get(id)));
            }
        }
        if (told.interactions.length > 0) {
            listed = Object.freeze(Array.from(mirror.interactions.values(), ({ interaction }) => interaction));
        }
        logs.apply(told.logs, told.lists);
        mirror.agent = told.agent ? Object.freeze(told.agent) : mirror.agent;
        mirror.selected = told.selected;
        send(told.send);
        return Object.freeze({
            interactions: ids(told.interactions),
            agent: told.agent !== null,
            selection: told.selection,
            logs: ids(told.logs),
            lists: Object.freeze(told.lists),
            saves: told.send.length,
            problems: Object.freeze(told.problems.map((one) => Object.freeze(one)))
        });
    }

    function publish(change) {
        const keeping = change.problems.filter(({ code }) => code === NOT_KEPT);
        problems = keeping.length > 0 ? Object.freeze([...problems, ...keeping]) : problems;
        if (change !== NOTHING && !closing) {
            onChange?.(change);
        }
        return change;
    }

    /** Gives Rust a value of foreign origin as JSON, and publishes what it changed. */
    function give(value, take) {
        const { text, found } = jsonText(value);
        const json = text === null || closed ? '' : take(number, text, now());
        const change = json === null ? { ...NOTHING, problems: [problem(ITEMS.MessageTooLong)] } : apply(json);
        return publish(
            found ? Object.freeze({ ...change, problems: Object.freeze([found, ...change.problems]) }) : change
        );
    }

    const run = (command) => give(command, port.sessionCommand);
    const ask = (...command) => (closing ? NOTHING : run(command));
    const answered = () => new Promise((resolve) => waiting.push(resolve));

    function refuse(action, id) {
        const refusal =
            typeof id === 'string' && !closed ? port.sessionRefuse(number, ACTIONS.indexOf(action), id) : '';
        if (refusal !== '') {
            throw new PatchbayError([Object.freeze(JSON.parse(refusal))]);
        }
    }

    function canOfUnknown(id) {
        const possible = closing || typeof id !== 'string' ? 0 : Math.max(0, port.sessionCan(number, id));
        return Object.freeze(ACTIONS.filter((_, action) => (possible >> action) & 1));
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

    async function flush() {
        ask('hurry', true);
        while (!closing && port.isSaving(number)) {
            await answered();
            // Whatever differs again by now goes out too, but what has failed waits its turn.
            ask('hurry', false);
        }
        const unsaved = logs.listed.flatMap(({ id, problems: ofLog, engagement: beside }) =>
            [...ofLog, ...(beside?.problems ?? [])]
                .filter(({ code }) => code === NOT_SAVED)
                .map((one) => Object.freeze({ ...one, path: `/${id}` }))
        );
        if (unsaved.length > 0) {
            throw new PatchbayError(unsaved);
        }
    }

    async function lastAnswers() {
        let timer;
        const tooLate = new Promise((resolve) => {
            timer = setTimeout(() => resolve(true), LAST_ANSWERS);
        });
        while (port.isSaving(number)) {
            if (await Promise.race([answered(), tooLate])) {
                break;
            }
        }
        clearTimeout(timer);
    }

    async function close() {
        globalThis.removeEventListener?.('pagehide', hide);
        run(['disconnect']);
        await lastAnswers();
        port.sessionClose(number);
        closed = true;
        mirror.interactions.clear();
        logs.clear();
        listed = NOTHING.interactions;
        mirror.agent = NOBODY;
        mirror.selected = null;
    }

    return Object.freeze({
        receive: (message) => (closing ? NOTHING : give(message, port.sessionReceive)),
        get interactions() {
            return listed;
        },
        interaction: (id) => mirror.interactions.get(id)?.interaction ?? null,
        get selected() {
            return mirror.selected;
        },
        get agent() {
            return mirror.agent;
        },
        can: (id) => mirror.interactions.get(id)?.can ?? canOfUnknown(id),
        updateState,
        blindTransfer: allowed('blindTransfer', builders.blindTransfer),
        consultTransfer: allowed('consultTransfer', builders.consultTransfer),
        secureSession: allowed('secureSession', builders.secureSession),
        visit: (record) => ask('visit', record),
        associate: (id, records) => ask('associate', id, records),
        choose: (id, list, recordId) => ask('choose', id, list, recordId),
        edit: (id, values) => ask('edit', id, values),
        know: (infos) => ask('know', infos),
        openLog: (id) => ask('openLog', id),
        get logs() {
            return logs.listed;
        },
        log: (id) => logs.get(id),
        get pending() {
            return Object.freeze(closed ? [] : JSON.parse(port.sessionPending(number)).map(frozen));
        },
        flush,
        get problems() {
            return problems;
        },
        close: () => (closing ??= close())
    });
}

/** The part of the options that Rust reads, as a copy that nothing foreign hides behind. */
function plain({ fields, objectInfo, transcripts, region, engagement }) {
    const kept = typeof engagement?.save === 'function' ? engagement : undefined;
    return copyOf({ fields, objectInfo, transcripts, region, engagement: kept }) ?? { fields: 'unreadable' };
}

function ids(pairs) {
    return Object.freeze(pairs.map(([id]) => id));
}

function frozen(request) {
    return Object.freeze(request);
}

/** Attributes that are as before are not told again. */
function freeze(interaction, can, before) {
    if (interaction.attributes) {
        Object.freeze(interaction.attributes);
    } else {
        interaction.attributes = before.interaction.attributes;
    }
    Object.freeze(interaction.dialer);
    return { interaction: Object.freeze(interaction), can: Object.freeze(can) };
}
