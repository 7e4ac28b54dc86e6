// Everything outside the sandbox: the engine, the base components, the mocks of the platform and the console itself.
import path from 'node:path';
import { rollup } from 'rollup';
import lwc from '@lwc/rollup-plugin';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import {
    GENERATED,
    apexMethods,
    constants,
    customLabels,
    customPermissions,
    engine,
    languages,
    messageChannels,
    user
} from './platform.js';
import { sandboxedNamespaceC } from './namespaceC.js';
import { allRecipes } from './recipes.js';
import { setupObjects } from './setupObjects.js';

/** Writes app.js and its chunks into `outDir`. */
export async function bundlePage({ hostDir, namespaceC, recipes, labels, objects, outDir, onwarn }) {
    const modules = path.join(hostDir, 'modules');
    // The base components ask for this gate and their package forgets to map it; closed is the platform's default.
    const closedGate = {
        name: '@salesforce/gate/bc.260.enableComboboxElementInternals',
        path: path.join(hostDir, 'bundle', 'closedGate.js')
    };
    const bundle = await rollup({
        input: { app: path.join(hostDir, 'main.js') },
        onwarn,
        plugins: [
            engine(),
            messageChannels(),
            user(),
            customPermissions(),
            languages({ rootDir: modules }),
            customLabels({ rootDir: modules, defined: labels }),
            apexMethods({ rootDir: modules }),
            allRecipes(recipes, { rootDir: modules }),
            setupObjects(objects, { rootDir: modules }),
            sandboxedNamespaceC(namespaceC, { rootDir: modules }),
            constants(),
            lwc({
                rootDir: modules,
                // Plain modules; only components and the base components are LWC's to compile.
                exclude: [
                    GENERATED,
                    path.join(hostDir, 'main.js'),
                    `${path.join(hostDir, 'genesys')}/**`,
                    `${path.join(hostDir, 'data')}/**`,
                    `${path.join(hostDir, 'records')}/**`,
                    '**/node_modules/{@lwc,@locker,idb}/**'
                ],
                enableDynamicComponents: true,
                modules: [closedGate, { dir: modules }, { npm: 'lightning-base-components' }]
            }),
            nodeResolve()
        ]
    });
    await bundle.write({
        dir: outDir,
        format: 'esm',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js'
    });
    await bundle.close();
}
