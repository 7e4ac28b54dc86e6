/* Patchbay's verdict on JSON documents beside that of Ajv, which knows the documents' schema and nothing of Patchbay. */
import { expect } from 'chai';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { load } from '#patchbay';
import { ALL, tried } from '../wasm/reliability.js';
import { far, near, valid } from './documents.js';
import { MENDED, REFUSED, inDocumentedCase } from './rules.js';
import { SCHEMA } from './schema.js';

const RUNS = Number(process.env.PATCHBAY_RUNS ?? (ALL ? 600_000 : 10_000));
const SEED = Number(process.env.PATCHBAY_SEED ?? 2);

describe('validate beside a schema of the documents', () => {
    const takes = new Ajv({ strict: false }).compile(SCHEMA);
    const used = new Map([...MENDED, ...REFUSED].map(({ title }) => [title, 0]));
    const verdicts = { both: 0, neither: 0, mended: 0, refused: 0 };
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    function use(title, verdict) {
        used.set(title, used.get(title) + 1);
        verdicts[verdict] += 1;
    }

    function compare(document) {
        const { valid: ours, message, problems } = patchbay.validate(document);
        const theirs = takes(document);
        if (ours && message !== null && !takes(message)) {
            // What is sent has to be what the documents say.
            expect(takes(MENDED.at(-1).mend(message)), JSON.stringify(message)).to.equal(true);
        }
        if (ours === theirs) {
            verdicts[ours ? 'both' : 'neither'] += 1;
            return;
        }
        const name = () => `${JSON.stringify(document)}\n${JSON.stringify(problems)}\n${JSON.stringify(takes.errors)}`;
        const rule = ours
            ? MENDED.find(({ mend }) => takes(mend(document)))
            : REFUSED.find(({ explains }) => explains(inDocumentedCase(document)));
        expect(rule, `Patchbay ${ours ? 'takes' : 'refuses'}, and no rule says why: ${name()}`).to.not.equal(undefined);
        use(rule.title, ours ? 'mended' : 'refused');
    }

    for (const [title, documents, share] of [
        ['valid messages', valid, 0.25],
        ['messages to which something has happened', near, 1],
        ['documents of any kind', far, 0.5]
    ]) {
        it(`agrees about ${title}, or a rule says why not`, () => {
            const numRuns = Math.ceil(RUNS * share);
            fc.assert(fc.property(documents, compare), { numRuns, seed: SEED });
            tried(`validate beside Ajv, ${title}`, numRuns);
        }).timeout(600_000);
    }

    it('every rule is needed, and both verdicts are common', () => {
        expect([...used].filter(([, times]) => times === 0)).to.deep.equal([]);
        expect(verdicts.both).to.be.above(RUNS / 10);
        expect(verdicts.neither).to.be.above(RUNS / 10);
        tried('validate beside Ajv, disagreements explained', verdicts.mended + verdicts.refused);
    });
});
