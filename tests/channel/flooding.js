/* A session in a flood, and how much was done for each message of it: counted, since what takes how long is chance. */
import { Clock } from './clock.js';
import { FLOODS, goOn, ownCall, standing } from './floods.js';

/** Messages after which the page has its turn, as between two messages of the channel. */
const BURST = 100;

/** Milliseconds from one burst to the next. What is saved because of the time would be counted for a message on a slow machine. */
const BETWEEN = 100;

/** Messages that are measured: at the end of the flood, and early in it, once everything is held that ever will be. */
const LOOK = 500;
const EARLY = 3000;

/** What is done for one message: nothing of it may become more. */
const NOTHING = { reads: 0, writes: 0, removals: 0, bytes: 0, changes: 0, touched: 0, saves: 0 };

/**
 * @param patchbay what `load()` gave
 * @param storage a real one, emptied before and after
 * @param memory of the module
 */
export default async function flooding({ patchbay, storage, memory }, name, messages) {
    storage.clear();
    const work = { ...NOTHING };
    let records = 0;
    const clock = new Clock(Date.now());
    const options = {
        storage: counted(storage, work),
        save() {
            work.saves += 1;
            records += 1;
            return `00T5g00${String(records).padStart(8, '0')}`;
        },
        onChange({ interactions, logs, lists }) {
            work.changes += 1;
            work.touched += interactions.length + logs.length + lists.length;
        }
    };
    const session = patchbay.session(options, clock);
    ownCall(session);
    const before = standing(session);
    const looks = { early: null, late: null };
    const bytes = {};
    for (let number = 1; number <= messages; number += 1) {
        const message = FLOODS[name](number, patchbay);
        Object.assign(work, NOTHING);
        session.receive(message);
        const look = number > messages - LOOK ? 'late' : number > EARLY - LOOK && number <= EARLY ? 'early' : null;
        if (look) {
            looks[look] = most(looks[look] ?? NOTHING, work);
            bytes[look] = memory.buffer.byteLength;
        }
        if (number % BURST === 0) {
            await pass(clock);
        }
    }
    const held = { interactions: session.interactions.length, logs: session.logs.length, places: storage.length };
    const result = { before, after: standing(session), phases: goOn(session), looks, memory: bytes, held };
    await session.close();
    storage.clear();
    return result;
}

/** Time passes, and the page has its turn. */
async function pass(clock) {
    const end = clock.now() + BETWEEN;
    while (clock.next(end));
    clock.moveTo(end);
    await new Promise((resolve) => setTimeout(resolve));
}

function most(one, other) {
    return Object.fromEntries(Object.keys(NOTHING).map((what) => [what, Math.max(one[what], other[what])]));
}

function counted(storage, work) {
    return {
        getItem(place) {
            work.reads += 1;
            return storage.getItem(place);
        },
        setItem(place, text) {
            work.writes += 1;
            work.bytes += text.length;
            storage.setItem(place, text);
        },
        removeItem(place) {
            work.removals += 1;
            storage.removeItem(place);
        }
    };
}
