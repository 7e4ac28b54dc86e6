/* Pages in a folder, with what runs inside Lightning Web Security compiled and evaluated as the platform does it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import { rollup } from 'rollup';
import { compileNamespaceC, sandboxedNamespaceC } from '../../www/host/bundle/namespaceC.js';

/** What writes pages into a folder; `patchbay` is the file that is c/patchbay there. */
export function pagesIn(folder, patchbay) {
    /** Compiles a text as a module of the namespace c, with c/patchbay where it imports that. */
    async function compile(name, code) {
        const file = `${folder}/${name}/${name}.js`;
        await mkdir(`${folder}/${name}`, { recursive: true });
        await writeFile(file, code);
        const own = { name, file };
        const bundles = code.includes('c/patchbay') ? [own, { name: 'patchbay', file: patchbay }] : [own];
        return compileNamespaceC({ bundles, rootDir: folder, onwarn });
    }

    async function writeHtml(name, code) {
        await mkdir(folder, { recursive: true });
        await writeFile(`${folder}/${name}.js`, code);
        const script = `<script type="module" src="${name}.js"></script>`;
        await writeFile(
            `${folder}/${name}.html`,
            `<!doctype html><meta charset="utf-8"><title>${name}</title><body>${script}`
        );
    }

    /** The page whose main module imports what was compiled, out of the sandbox. */
    async function writeSandboxed(namespaceC, main) {
        const bundled = await rollup({
            input: 'main',
            onwarn,
            plugins: [
                sandboxedNamespaceC(namespaceC, { rootDir: folder }),
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
    }

    return { compile, writeHtml, writeSandboxed };
}

function onwarn({ code, message }) {
    if (code !== 'CIRCULAR_DEPENDENCY') {
        throw new Error(message);
    }
}
