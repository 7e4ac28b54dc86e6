/* The page that counts membrane crossings: the module inside the sandbox, whose own text is made to count them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import replace from '@rollup/plugin-replace';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { compileNamespaceC, sandboxedNamespaceC } from '../../www/host/bundle/namespaceC.js';
import { path } from '../../scripts/paths.js';

const OUT = path('build/crossings');
const MAIN = '\0main';
const COUNTER = path('tests/browser/crossingCounter.js');
const SANDBOX = path('node_modules/@locker/sandbox/dist/index.mjs.js');

const BUNDLES = [
    { name: 'patchbay', file: path('www/force-app/main/default/lwc/patchbay/patchbay.js') },
    { name: 'crossingOperations', file: path('tests/browser/crossingOperations.js') }
];

// A clock that moves with every look, so that nothing depends on how much happens within one millisecond.
const PAGE = `import operations from 'c/crossingOperations';
import { begin, crossings, end } from ${JSON.stringify(COUNTER)};
let time = 0;
performance.now = () => (time += 20);
operations(begin, end, JSON.parse).then(
    () => (window.results = { crossings: crossings() }),
    (error) => (window.results = { error: String(error?.stack ?? error) })
);`;

/** Builds the page and resolves to the folder to serve. */
export async function buildCrossingPage() {
    await mkdir(OUT, { recursive: true });
    const namespaceC = await compileNamespaceC({ bundles: BUNDLES, rootDir: OUT, onwarn });
    let instrumented = 0;
    const counting = {
        name: 'counting',
        transform(code, id) {
            if (id !== SANDBOX) return null;
            instrumented += 1;
            return instrument(code);
        }
    };
    const bundle = await rollup({
        input: MAIN,
        onwarn,
        plugins: [
            { name: 'page', resolveId: (id) => (id === MAIN ? id : null), load: (id) => (id === MAIN ? PAGE : null) },
            sandboxedNamespaceC(namespaceC, { rootDir: OUT }),
            counting,
            replace({ preventAssignment: true, 'process.env.NODE_ENV': '"production"' }),
            nodeResolve()
        ]
    });
    if (instrumented !== 1) {
        throw new Error(`@locker/sandbox is not at ${SANDBOX}; counting needs to know where it is`);
    }
    await bundle.write({ file: join(OUT, 'crossings.js'), format: 'es' });
    await bundle.close();
    await writeFile(
        join(OUT, 'crossings.html'),
        '<!doctype html><meta charset="utf-8"><title>crossings</title><script type="module" src="crossings.js"></script>'
    );
    return OUT;
}

/** Puts counting hooks where the two sides of the membrane, blue outside and red inside, hand theirs over. */
export function instrument(code) {
    const labels = JSON.stringify(hookNames(code));
    const counting = [
        ['blue', 'out'],
        ['red', 'in']
    ].reduce((text, [side, way]) => {
        const parts = text.split(`${side}Hooks$LWS = hooks$LWS;`);
        if (parts.length !== 2) {
            throw changed(`the hooks of its ${side} side are handed over ${parts.length - 1} times`);
        }
        return parts.join(`${side}Hooks$LWS = counted('${way}', hooks$LWS, ${labels});`);
    }, code);
    return { code: `import { counted } from ${JSON.stringify(COUNTER)};\n${counting}`, map: null };
}

/** The names of the hooks in their order, from where the sandbox takes them apart. */
function hookNames(code) {
    const [before, after] = code.split('} = blueHooks$LWS;');
    const taken = before.slice(before.lastIndexOf('const {'));
    const names = Array.from(taken.matchAll(/(\d+): blue(\w+)/g), ([, number, name], at) => {
        if (Number(number) !== at) {
            throw changed(`after hook ${at - 1} comes hook ${number}`);
        }
        return name;
    });
    if (after === undefined || !names.includes('CallableApply') || !names.includes('CallableGet')) {
        throw changed('its hooks are not named where they were');
    }
    return names;
}

function changed(how) {
    return new Error(`@locker/sandbox has changed: ${how}; counting crossings needs another place to begin at`);
}

function onwarn(warning) {
    // Libraries may well import one another in circles.
    if (warning.code !== 'CIRCULAR_DEPENDENCY') {
        throw new Error(warning.message);
    }
}
