/* Patchbay as it ships, but for the names of its functions: without them a profile knows WebAssembly by numbers only. */
import { rm } from 'node:fs/promises';
import { compile, writeModule } from '../../scripts/build.js';
import { path } from '../../scripts/paths.js';

export const FOLDER = 'build/profile';
/** The module as pkg/, as a component of Salesforce, and by itself. */
export const NAMED = {
    pkg: path(`${FOLDER}/pkg/index.js`),
    lwc: path(`${FOLDER}/lwc/patchbay/patchbay.js`),
    wasm: path(`${FOLDER}/wasm/patchbay_bg.wasm`)
};

/** Builds it into a folder of its own. */
export async function buildNamed() {
    const built = await compile({ folder: `${FOLDER}/wasm`, names: true });
    await rm(path(`${FOLDER}/lwc`), { recursive: true, force: true });
    await writeModule(path(`${FOLDER}/pkg`), 'index.js', built);
    await writeModule(path(`${FOLDER}/lwc/patchbay`), 'patchbay.js', built);
}
