/* Start-up: from a contender's bytes in hand to the first message it has built and accepted, each time as if it were the first. */
import { numbered } from './build.js';

const WANTED = '{"type":"PureCloud.Interaction.updateState","data":{"action":"hold","id":"6b0d7c1e"}}';

/**
 * The samples of all contenders, in nanoseconds.
 *
 * @param programs code by contender
 * @param evaluate runs code in a fresh place; resolves to the milliseconds until the first message, and the message
 */
export async function startUp(programs, evaluate, rounds) {
    const samples = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
    // The first round is to warm the engine up, not to be counted.
    for (let round = 0; round <= rounds; round++) {
        for (const [name, code] of Object.entries(programs)) {
            const { took, message } = await evaluate(numbered(code, round));
            if (JSON.stringify(message) !== WANTED) {
                throw new Error(`${name}: the first message is ${JSON.stringify(message)} instead of ${WANTED}`);
            }
            if (round > 0) {
                samples[name].push(took * 1e6);
            }
        }
    }
    return samples;
}
