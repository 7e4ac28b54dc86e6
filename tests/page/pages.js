/*
 * The module on pages without a console: two versions of it, and a mixture of both, for the page itself; and the same inside
 * Lightning Web Security, in several namespaces of one engine, as packages share a page.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import replace from '@rollup/plugin-replace';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { path } from '../../scripts/paths.js';
import { compileNamespaceC, sandboxedNamespaceC } from '../../www/host/bundle/namespaceC.js';
import { otherVersion } from './otherVersion.js';

const OUT = path('build/page');
const ENGINE = '@locker/sandbox';

/**
 * Namespaces and the version of the module that each has. To one name Lightning Web Security gives its fastest mode, in which the
 * memory of WebAssembly stays outside.
 */
const NAMESPACES = { c: 'first', acme: 'second', omnistudio: 'first' };

let built;

/** Builds all pages, once for all tests; resolves to the folder to serve and the versions in it. */
export function buildPages() {
    built ??= build();
    return built;
}

async function build() {
    await mkdir(OUT, { recursive: true });
    await cp(path('tests/page/inside'), `${OUT}/inside`, { recursive: true });
    await writeFile(`${OUT}/index.html`, '<!doctype html><meta charset="utf-8"><title>page</title>');
    const first = {
        code: await readFile(path('pkg/index.js'), 'utf8'),
        wasm: await readFile(path('pkg/patchbay_bg.wasm'))
    };
    const second = otherVersion(first);
    await Promise.all([
        writeModule('first', first),
        writeModule('second', second),
        writeModule('second-code', { code: second.code, wasm: first.wasm }),
        writeModule('second-wasm', { code: first.code, wasm: second.wasm })
    ]);
    await bundleEngine();
    const compiled = {
        first: await compile(path('www/force-app/main/default/lwc/patchbay/patchbay.js')),
        second: await compile(`${OUT}/second/index.js`)
    };
    for (const [namespace, version] of Object.entries(NAMESPACES)) {
        await bundleNamespace(namespace, compiled[version]);
    }
    return { root: OUT, versions: [JSON.parse(await readFile(path('package.json'), 'utf8')).version, second.version] };
}

async function writeModule(name, { code, wasm }) {
    await mkdir(`${OUT}/${name}`, { recursive: true });
    await writeFile(`${OUT}/${name}/index.js`, code);
    await writeFile(`${OUT}/${name}/bytes.js`, `export default '${wasm.toString('base64')}';\n`);
}

function compile(patchbay) {
    const bundles = [
        { name: 'patchbay', file: patchbay },
        { name: 'entry', file: path('tests/page/inside/entry.js') }
    ];
    return compileNamespaceC({ bundles, rootDir: OUT, onwarn });
}

async function bundleEngine() {
    const bundle = await rollup({ input: ENGINE, onwarn, plugins: [production(), nodeResolve()] });
    await bundle.write({ file: `${OUT}/engine.js`, format: 'es' });
    await bundle.close();
}

/** `in-<namespace>.js` exports what the entry does. */
async function bundleNamespace(namespace, compiled) {
    const input = '\0entry';
    const bundle = await rollup({
        input,
        onwarn,
        external: [ENGINE],
        plugins: [
            {
                name: 'entry',
                resolveId: (id) => (id === input ? id : null),
                load: (id) => (id === input ? "export { default } from 'c/entry';" : null)
            },
            sandboxedNamespaceC(compiled, { rootDir: OUT, namespace })
        ]
    });
    await bundle.write({ file: `${OUT}/in-${namespace}.js`, format: 'es', paths: { [ENGINE]: './engine.js' } });
    await bundle.close();
}

function production() {
    return replace({ preventAssignment: true, 'process.env.NODE_ENV': '"production"' });
}

function onwarn(warning) {
    // Libraries may well import one another in circles.
    if (warning.code !== 'CIRCULAR_DEPENDENCY') {
        throw new Error(warning.message);
    }
}
