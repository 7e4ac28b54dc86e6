/* What runs inside a host: checks every contender of every work, then times them. Text in, text out: it may be in a sandbox. */
import { measure } from './measure.js';
import * as encode from './tasks/encode.js';
import * as lists from './tasks/lists.js';
import * as memory from './tasks/memory.js';
import * as messages from './tasks/messages.js';
import * as session from './tasks/session.js';
import { watchWasmMemory } from './wasmMemory.js';

// Memory first: what the lists take is never given back.
const WORKS = { ...memory, ...messages, ...encode, ...session, ...lists };

/**
 * @param text JSON of `{ host, works, rounds, milliseconds, interactions, events }`; no rounds: contenders are only checked
 * @param foreign two messages that come from outside the host's sandbox, if it has one
 * @returns JSON of the samples, by work and contender
 */
export default async function suite(text, foreign) {
    watchWasmMemory();
    // Shows in the page only where no sandbox is between them.
    globalThis.suiteWasHere = true;
    const options = { ...JSON.parse(text), foreign };
    const results = {};
    for (const name of Object.keys(WORKS).filter((name) => options.works.includes(name))) {
        results[name] = await one(WORKS[name], options);
    }
    return JSON.stringify(results);
}

async function one({ open, measure: ofItsOwn }, options) {
    if (ofItsOwn) {
        return ofItsOwn(options);
    }
    const contenders = await open(options);
    contenders.forEach(({ check }) => check?.());
    return options.rounds > 0
        ? measure(contenders, options)
        : Object.fromEntries(contenders.map(({ name }) => [name, []]));
}
