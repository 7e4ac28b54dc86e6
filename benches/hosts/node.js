/* Node as a host: a process of its own, and for every start-up a thread that has compiled nothing yet. */
import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { path } from '../../scripts/paths.js';
import { OUT, bundle } from '../build.js';
import { numbered, programs } from '../programs.js';

export async function runNode(options) {
    await writeFile(`${OUT}/node.js`, await bundle("export { default } from './suite.js';"));
    const codes = await programs({ format: 'iife', globalName: 'bench' });
    const child = fork(path('benches/hosts/nodeProcess.js'));
    try {
        return await new Promise((resolve, reject) => {
            child.on('message', ({ results, error }) => (error ? reject(new Error(error)) : resolve(results)));
            child.on('exit', (code) => reject(new Error(`the process of the Node host ended with ${code}`)));
            child.send({ options, codes: { ...codes, patchbay: numbered(codes.patchbay) } });
        });
    } finally {
        child.disconnect();
    }
}
