/* What runs inside a host: checks every contender of every work, then times them. Text in, text out: it may be in a sandbox. */
import { measure } from './measure.js';
import * as encode from './tasks/encode.js';
import { memory } from './tasks/memory.js';
import * as messages from './tasks/messages.js';
import * as session from './tasks/session.js';
import { watchWasmMemory } from './wasmMemory.js';

const WORKS = { ...messages, ...encode, ...session };

/**
 * @param text JSON of `{ works, passes, interactions, events }`; no passes: contenders are only checked
 * @param foreign two messages that come from outside the host's sandbox, if it has one
 * @returns JSON of the samples by work and contender; what cannot be done there is `{ error }`
 */
export default async function suite(text, foreign) {
    watchWasmMemory();
    // Shows in the page only where no sandbox is between them.
    globalThis.suiteWasHere = true;
    const options = { ...JSON.parse(text), foreign };
    const results = {};
    // First: what the lists take is never given back.
    if (options.works.includes('memory')) {
        results.memory = await memory(options).catch(toError);
    }
    for (const name of options.works.filter((work) => Object.hasOwn(WORKS, work))) {
        results[name] = await one(WORKS[name], options).catch(toError);
    }
    return JSON.stringify(results);
}

async function one({ open }, options) {
    const contenders = await open(options);
    contenders.forEach(({ check }) => check());
    return options.passes > 0
        ? measure(contenders, options)
        : Object.fromEntries(contenders.map(({ name }) => [name, []]));
}

function toError({ message }) {
    return { error: message };
}
