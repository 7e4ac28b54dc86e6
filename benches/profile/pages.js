/*
 * Where profiles are taken: the work bundled for Node, as a page, and for Lightning Web Security. Nothing is minified, and
 * Patchbay stays a file of its own, or lines of its own, so that a profile shows whose a function is.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { path } from '../../scripts/paths.js';
import { bundle } from '../build.js';
import { pagesIn } from '../hosts/pages.js';
import { numbered } from '../programs.js';
import { program } from '../startUp.js';
import { FOLDER, NAMED } from './named.js';

export const ROOT = path(FOLDER);
const PAGES = `${ROOT}/pages`;
const { compile, writeHtml, writeSandboxed } = pagesIn(PAGES, NAMED.lwc);
/** Where the bench's part of a text begins; what stands before is Patchbay's. */
export const BENCH = 'globalThis.benchBegins = true;';

/** The name of the program that starts. */
export const PROGRAM = 'program.js';

const SUITE = "export { default } from './profile/suite.js';";
const beside = { alias: { '#patchbay': '../pkg/index.js' }, external: ['../pkg/index.js'], minify: false };
const within = { alias: { '#patchbay': 'c/patchbay' }, external: ['c/patchbay'], minify: false };
const asScript = { alias: { '#patchbay': NAMED.pkg }, minify: false, format: 'iife', globalName: 'bench' };

/** The suite as a module for Node; resolves to its file. */
export async function writeNode() {
    await mkdir(PAGES, { recursive: true });
    await writeFile(`${PAGES}/node.js`, await bundle(SUITE, beside));
    return `${PAGES}/node.js`;
}

/** A page with the suite as `window.suite`, and what starts Patchbay as `window.start`. */
export async function writePage() {
    const main = `import suite from './profile/suite.js';
import { startUp } from './startUp.js';
import { inFrame } from './profile/starts.js';
Object.assign(window, { suite, startUp: (codes, rounds) => startUp(codes, inFrame, rounds) });`;
    await writeHtml('chromium', await bundle(main, beside));
}

/** The same inside Lightning Web Security; resolves to the text that the sandbox evaluates. */
export async function writeSandbox() {
    const namespaceC = await compile('suite', await bundle(SUITE, { ...within, banner: { js: BENCH } }));
    const main = `import suite from 'c/suite';
import { startUp } from ${JSON.stringify(path('benches/startUp.js'))};
import { inSandbox } from ${JSON.stringify(path('benches/profile/starts.js'))};
Object.assign(window, { suite, startUp: (codes, rounds) => startUp(codes, inSandbox, rounds) });`;
    await writeSandboxed(namespaceC, main);
    return namespaceC.code;
}

/** Patchbay's start-up as a text to be evaluated, known to the engine by a name. */
export async function startProgram(host) {
    const text = await bundle(program('patchbay'), host === 'sandbox' ? within : asScript);
    const code = host === 'sandbox' ? (await compile('start_patchbay', text)).code : text;
    return host === 'sandbox' ? numbered(code) : `${numbered(code)}\n//# sourceURL=${PROGRAM}\n`;
}
