/*
 * `npm run size`: what there is to load, by feature, written into `sizes.json`. Tests hold every build to those figures; whoever
 * makes the module larger says so by running this again. `npm run size -- --top` lists the longest functions with twiggy.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { build as bundle, transform } from 'esbuild';
import { build, compile } from './build.js';
import { isMain, path } from './paths.js';
import { run } from './run.js';
import { setUp } from './setup.js';

const FILE = path('sizes.json');

/** So much larger may a build be than was written down: compilers on other machines lay code out a little differently. */
const ROOM = 1.01;

/** What may be left out, and what then remains. */
const VARIANTS = [
    ['without settings', ['settings']],
    ['without engagement', ['engagement']],
    ['without preflight', ['preflight']],
    ['without settings and engagement', ['settings', 'engagement']]
];

/** What ships, by its folder. */
export const BUILDS = [
    ['everything', 'pkg'],
    ['messages only', 'pkg/messages']
];

const TWIGGY = '0.8.0';
const TOOLS = 'build/tools';
/** Before it is optimised, which is where the names are. */
const NAMED = 'build/wasm/patchbay_named.wasm';

/** Bytes as a server with time to spare sends them. */
export function brotli(bytes) {
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

/** What was built: `page` is what a page loads, where the WebAssembly stands in JavaScript as text. */
export async function sizesNow() {
    const sizes = {};
    for (const [name, folder] of BUILDS.filter(([, one]) => existsSync(path(one)))) {
        const entry = path(`${folder}/index.js`);
        const text = await readFile(path(`${folder}/bytes.js`), 'utf8');
        const wasm = Buffer.from(/'([A-Za-z0-9+/]+=*)'/.exec(text)[1], 'base64');
        const whole = await bundle({ entryPoints: [entry], bundle: true, minify: true, format: 'esm', write: false });
        const page = brotli(whole.outputFiles[0].contents);
        sizes[name] = { ...(await measure(wasm, await readFile(entry, 'utf8'))), page };
    }
    return sizes;
}

/** Sentences about what has grown past its budget; none when nothing has. */
export function grown(now, budget) {
    const over = Object.keys(budget).flatMap((name) =>
        Object.entries(budget[name])
            .filter(([part, bytes]) => now[name][part] > bytes * ROOM)
            .map(([part, bytes]) => {
                const is = now[name][part];
                return `${name}, ${part}: ${is} bytes, ${is - bytes} more than ${bytes}`;
            })
    );
    const advice =
        'Make it smaller again ("npm run size -- --top" shows the longest functions), or run "npm run size" and say in the commit what the bytes are for.';
    return over.length > 0 ? [...over, advice] : [];
}

export async function readBudget() {
    return JSON.parse(await readFile(FILE, 'utf8'));
}

async function writeBudget() {
    const variants = [];
    for (const [name, without] of VARIANTS) {
        const { bytes, code } = await compile({ without, folder: `build/variants/${without.join('-')}` });
        variants.push({ name, ...(await measure(bytes, code)) });
        console.log(`${name}: ${variants.at(-1).total.toLocaleString('en')} bytes`);
    }
    await build({ always: true });
    const builds = await sizesNow();
    for (const [name, { total }] of Object.entries(builds)) {
        console.log(`${name}: ${total.toLocaleString('en')} bytes`);
    }
    await writeFile(FILE, `${JSON.stringify({ builds, variants }, null, 4)}\n`);
}

/** Installing twiggy takes minutes, so it is done for whoever asks, and once. */
async function longestFunctions() {
    await build();
    const twiggy = path(`${TOOLS}/bin/twiggy`);
    if (!existsSync(twiggy)) {
        console.log(`Installing twiggy ${TWIGGY} into ${TOOLS}; this takes some minutes.`);
        await run('cargo', ['install', 'twiggy', '--version', TWIGGY, '--locked', '--root', TOOLS]);
    }
    await run(twiggy, ['top', '-n', '40', path(NAMED)]);
}

if (isMain(import.meta.url)) {
    setUp();
    await (process.argv.includes('--top') ? longestFunctions() : writeBudget());
}
