/* Patchbay's encode beside JavaScript's own function, each text another. */
import { load } from '#patchbay';
import { corpus } from '../corpus.js';

const { texts } = corpus(6);

const encoding = (per, length) => ({
    async open() {
        const { encode } = await load();
        return Object.entries({ patchbay: encode, native: encodeURIComponent }).map(([name, encodeOne]) => ({
            name,
            per,
            prepare: () => texts(per, length),
            check() {
                const wrong = texts(per, length).find((text) => encodeOne(text) !== encodeURIComponent(text));
                if (wrong !== undefined) {
                    throw new Error(`${name}: ${wrong.slice(0, 60)} is encoded wrongly`);
                }
            },
            run(batch) {
                let sum = 0;
                for (const text of batch) {
                    sum += encodeOne(text).length;
                }
                return sum;
            }
        }));
    }
});

export const encodeShort = encoding(400);
export const encodeLong = encoding(20, 10_000);
