/* What there is to load: brotli at its best, as a server with time to spare sends it. */
import { readFile, readdir } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { path } from '../scripts/paths.js';
import { bundle } from './build.js';
import { programs } from './programs.js';

const LWC = 'www/force-app/main/default/lwc';
const BUDGET = path('sizes.json');

const brotli = (bytes) =>
    brotliCompressSync(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    }).length;

/** Bytes: of the module and its glue, of the contenders as programs, and of the files that Salesforce takes. */
export async function sizes() {
    const wasm = await readFile(path('pkg/patchbay_bg.wasm'));
    const glue = await bundle("export { load } from '#patchbay';", { external: ['./bytes.js'] });
    const module = { wasm: brotli(wasm), js: brotli(Buffer.from(glue)) };
    const peers = Object.entries(await programs()).filter(([name]) => name !== 'patchbay');
    return {
        module: { ...module, total: module.wasm + module.js },
        raw: { wasm: wasm.length, js: Buffer.byteLength(glue) },
        peers: Object.fromEntries(peers.map(([name, code]) => [name, brotli(Buffer.from(code))])),
        variants: JSON.parse(await readFile(BUDGET, 'utf8')).variants,
        lwc: await lwcFiles()
    };
}

/** The largest JavaScript files of the components, by path, largest first. */
async function lwcFiles() {
    const files = (await readdir(path(LWC), { recursive: true })).filter((name) => /^[^_]*\.js$/.test(name));
    const measured = files.map(async (name) => [
        name.replaceAll('\\', '/'),
        (await readFile(path(`${LWC}/${name}`))).length
    ]);
    return (await Promise.all(measured)).sort(([, a], [, b]) => b - a).slice(0, 3);
}
