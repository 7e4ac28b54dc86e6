/* Profiles of Node: works in this process, start-ups in threads that have compiled nothing yet. */
import { Session } from 'node:inspector/promises';
import { Worker } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import { startUp } from '../startUp.js';
import { arrives, begins } from './marks.js';
import { PROGRAM, startProgram, writeNode } from './pages.js';
import { watch } from './watch.js';

const THREAD = `const { Session } = require('node:inspector/promises');
const { parentPort, workerData: { code, file, interval } } = require('node:worker_threads');
const vm = require('node:vm');
${begins}
${arrives}
(async () => {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval });
    await session.post('Profiler.start');
    begins();
    vm.runInThisContext(code, file);
    const message = await bench.first();
    arrives();
    const { profile } = await session.post('Profiler.stop');
    parentPort.postMessage({ profile, message });
})();`;

/** Opens Node as a host of works; resolves to what profiles one of them. */
export async function openNode() {
    const { default: suite } = await import(pathToFileURL(await writeNode()).href);
    return async (options, foreign, timing) => {
        const again = await suite(JSON.stringify(options), foreign);
        const session = new Session();
        session.connect();
        try {
            return await watch((method, given) => session.post(method, given), again, timing);
        } finally {
            session.disconnect();
        }
    };
}

/** The profiles of so many start-ups. */
export async function watchStarts(rounds, interval) {
    const profiles = [];
    const evaluate = (code) =>
        new Promise((resolve, reject) => {
            const worker = new Worker(THREAD, { eval: true, workerData: { code, file: PROGRAM, interval } });
            worker.on('message', ({ profile, message }) => {
                profiles.push(profile);
                worker.terminate().then(() => resolve({ took: 0, message }));
            });
            worker.on('error', reject);
        });
    await startUp({ patchbay: await startProgram('node') }, evaluate, rounds);
    return profiles;
}
