/* Memory over a day: so many interactions, and ten messages of each. */
import { load } from '#patchbay';
import { wasmMemory } from '../wasmMemory.js';

// Of the captured call: it comes, is answered, held and resumed, ends, is wrapped up and let go.
const MESSAGES = [2, 3, 6, 7, 13, 16, 18, 22, 26, 27];
const CALL = '6b0d7c1e';

/** Bytes of WebAssembly memory after the first tenth, and after the last. */
export async function memory({ events, interactions }) {
    const patchbay = await load();
    const session = patchbay.session({ storage: null });
    const texts = MESSAGES.map((at) => JSON.stringify(events[at].message));
    let first;
    for (let number = 1; number <= interactions; number++) {
        const id = number.toString(16).padStart(CALL.length, '0');
        for (const text of texts) {
            session.receive(text.replaceAll(CALL, id));
        }
        if (session.interactions.length > 0) {
            throw new Error(`interaction ${number} was not let go`);
        }
        if (number === interactions / 10) {
            first = wasmMemory();
        }
    }
    await session.close();
    return { first, last: wasmMemory() };
}
