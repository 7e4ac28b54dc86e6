/* Several copies of the module on one page, as several packages bring them: of one version, of two, and of a mixture of both. */
import { expect } from 'chai';
import { tried } from '../wasm/reliability.js';
import { startPages } from './suite.js';

const SEPARATE = {
    apart: ['a alerting', 'b dialing'],
    together: ['a alerting, c connected', 'b dialing, c connected'],
    allowed: [
        [2, 9],
        [9, 1]
    ],
    oneClosed: ['', 'b dialing, c held']
};

/** Where two copies come from, and which versions they are: numbers of the versions there are. */
const PAIRS = [
    ['one version, loaded twice', ['/first/index.js?1', '/first/index.js?2'], [0, 0]],
    ['two versions', ['/first/index.js', '/second/index.js'], [0, 1]],
    ['one in the page, one in the sandbox', ['/second/index.js', '/in-c.js'], [1, 0]],
    ['two versions in two namespaces of the sandbox', ['/in-c.js', '/in-acme.js'], [0, 1]]
];

const MIXED = ['/second-code/index.js', '/second-wasm/index.js'];

describe('copies of the module on one page', () => {
    let pages;
    let page;
    before(async () => {
        pages = await startPages();
    });
    beforeEach(async () => {
        page = await pages.open();
    });
    afterEach(async () => {
        expect(page.errors).to.deep.equal([]);
        await page.close();
    });
    after(() => pages?.stop());

    for (const [title, places, versions] of PAIRS) {
        it(`${title}: each has a session of its own, and nothing is shared`, async () => {
            const result = await page.evaluate(async (addresses) => {
                const { default: twoCopies } = await import('/inside/twoCopies.js');
                const modules = await Promise.all(addresses.map((address) => import(address)));
                // A namespace of the sandbox exports one thing.
                return twoCopies(modules.map((module) => module.default ?? module));
            }, places);
            expect(result.same).to.equal(false);
            expect(result.versions).to.deep.equal(versions.map((number) => pages.versions[number]));
            expect(result.messages[0]).to.equal(result.messages[1]);
            expect(result.steps).to.deep.equal(SEPARATE);
            expect(result.left).to.deep.equal([]);
        });
    }

    for (const [at, mixed] of MIXED.entries()) {
        it(`the ${at ? 'WebAssembly' : 'JavaScript'} of another version: corrupt, and whole ones beside it work`, async () => {
            const results = await page.evaluate(async (address) => {
                const { default: exercise } = await import('/inside/exercise.js');
                const all = [];
                for (const one of [address, '/first/index.js', address, '/second/index.js']) {
                    all.push(await exercise(await import(one)));
                }
                return all;
            }, mixed);
            expect(results.map(({ reason }) => reason)).to.deep.equal(['corrupt', 'works', 'corrupt', 'works']);
            expect(results[0].message).to.equal(
                'The WebAssembly of Patchbay is of another build than its JavaScript; deploy or install all files of Patchbay again, from one build.'
            );
        });
    }

    it('has been tried with every pair', () => {
        tried('pairs of copies and versions on one page', PAIRS.length + MIXED.length);
    });
});
