import { load as loadPatchbay } from '../index.js';
import { Clock } from './clock.js';
import * as fixtures from './fixtures.js';
import { recordId } from './recordId.js';

// Not `export * as`: the Babel of sfdx-lwc-jest cannot parse it.
export { fixtures };
export { PatchbayError, PatchbayLoadError } from '../index.js';

const START = Date.parse('2026-01-05T09:00:00.000Z');

/** More turns of the microtask queue than any chain of promises between a save and its answer needs. */
const TURNS = 25;

let last = null;

/** Replaces the real `load` in components under test: returns the Patchbay of the last `openTesting`. */
export async function load() {
    return (last ?? (await openTesting())).patchbay;
}

/** Opens a session with its own clock, without real timers and without storage. */
export async function openTesting({ now = START, ...options } = {}) {
    const start = typeof now === 'number' ? now : Date.parse(now);
    if (!Number.isFinite(start)) {
        throw new TypeError(`now is ${String(now)}; write milliseconds since 1970 or an ISO 8601 time.`);
    }
    const clock = new Clock(start);
    const real = await loadPatchbay();
    const saves = [];
    const patchbay = Object.freeze({
        ...real,
        session: (given) => real.session(optionsOf(given, saves), clock)
    });
    const session = patchbay.session(options);

    async function passTime(milliseconds) {
        if (!(milliseconds >= 0 && Number.isFinite(milliseconds))) {
            throw new TypeError(`passTime was given ${String(milliseconds)}; write how many milliseconds pass.`);
        }
        const end = clock.now() + milliseconds;
        do {
            await settle();
        } while (clock.next(end));
        clock.moveTo(end);
    }

    async function play({ events }, receive = session.receive) {
        for (const { afterMs, message } of events) {
            await passTime(afterMs);
            receive(message);
        }
        await settle();
    }

    async function close() {
        const closed = session.close();
        // As long as `close` waits for answers to saves.
        await passTime(3000);
        await closed;
    }

    last = Object.freeze({
        patchbay,
        session,
        receive: (message) => session.receive(message),
        play,
        passTime,
        get now() {
            return clock.now();
        },
        saves,
        close
    });
    return last;
}

/** Options of a session without storage, with the same locale and time zone everywhere, that adds its save requests to `saves`. */
function optionsOf(given, saves) {
    const options = { storage: null, locale: 'en-US', timeZone: 'UTC', ...given };
    const { save = answering(), engagement } = options;
    const noted = (saver) => (request) => {
        saves.push(request);
        return saver(request);
    };
    options.save = typeof save === 'function' ? noted(save) : save;
    if (typeof engagement?.save === 'function') {
        options.engagement = { ...engagement, save: noted(engagement.save) };
    }
    return options;
}

/** A save that answers as Apex does: with the ID of a Task, one for each interaction. */
function answering() {
    const records = new Map();
    return async ({ interaction }) => {
        const record = records.get(interaction.id) ?? recordId(records.size + 1);
        records.set(interaction.id, record);
        return record;
    };
}

/** Resolves pending promises. Not by a timer: Jest's fake timers may have replaced it. */
async function settle() {
    for (let turn = 0; turn < TURNS; turn += 1) {
        await null;
    }
}
