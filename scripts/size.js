/*
 * `npm run size`: what there is to load, by feature and by crate, written into `sizes.json`. Tests hold every build to
 * those figures; whoever makes the module larger says so by running this again.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { transform } from 'esbuild';
import { FEATURES, build, compile } from './build.js';
import { functions } from './functions.js';
import { isMain, path } from './paths.js';
import { setUp } from './setup.js';

const FILE = path('sizes.json');

/** So much larger may a build be than was written down: compilers on other machines lay code out a little differently. */
const ROOM = 1.01;

/** What may be left out, and what then remains. */
const VARIANTS = [
    ['everything', []],
    ['without settings', ['settings']],
    ['without engagement', ['engagement']],
    ['without settings and engagement', ['settings', 'engagement']],
    ['messages only', FEATURES]
];

/** Bytes as a server with time to spare sends them. */
function brotli(bytes) {
    const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
    const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return brotliCompressSync(bytes, { params }).length;
}

/** Bytes of the module and of its glue, as a bundler minifies it. */
async function measure(bytes, code) {
    const { code: minified } = await transform(code, { minify: true, format: 'esm' });
    const [wasm, js] = [brotli(bytes), brotli(Buffer.from(minified))];
    return { raw: bytes.length, wasm, js, total: wasm + js };
}

/** What `pkg/` is now, and how many bytes of code each crate has in it before it is optimised. */
export async function sizeNow() {
    const [wasm, code, named] = await Promise.all([
        readFile(path('pkg/patchbay_bg.wasm')),
        readFile(path('pkg/index.js'), 'utf8'),
        readFile(path('build/wasm/patchbay_named.wasm'))
    ]);
    return { ...(await measure(wasm, code)), crates: functions(named) };
}

/** Sentences about what has grown past its budget; none when nothing has. */
export function grown(now, budget) {
    const over = ['raw', 'wasm', 'js', 'total'].filter((part) => now[part] > budget[part] * ROOM);
    if (over.length === 0) {
        return [];
    }
    const crates = Object.entries(now.crates)
        .map(([crate, bytes]) => ({ crate, bytes, more: bytes - (budget.crates[crate] ?? 0) }))
        .filter(({ more }) => more > 0)
        .sort((one, other) => other.more - one.more);
    return [
        ...over.map((part) => `${part}: ${now[part]} bytes, ${now[part] - budget[part]} more than ${budget[part]}`),
        ...crates.map(({ crate, bytes, more }) => `${crate}: ${bytes} bytes of code, ${more} more`),
        'Make it smaller again, or run "npm run size" and say in the commit what the bytes are for.'
    ];
}

export async function readBudget() {
    return JSON.parse(await readFile(FILE, 'utf8'));
}

async function writeBudget() {
    const variants = [];
    for (const [name, without] of VARIANTS) {
        const { bytes, code } = await compile({ without, folder: `build/variants/${without.join('-') || 'all'}` });
        variants.push({ name, ...(await measure(bytes, code)) });
        console.log(`${name}: ${variants.at(-1).total.toLocaleString('en')} bytes`);
    }
    await build({ always: true });
    await writeFile(FILE, `${JSON.stringify({ ...(await sizeNow()), variants }, null, 4)}\n`);
}

if (isMain(import.meta.url)) {
    setUp();
    await writeBudget();
}
