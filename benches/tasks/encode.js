/* Patchbay's encode beside JavaScript's own function. */
import { load } from '#patchbay';

const UMLAUTS = 'Zoë & Søn: Überweisung nach Łódź, 50 € — 東京都千代田区 😀 ';

const TEXTS = {
    clean: ['ok', 'AuditorSecureFlow', "a-b_c.d!e~f*g'h(i)j", 'x'.repeat(100), 'Flow-741f4f39.'.repeat(14)],
    short: ['Auditor Secure Flow', '+1 (317) 555-0123', 'back.office@example.invalid', 'Zoë & Søn 😀'],
    kilobyte: ['Auditor Secure Flow, line 4711; '.repeat(32)],
    tenKilobytes: [
        UMLAUTS.repeat(Math.ceil(10_000 / UMLAUTS.length))
            .slice(0, 10_000)
            .toWellFormed()
    ],
    mixed: ['hold', 'Auditor Secure Flow', 'x'.repeat(500), UMLAUTS.repeat(8), 'a b'.repeat(700), UMLAUTS.repeat(50)]
};

const encoding = (texts) => ({
    async open() {
        const { encode } = await load();
        return Object.entries({ patchbay: encode, native: encodeURIComponent }).map(([name, encodeOne]) => ({
            name,
            per: texts.length,
            check() {
                const wrong = texts.find((text) => encodeOne(text) !== encodeURIComponent(text));
                if (wrong !== undefined) {
                    throw new Error(`${name}: ${wrong.slice(0, 60)} is encoded wrongly`);
                }
            },
            run() {
                let length = 0;
                for (const text of texts) {
                    length += encodeOne(text).length;
                }
                return length;
            }
        }));
    }
});

export const encodeClean = encoding(TEXTS.clean);
export const encodeShort = encoding(TEXTS.short);
export const encodeKilobyte = encoding(TEXTS.kilobyte);
export const encodeTenKilobytes = encoding(TEXTS.tenKilobytes);
export const encodeMixed = encoding(TEXTS.mixed);
