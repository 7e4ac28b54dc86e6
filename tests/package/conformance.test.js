/* `patchbay/conformance`: what it says of Patchbay, of a peer written by hand, and of implementations with one fault each. */
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { path } from '../../scripts/paths.js';
import { run, streams } from '../../pkg/conformance/index.js';
import { patchbay } from './conformance/patchbay.js';
import { reducer } from './conformance/reducer.js';

/** How many checks of each area passed, as a row of docs/conformance.md says it. */
function byArea({ checks }) {
    const areas = new Map();
    for (const { area, passed } of checks) {
        const counts = areas.get(area) ?? [0, 0];
        areas.set(area, [counts[0] + (passed ? 1 : 0), counts[1] + 1]);
    }
    return new Map([...areas].map(([area, [passed, total]]) => [area, `${passed} of ${total}`]));
}

/** Patchbay with something changed in what it is told, or in what it tells. */
const faulty = (change) => ({
    async open(org) {
        const instance = await patchbay.open(org);
        return { ...instance, ...change(instance, org) };
    }
});

const failures = async (implementation) => {
    const { checks } = await run(implementation);
    return checks.filter(({ passed }) => !passed);
};

describe('patchbay/conformance', () => {
    it('passes Patchbay in everything', async () => {
        expect(await failures(patchbay)).to.deep.equal([]);
    });

    it('has a sentence and a listed source for every stream, and no two of one name', async () => {
        const sources = await readFile(path('docs/sources.md'), 'utf8');
        const names = streams.map(({ area, name }) => `${area}: ${name}`);
        expect(new Set(names).size).to.equal(names.length);
        for (const { source } of streams) {
            expect(sources, source).to.contain(source.replace('Task and record IDs', '**Task** and **record IDs**'));
        }
    });

    it('is told with the scores of both in docs/conformance.md', async () => {
        const [ours, peer] = [byArea(await run(patchbay)), byArea(await run(reducer))];
        const page = (await readFile(path('docs/conformance.md'), 'utf8')).replaceAll(/ +/g, ' ');
        for (const [area, score] of ours) {
            expect(page).to.contain(`| ${area} | ${score} | ${peer.get(area)} |`);
        }
    });

    // Each with areas in which it must be found.
    const FAULTS = {
        'takes no notice of isDone': [
            ({ receive }) => ({ receive: (message) => receive(without(message, 'isDone')) }),
            ['Captured streams', 'Phases']
        ],
        'saves at every message': [
            ({ receive }, { save }) => {
                let Id;
                const saving = (message) => {
                    receive(message);
                    Id = save({ callLog: Id ? { Id } : {} });
                };
                return { receive: saving };
            },
            ['Captured streams', 'Saves']
        ],
        'does not follow record pages': [() => ({ visit: undefined }), ['Name and Related To']],
        'tells nothing of the agent': [() => ({ agent: undefined }), ['The agent']],
        'forgets what it was told of a phase': [() => ({ phases: () => ({}) }), ['Captured streams', 'Phases']]
    };
    for (const [name, [change, areas]] of Object.entries(FAULTS)) {
        it(`finds one that ${name}`, async () => {
            const found = new Set((await failures(faulty(change))).map(({ area }) => area));
            expect([...found]).to.include.members(areas);
        });
    }

    it('goes on after one that throws, and says what it threw', async () => {
        const throwing = faulty(({ receive }) => ({
            receive(message) {
                if (message === null) throw new Error('no message');
                receive(message);
            }
        }));
        const [first, ...more] = await failures(throwing);
        expect(first.stream).to.equal('After null, the next message is understood');
        expect(first.found).to.equal('threw no message');
        expect(more).to.deep.equal([]);
    });

    it('runs only the streams that are asked for', async () => {
        const { total, score } = await run(patchbay, { only: ({ area }) => area === 'The agent' });
        expect([total, score]).to.deep.equal([5, 1]);
        expect((await run(patchbay, { only: () => false })).score).to.equal(0);
    });

    for (const [name, given] of Object.entries({ nothing: undefined, 'an object': {}, text: 'patchbay' })) {
        it(`says what to write instead of ${name}`, async () => {
            const error = await run(given).catch((thrown) => thrown);
            expect(error).to.be.instanceOf(TypeError);
            expect(error.message).to.contain('write { open({ fields, save })');
        });
    }

    it('says which method an adapter lacks', async () => {
        const [{ found }] = await failures({ open: () => ({ receive() {}, phases: () => ({}) }) });
        expect(found).to.equal('threw what open() returned has no method settle');
    });

    it('gives each instance copies, so that none can change what the next one is told', async () => {
        const spoiling = faulty(({ receive }) => ({
            receive(message) {
                receive(message);
                if (message?.data) message.data = 'spoiled';
            }
        }));
        await run(spoiling);
        expect(await failures(patchbay)).to.deep.equal([]);
    });
});

function without(message, flag) {
    return JSON.parse(JSON.stringify(message).replaceAll(`"${flag}":true`, `"${flag}":false`));
}
