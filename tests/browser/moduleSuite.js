/*
 * The tests of tests/wasm as pages: one runs them over pkg/ in the page itself, the other over c/patchbay inside the
 * sandbox, compiled and evaluated as the platform does with components. Two more pages only load the module.
 */
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import replace from '@rollup/plugin-replace';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { compileNamespaceC, sandboxedNamespaceC } from '../../www/host/bundle/namespaceC.js';
import { path } from '../../scripts/paths.js';

const PATCHBAY = 'c/patchbay';

const LOADING = `import { load } from '${PATCHBAY}';
export default () => load().then(() => 'loaded', ({ name, reason }) => name + ': ' + reason);`;

const RUN_SUITE = `import suite from 'suite';
mocha.setup({ ui: 'bdd', reporter: 'spec', timeout: 120000 });
suite({ describe, it, before, after, beforeEach, afterEach });
const results = [];
mocha
    .run()
    .on('pass', (test) => results.push({ title: test.fullTitle() }))
    .on('fail', (test, error) => results.push({ title: test.fullTitle(), error: String(error.message) }))
    .on('end', () => (window.results = results));`;

const RUN_LOADING = "import suite from 'suite'; suite().then((results) => (window.results = results));";

/** The module that ships, and its tests. */
const SHIPPED = {
    out: 'build/module-suite',
    tests: 'tests/wasm',
    pkg: 'pkg/index.js',
    lwc: 'www/force-app/main/default/lwc/patchbay/patchbay.js'
};

/** Builds all pages and resolves to the folder to serve. */
export async function buildModuleSuite({ out, tests, pkg, lwc } = SHIPPED) {
    const folder = path(out);
    await mkdir(folder, { recursive: true });
    await copyFile(path('node_modules/mocha/mocha.js'), `${folder}/mocha.js`);
    const suites = { suite: await suiteModule(tests), loading: LOADING };
    for (const [name, main] of Object.entries({ suite: RUN_SUITE, loading: RUN_LOADING })) {
        await writePage(folder, `${name}-page`, main, suites[name], { [PATCHBAY]: path(pkg) }, []);
    }
    const namespaceC = await compile(folder, lwc, suites);
    const inside = (name) => `export { default } from 'c/${name}';`;
    await writePage(folder, 'suite-sandbox', RUN_SUITE, inside('suite'), {}, [
        sandboxedNamespaceC(namespaceC, { rootDir: folder })
    ]);
    // To this namespace Lightning Web Security gives its fastest mode, in which the memory of WebAssembly stays outside.
    await writePage(folder, 'loading-fast', RUN_LOADING, inside('loading'), {}, [
        sandboxedNamespaceC(namespaceC, { rootDir: folder, namespace: 'omnistudio' })
    ]);
    return folder;
}

async function compile(folder, lwc, suites) {
    const bundles = [{ name: 'patchbay', file: path(lwc) }];
    for (const [name, code] of Object.entries(suites)) {
        const file = `${folder}/${name}/${name}.js`;
        await mkdir(`${folder}/${name}`, { recursive: true });
        await writeFile(file, code);
        bundles.push({ name, file });
    }
    return compileNamespaceC({ bundles, rootDir: folder, onwarn });
}

/** All tests as one module that is given mocha's functions, since globals of the page do not reach into the sandbox. */
async function suiteModule(tests) {
    const files = (await readdir(path(tests))).filter((name) => /^\w+\.test\.js$/.test(name));
    const bundle = await rollup({
        input: 'suite',
        external: ['#patchbay', '#traps'],
        onwarn,
        plugins: [
            virtual({ suite: files.map((name) => `import ${JSON.stringify(path(`${tests}/${name}`))};`).join('\n') }),
            replace({
                preventAssignment: true,
                'process.env.PATCHBAY_ALL': JSON.stringify(process.env.PATCHBAY_ALL ?? '')
            }),
            nodeResolve()
        ]
    });
    const { output } = await bundle.generate({
        format: 'iife',
        globals: { '#patchbay': 'patchbay', '#traps': 'patchbay' }
    });
    return `import * as patchbay from '${PATCHBAY}';
export default function suite({ describe, it, before, after, beforeEach, afterEach }) {
    globalThis.suiteWasHere = true;
${output[0].code}
}`;
}

async function writePage(folder, name, main, suite, aliases, plugins) {
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
    await bundle.write({ file: join(folder, `${name}.js`), format: 'es' });
    await writeFile(
        join(folder, `${name}.html`),
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
