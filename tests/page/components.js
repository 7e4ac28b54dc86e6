/* The page of inside/components.js: all of namespace c inside the sandbox, and the console's stand-ins for the platform. */
import { mkdir, writeFile } from 'node:fs/promises';
import lwc from '@lwc/rollup-plugin';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { path } from '../../scripts/paths.js';
import { once } from '../../scripts/stamp.js';
import { readLabels } from '../../www/host/bundle/labels.js';
import { compileNamespaceC, findBundles, sandboxedNamespaceC } from '../../www/host/bundle/namespaceC.js';
import * as platform from '../../www/host/bundle/platform.js';

const OUT = path('build/components');
const HOST = path('www/host');
const PACKAGE = path('www/force-app/main/default');
const MODULES = `${HOST}/modules`;
const INPUTS = [
    ...['components.js', 'inside/components.js', 'inside/messageService.js'].map((file) => `tests/page/${file}`),
    'www/host',
    'www/force-app/main/default',
    'www/german',
    'package-lock.json'
];

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>components</title>
<link rel="icon" href="data:,"><script type="module" src="/components.js"></script><body></body></html>`;

/** Builds the page, unless it stands as it would be built; resolves to the folder to serve. */
export async function buildComponents() {
    await once('components', { inputs: INPUTS, outputs: ['build/components/components.js'] }, build);
    return OUT;
}

async function build() {
    const folders = [`${PACKAGE}/lwc`, `${HOST}/sandboxed`];
    const bundles = findBundles(folders);
    const namespaceC = await compileNamespaceC({ bundles, rootDir: MODULES, onwarn });
    const bundle = await rollup({
        input: path('tests/page/inside/components.js'),
        onwarn,
        plugins: [
            countedMessageService(),
            platform.engine(),
            platform.messageChannels(),
            platform.user(),
            platform.customPermissions(),
            platform.languages({ rootDir: MODULES }),
            platform.customLabels({ rootDir: MODULES, defined: readLabels(path('www')) }),
            platform.apexMethods({ rootDir: MODULES }),
            sandboxedNamespaceC(namespaceC, { rootDir: MODULES }),
            platform.constants(),
            lwc({
                rootDir: MODULES,
                exclude: [
                    platform.GENERATED,
                    path('tests/page/inside/**'),
                    `${HOST}/{genesys,data,records}/**`,
                    '**/node_modules/{@lwc,@locker,idb}/**'
                ],
                enableDynamicComponents: true,
                modules: [
                    {
                        name: '@salesforce/gate/bc.260.enableComboboxElementInternals',
                        path: `${HOST}/bundle/closedGate.js`
                    },
                    { dir: MODULES },
                    { npm: 'lightning-base-components' }
                ]
            }),
            nodeResolve()
        ]
    });
    await mkdir(OUT, { recursive: true });
    await bundle.write({ file: `${OUT}/components.js`, format: 'es', inlineDynamicImports: true });
    await bundle.close();
    await writeFile(`${OUT}/index.html`, PAGE);
}

function countedMessageService() {
    return {
        name: 'counted-message-service',
        resolveId: (id) => (id === 'lightning/messageService' ? path('tests/page/inside/messageService.js') : null)
    };
}

function onwarn(warning) {
    if (warning.code === 'UNRESOLVED_IMPORT') {
        throw new Error(warning.message);
    }
}
