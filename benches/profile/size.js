/* Of what the module is made: code by crate and room, and its longest functions, as optimised. */
import { readFile } from 'node:fs/promises';
import { WASM_FEATURES } from '../../scripts/build.js';
import { functions } from '../../scripts/functions.js';
import { path } from '../../scripts/paths.js';
import { command, tryRun } from '../../scripts/run.js';
import { NAMED } from './named.js';
import { rustName } from './parts.js';

const LARGEST = 12;

export async function sizeOf() {
    const { variants } = JSON.parse(await readFile(path('sizes.json'), 'utf8'));
    return { crates: functions(await readFile(NAMED.wasm)), largest: await largest(), variants };
}

/** `[name, bytes]` of the longest functions. */
async function largest() {
    const options = [...WASM_FEATURES, '--func-metrics', NAMED.wasm];
    const { text } = await tryRun(process.execPath, [command('binaryen/bin/wasm-opt'), ...options], {}, false);
    const found = [...text.matchAll(/^func: (.+)\n \[binary-bytes\] : (\d+)/gm)];
    return found
        .map(([, name, bytes]) => [rustName(name), Number(bytes)])
        .sort(([, one], [, other]) => other - one)
        .slice(0, LARGEST);
}
