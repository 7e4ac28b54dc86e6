/*
 * The tests of tests/wasm as two pages: one runs them over pkg/ in the page itself, the other over c/patchbay inside the
 * sandbox, compiled and evaluated as the platform does with components.
 */
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import replace from '@rollup/plugin-replace';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { compileNamespaceC, sandboxedNamespaceC } from '../../www/host/bundle/namespaceC.js';
import { path } from '../../scripts/paths.js';

const OUT = path('build/module-suite');
const PATCHBAY = 'c/patchbay';

/** Builds both pages and resolves to the folder to serve. */
export async function buildModuleSuite() {
    await mkdir(`${OUT}/faceSuite`, { recursive: true });
    await copyFile(path('node_modules/mocha/mocha.js'), `${OUT}/mocha.js`);
    await writePage('page', { [PATCHBAY]: path('pkg/index.js') }, await suiteModule(), []);
    const file = `${OUT}/faceSuite/faceSuite.js`;
    await writeFile(file, await suiteModule());
    const bundles = [
        { name: 'patchbay', file: path('www/force-app/main/default/lwc/patchbay/patchbay.js') },
        { name: 'faceSuite', file }
    ];
    const namespaceC = await compileNamespaceC({ bundles, rootDir: OUT, onwarn });
    await writePage('sandbox', {}, "export { default } from 'c/faceSuite';", [sandboxedNamespaceC(namespaceC)]);
    return OUT;
}

/** All tests as one module that is given mocha's functions, since globals of the page do not reach into the sandbox. */
async function suiteModule() {
    const files = (await readdir(path('tests/wasm'))).filter((name) => /^\w+\.test\.js$/.test(name));
    const bundle = await rollup({
        input: 'suite',
        external: ['#patchbay'],
        onwarn,
        plugins: [
            virtual({ suite: files.map((name) => `import ${JSON.stringify(path(`tests/wasm/${name}`))};`).join('\n') }),
            nodeResolve()
        ]
    });
    const { output } = await bundle.generate({ format: 'iife', globals: { '#patchbay': 'patchbay' } });
    return `import * as patchbay from '${PATCHBAY}';
export default function suite(describe, it, before) {
    globalThis.suiteWasHere = true;
${output[0].code}
}`;
}

async function writePage(name, aliases, suite, plugins) {
    const main = `import suite from 'suite';
mocha.setup({ ui: 'bdd', reporter: 'spec', timeout: 120000 });
suite(describe, it, before);
const results = [];
mocha
    .run()
    .on('pass', (test) => results.push({ title: test.fullTitle() }))
    .on('fail', (test, error) => results.push({ title: test.fullTitle(), error: String(error.message) }))
    .on('end', () => (window.results = results));`;
    const bundle = await rollup({
        input: 'main',
        onwarn,
        plugins: [
            ...plugins,
            virtual({ main, suite }, aliases),
            replace({ preventAssignment: true, 'process.env.NODE_ENV': '"production"' }),
            nodeResolve()
        ]
    });
    await bundle.write({ file: join(OUT, `${name}.js`), format: 'es' });
    await writeFile(
        join(OUT, `${name}.html`),
        `<!doctype html><meta charset="utf-8"><title>${name}</title><div id="mocha"></div>
<script src="mocha.js"></script><script type="module" src="${name}.js"></script>`
    );
}

function virtual(modules, aliases = {}) {
    return {
        name: 'virtual',
        resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : (aliases[id] ?? null)),
        load: (id) => (id.startsWith('\0') ? (modules[id.slice(1)] ?? null) : null)
    };
}

function onwarn(warning) {
    // Libraries may well import one another in circles.
    if (warning.code !== 'CIRCULAR_DEPENDENCY') {
        throw new Error(warning.message);
    }
}
