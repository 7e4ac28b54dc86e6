/* The contenders as programs of their own, for start-up and size. */
import { bundle } from './build.js';
import { NUMBER, program } from './startUp.js';

export const PEERS = ['patchbay', 'hand', 'ajv', 'ajvStandalone', 'zod', 'zodMini', 'valibot'];

/** Code by contender, minified; `given` tells esbuild what is different about it. */
export async function programs(given) {
    const entries = PEERS.map(async (name) => [name, await bundle(program(name), given)]);
    return Object.fromEntries(await Promise.all(entries));
}

// Nothing else in a program is as long and without a space.
const MODULE = /AGFzbQ[A-Za-z0-9+/]{10000,}={0,2}/;

/** The program with a number in its WebAssembly, at which every round writes another. */
export function numbered(code) {
    if (!MODULE.test(code)) {
        throw new Error('the WebAssembly does not stand in the program as base64, so it cannot be told apart by round');
    }
    return code.replace(MODULE, (text) => withNumber(Buffer.from(text, 'base64')).toString('base64'));
}

/** A custom section whose content begins where a group of three bytes does, so that it is base64 of its own. */
function withNumber(wasm) {
    const content = Buffer.from(NUMBER, 'base64');
    const name = 'n'.repeat(1 + ((3 - ((wasm.length + 4) % 3)) % 3));
    const head = [0, 1 + name.length + content.length, name.length];
    return Buffer.concat([wasm, Buffer.from(head), Buffer.from(name), content]);
}
