/* The process of the Node host: is told what to do, and answers with the samples. */
import { Worker } from 'node:worker_threads';
import { holdAndResume } from '../events.js';
import { startUp } from '../startUp.js';

const THREAD = `const { parentPort, workerData } = require('node:worker_threads');
const vm = require('node:vm');
const started = performance.now();
vm.runInThisContext(workerData);
bench.first().then((message) => parentPort.postMessage({ took: performance.now() - started, message }));`;

function evaluate(code) {
    return new Promise((resolve, reject) => {
        const worker = new Worker(THREAD, { eval: true, workerData: code });
        worker.on('message', (answer) => worker.terminate().then(() => resolve(answer)));
        worker.on('error', reject);
    });
}

process.once('message', async ({ options, codes }) => {
    try {
        const { default: suite } = await import('../../build/bench/node.js');
        const results = JSON.parse(await suite(JSON.stringify(options), holdAndResume(options.events)));
        if (options.works.includes('startUp')) {
            results.startUp = await startUp(codes, evaluate, options.rounds);
        }
        process.send({ results });
    } catch (error) {
        process.send({ error: error.stack });
    }
});
