/* Patchbay as it ships, but for the names of its functions: without them a profile knows WebAssembly by numbers only. */
import { readFile, rm } from 'node:fs/promises';
import { FEATURES, compile, writeModule } from '../../scripts/build.js';
import { path } from '../../scripts/paths.js';
import { command, run } from '../../scripts/run.js';

export const FOLDER = 'build/profile';
/** The module as pkg/, as a component of Salesforce, and by itself. */
export const NAMED = {
    pkg: path(`${FOLDER}/pkg/index.js`),
    lwc: path(`${FOLDER}/lwc/patchbay/patchbay.js`),
    wasm: path(`${FOLDER}/wasm/patchbay_bg.wasm`)
};

/** What the module uses of WebAssembly, as wasm-opt is told. */
export const FEATURES_OF_MODULE = [
    'bulk-memory',
    'reference-types',
    'multivalue',
    'sign-ext',
    'mutable-globals',
    'nontrapping-float-to-int'
].map((feature) => `--enable-${feature}`);

/** Builds it into a folder of its own. */
export async function buildNamed() {
    const folder = `${FOLDER}/wasm`;
    const { code } = await compile({ folder });
    await run('cargo', ['xtask', 'build', folder, FEATURES.join(','), 'names']);
    await optimise(NAMED.wasm);
    const bytes = await readFile(NAMED.wasm);
    await rm(path(`${FOLDER}/lwc`), { recursive: true, force: true });
    await writeModule(path(`${FOLDER}/pkg`), 'index.js', { code, bytes });
    await writeModule(path(`${FOLDER}/lwc/patchbay`), 'patchbay.js', { code, bytes });
}

/** As `npm run build` does, but that the names stay. */
async function optimise(file) {
    const options = ['-g', '-O3', '--converge', ...FEATURES_OF_MODULE, '--strip-producers', '-o', file, file];
    await run(process.execPath, [command('binaryen/bin/wasm-opt'), ...options]);
}
