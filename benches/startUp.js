/* Start-up: from a contender's bytes in hand to the first message it has built and accepted, each time as if it were the first. */
const WANTED = '{"type":"PureCloud.Interaction.updateState","data":{"action":"hold","id":"6b0d7c1e"}}';

/** The program of one contender, to be bundled. */
export const program = (peer) => `import { open } from './peers/${peer}.js';
export const first = async () => (await open()).build.updateState('hold', '6b0d7c1e');`;

/** Stands in the WebAssembly as base64 of a section that means nothing; another number there makes it another module to the engine. */
export const NUMBER = 'BenchRoundNumber00000000';

/** Texts like no other before, so that no cache of the engine knows what they compile to. */
const another = (code, number) =>
    `/* ${number} */${code.replace(NUMBER, `BenchRoundNumber${String(number).padStart(8, '0')}`)}`;

/**
 * The samples of all contenders, in nanoseconds.
 *
 * @param programs code by contender
 * @param evaluate runs code in a fresh place; resolves to the milliseconds until the first message, and the message
 */
export async function startUp(programs, evaluate, rounds) {
    const samples = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
        for (const [name, code] of Object.entries(programs)) {
            const { took, message } = await evaluate(another(code, round));
            if (JSON.stringify(message) !== WANTED) {
                throw new Error(`${name}: the first message is ${JSON.stringify(message)} instead of ${WANTED}`);
            }
            samples[name].push(took * 1e6);
        }
    }
    return samples;
}
