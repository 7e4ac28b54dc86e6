/* The process of the Node host: is told what to do, answers with the samples, and ends. */
import { holdAndResume } from '../events.js';

process.once('message', async (options) => {
    try {
        const { default: suite } = await import('../../build/bench/node.js');
        const results = JSON.parse(await suite(JSON.stringify(options), holdAndResume(options.events)));
        process.send({ results });
    } catch (error) {
        process.send({ error: error.stack });
    }
    process.disconnect();
});
