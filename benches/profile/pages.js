/*
 * Where profiles are taken: the work bundled for Node, as a page, and for Lightning Web Security. Nothing is minified, and
 * Patchbay stays a file of its own, or lines of its own, so that a profile shows whose a function is.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import { rollup } from 'rollup';
import { path } from '../../scripts/paths.js';
import { compileNamespaceC, sandboxedNamespaceC } from '../../www/host/bundle/namespaceC.js';
import { bundle } from '../build.js';
import { numbered } from '../programs.js';
import { program } from '../startUp.js';
import { FOLDER, NAMED } from './named.js';

export const ROOT = path(FOLDER);
const PAGES = `${ROOT}/pages`;
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
    const bundled = await rollup({
        input: 'main',
        onwarn,
        plugins: [
            sandboxedNamespaceC(namespaceC, { rootDir: PAGES }),
            {
                name: 'main',
                resolveId: (id) => (id === 'main' ? id : null),
                load: (id) => (id === 'main' ? main : null)
            },
            replace({ preventAssignment: true, 'process.env.NODE_ENV': '"production"' }),
            nodeResolve()
        ]
    });
    const { output } = await bundled.generate({ format: 'es' });
    await bundled.close();
    await writeHtml('sandbox', output[0].code);
    return namespaceC.code;
}

/** Patchbay's start-up as a text to be evaluated, known to the engine by a name. */
export async function startProgram(host) {
    const text = await bundle(program('patchbay'), host === 'sandbox' ? within : asScript);
    const code = host === 'sandbox' ? (await compile('start_patchbay', text)).code : text;
    return host === 'sandbox' ? numbered(code) : `${numbered(code)}\n//# sourceURL=${PROGRAM}\n`;
}

async function compile(name, code) {
    const file = `${PAGES}/${name}/${name}.js`;
    await mkdir(`${PAGES}/${name}`, { recursive: true });
    await writeFile(file, code);
    const bundles = [
        { name, file },
        { name: 'patchbay', file: NAMED.lwc }
    ];
    return compileNamespaceC({ bundles, rootDir: PAGES, onwarn });
}

async function writeHtml(name, code) {
    await mkdir(PAGES, { recursive: true });
    await writeFile(`${PAGES}/${name}.js`, code);
    const script = `<script type="module" src="${name}.js"></script>`;
    await writeFile(`${PAGES}/${name}.html`, `<!doctype html><meta charset="utf-8"><title>${name}</title>${script}`);
}

function onwarn({ code, message }) {
    if (code !== 'CIRCULAR_DEPENDENCY') {
        throw new Error(message);
    }
}
