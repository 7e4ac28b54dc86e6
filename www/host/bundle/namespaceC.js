// Namespace c, compiled apart from the page and handed to @locker/sandbox: the way the platform serves customer components.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { rollup } from 'rollup';
import lwc from '@lwc/rollup-plugin';
import { GENERATED, generated, isPlatformModule } from './platform.js';

/**
 * The bundles <folder>/<name>/<name>.js of all folders, as [{ name, file }]. A name is found once.
 */
export function findBundles(folders) {
    const bundles = new Map();
    for (const folder of folders) {
        for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
            const file = path.join(folder, name, `${name}.js`);
            if (!existsSync(file)) continue;
            if (bundles.has(name)) {
                throw new Error(`c/${name} exists twice: ${bundles.get(name)} and ${file}`);
            }
            bundles.set(name, file);
        }
    }
    return [...bundles].map(([name, file]) => ({ name, file }));
}

/** Compiles namespace c to one CommonJS text; `imports` are the platform modules it asks for. */
export async function compileNamespaceC({ bundles, rootDir, onwarn }) {
    const entry = generated(rootDir, 'namespace-c');
    const bundle = await rollup({
        input: entry,
        external: isPlatformModule,
        onwarn,
        plugins: [
            {
                name: 'patchbay-namespace-c',
                resolveId(id) {
                    if (id === entry) return id;
                    // Ahead of the LWC plugin, which would find lwc on disk and bundle a second engine.
                    return isPlatformModule(id) ? { id, external: true } : null;
                },
                load: (id) =>
                    id === entry ? bundles.map(({ name }) => `export * as ${name} from 'c/${name}';`).join('\n') : null
            },
            lwc({
                rootDir,
                exclude: GENERATED,
                modules: bundles.map(({ name, file }) => ({ name: `c/${name}`, path: file })),
                enableLightningWebSecurityTransforms: true
            })
        ]
    });
    const { output } = await bundle.generate({ format: 'cjs', interop: 'esModule', exports: 'named', strict: true });
    await bundle.close();
    return { code: output[0].code, imports: output[0].imports };
}

/**
 * For the page's own bundle: `c/x` is what the sandbox exports as x. The sandbox goes by the name of a namespace; to some
 * names Lightning Web Security gives a mode of their own.
 */
export function sandboxedNamespaceC({ code, imports }, { rootDir, namespace = 'c' }) {
    const sandbox = generated(rootDir, 'sandbox');
    const exported = generated(rootDir, 'c-');
    return {
        name: 'patchbay-sandboxed-namespace-c',
        resolveId(id) {
            if (id === sandbox) return id;
            return id.startsWith('c/') ? exported + id.slice(2) : null;
        },
        load(id) {
            if (id === sandbox) return evaluation(code, imports, JSON.stringify(namespace));
            if (!id.startsWith(exported)) return null;
            const name = JSON.stringify(id.slice(exported.length));
            return `import { c } from ${JSON.stringify(sandbox)};\nexport default c[${name}].default;`;
        }
    };
}

function evaluation(code, imports, namespace) {
    const source = `function (require, exports) {\n${code}\n}`;
    return `
import { evaluateFunction, wrapDependency } from '@locker/sandbox';
${imports.map((id, i) => `import * as module${i} from ${JSON.stringify(id)};`).join('\n')}
const modules = { __proto__: null, ${imports.map((id, i) => `${JSON.stringify(id)}: module${i}`).join(', ')} };
export const c = {};
// Marks the object as live: what the sandbox writes to its exports must show on this side.
Reflect.defineProperty(c, Symbol.for('@@lockerLiveValue'), {});
const provide = (id) => wrapDependency({ ...modules[id] }, id, ${namespace});
evaluateFunction(${namespace}, ${JSON.stringify(source)}, undefined, '//# sourceURL=modules/c.js')(provide, c);
`;
}
