/* Node as a host: a process of its own, and for every start-up a thread that has compiled nothing yet. */
import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { compile, writeModule } from '../../scripts/build.js';
import { path } from '../../scripts/paths.js';
import { OUT, bundle } from '../build.js';

const THREAD = `const { parentPort, workerData } = require('node:worker_threads');
const vm = require('node:vm');
const started = performance.now();
vm.runInThisContext(workerData);
bench.first().then((message) => parentPort.postMessage({ took: performance.now() - started, message }));`;

/** Patchbay as it ships, but for the names of its functions: without them a profile knows WebAssembly by numbers only. */
async function named() {
    const built = await compile({ folder: 'build/bench/named', names: true });
    await writeModule(`${OUT}/pkg`, 'index.js', built);
    return { minify: false, alias: { '#patchbay': `${OUT}/pkg/index.js` } };
}

/** Gives `suite`, which resolves to samples, and `evaluate` for start-up. With `profile`, V8 writes where the time goes into build/bench. */
export async function openNode({ profile }) {
    const given = profile ? await named() : {};
    await writeFile(`${OUT}/node.js`, await bundle("export { default } from './suite.js';", given));
    const execArgv = profile ? ['--cpu-prof', `--cpu-prof-dir=${OUT}`] : [];
    return {
        format: { format: 'iife', globalName: 'bench' },
        evaluate,
        suite(options) {
            const child = fork(path('benches/hosts/nodeProcess.js'), { execArgv });
            return new Promise((resolve, reject) => {
                child.on('message', ({ results, error }) => (error ? reject(new Error(error)) : resolve(results)));
                child.on('exit', (code) => reject(new Error(`the process of the Node host ended with ${code}`)));
                child.send(options);
            });
        },
        async close() {}
    };
}

function evaluate(code) {
    return new Promise((resolve, reject) => {
        const worker = new Worker(THREAD, { eval: true, workerData: code });
        worker.on('message', (answer) => worker.terminate().then(() => resolve(answer)));
        worker.on('error', reject);
    });
}
