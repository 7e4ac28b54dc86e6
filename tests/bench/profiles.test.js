/*
 * That the profiles told are those that were taken, that every goal which is not met leads to one, and how samples become
 * shares. No time is looked at here.
 */
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { compare, linesOf, summaryOf } from '../../benches/compare.js';
import { GOALS, met } from '../../benches/goals.js';
import { KINDS, ofClick, ofSandboxedWork, ofStart, ofWork } from '../../benches/profile/owners.js';
import { PAGE, PROFILES, page } from '../../benches/profile/page.js';
import { kindsOf, partsOf, rustName } from '../../benches/profile/parts.js';
import { SUBJECTS, TITLES, subjectOf } from '../../benches/profile/subjects.js';
import { RESULTS, documents, formatted } from '../../benches/report.js';
import { HOSTS, WORKS } from '../../benches/works.js';
import { path } from '../../scripts/paths.js';

const text = (file) => readFile(path(file), 'utf8');
const json = async (file) => JSON.parse(await readFile(file, 'utf8'));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

describe('profiles, as they are told', () => {
    let profiles;
    let results;
    let written;
    before(async () => {
        [profiles, results, written] = [await json(PROFILES), await json(RESULTS), await text(PAGE)];
    });

    it('are generated from results.json', async () => {
        expect(written).to.equal(await formatted(page(profiles), 'markdown'));
    });

    it('explain every goal that is not met, in a section that the page on performance leads to', async () => {
        const sections = [...written.matchAll(/^## (.+)$/gm)].map(([, title]) =>
            title.toLowerCase().replaceAll(' ', '-')
        );
        const performance = (await documents(results))['docs/performance.md'];
        for (const { id, work } of GOALS.filter((goal) => !met(results, goal))) {
            const subject = subjectOf(work);
            expect(subject, `${id} has no profile`).to.not.equal(undefined);
            expect(sections).to.include(subject.id);
            expect(performance, id).to.include(`(profiles.md#${subject.id})`);
        }
    });

    it('were taken of every work where it is looked at, and say in words what stands in the way', () => {
        for (const { id, works, why } of SUBJECTS) {
            expect(why.join(' '), id).to.have.length.above(80);
            for (const [work, hosts] of Object.entries(works).filter(([name]) => name !== 'module')) {
                expect(WORKS[work] ?? TITLES[work], work).to.be.a('string');
                expect(profiles.works[work], work).to.have.all.keys(hosts);
            }
        }
        expect(profiles.size.largest).to.have.length(12);
        expect(profiles.size.crates).to.include.all.keys('core', 'alloc', 'patchbay::session');
    });

    it('add up: kinds to all of the time, parts to no more than their kind', () => {
        for (const [work, hosts] of Object.entries(profiles.works)) {
            for (const [host, { kinds, parts }] of Object.entries(hosts)) {
                expect(HOSTS).to.have.property(host);
                expect(KINDS).to.include.all.keys(Object.keys(kinds));
                expect(sum(Object.values(kinds)), `${work} in ${host}`).to.be.within(99, 101);
                for (const [kind, share] of Object.entries(kinds)) {
                    const ofKind = parts.filter(([name]) => name === kind).map(([, , part]) => part);
                    expect(sum(ofKind), `${kind} of ${work} in ${host}`).to.be.at.most(share + 0.1 * ofKind.length);
                }
            }
        }
    });

    it('know the module by the names of its functions', () => {
        for (const work of ['eventText', 'visit', 'delta']) {
            for (const { parts } of Object.values(profiles.works[work])) {
                expect(parts.some(([kind, part]) => kind === 'Rust' && part.includes('::'))).to.equal(true);
            }
        }
    });
});

/** A profile of frames in a row, each called by the one that its number names, and how often each was seen, in turn. */
function profileOf(frames, seen) {
    const nodes = frames.map(([functionName, , frame], at) => ({
        id: at + 1,
        callFrame: { functionName, url: 'file:///pkg/index.js', scriptId: '7', lineNumber: 1, ...frame },
        children: frames.flatMap(([, of], child) => (of === at && child !== at ? [child + 1] : []))
    }));
    return { nodes, samples: seen.map((at) => at + 1), timeDeltas: seen.map(() => 100) };
}

describe('parts of a profile', () => {
    const ROOT = ['(root)', -1];

    it('are what was seen between the marks', () => {
        const frames = [ROOT, ['begins', 0], ['judge', 0], ['arrives', 0], ['draw', 0]];
        const profile = profileOf(frames, [4, 1, 1, 2, 2, 3, 4, 2, 1, 2, 3, 4]);
        expect(partsOf([profile], ofWork)).to.deep.equal([['JavaScript', '`judge`', 100]]);
    });

    it('are refused where no mark was seen', () => {
        expect(() => partsOf([profileOf([ROOT, ['judge', 0]], [1, 1])], ofWork)).to.throw('nothing was seen');
    });

    it('are of Patchbay, of the module, of the engine, but not of the bench', () => {
        const frames = [
            ROOT,
            ['begins', 0],
            ['observe', 0],
            ['patchbay::message::judge::judge::h03e1a1594c250c4c', 2, { url: 'wasm://wasm/1' }],
            ['js-to-wasm:i:i', 2, { url: 'wasm://wasm/1' }],
            ['(garbage collector)', 0],
            ['JSON.parse', 2, { url: 'suite.js' }],
            ['run', 0, { url: 'suite.js' }],
            ['', 2]
        ];
        const parts = partsOf([profileOf(frames, [1, 2, 3, 3, 4, 5, 6, 7, 7, 7, 8, 2])], ofWork);
        expect(kindsOf(parts)).to.deep.equal({ JavaScript: 37.5, Engine: 37.5, Rust: 25 });
        expect(parts).to.deep.include(['JavaScript', '`observe`', 37.5]);
        expect(parts).to.deep.include(['Rust', '`patchbay::message::judge::judge`', 25]);
        expect(parts).to.deep.include(['Engine', 'into WebAssembly', 12.5]);
    });

    it('inside the sandbox are told apart by the text a function stands in, and its line', () => {
        const code = 'patchbay\npatchbay\nbench here\n';
        const named = { url: 'modules/c.js', scriptId: '5' };
        const frames = [
            ROOT,
            ['begins', 0, named],
            ['judge', 0, { url: '', scriptId: '5', lineNumber: 1 }],
            ['applyTrap$LWS', 2, { url: '', scriptId: '9' }],
            ['run', 0, { url: '', scriptId: '5', lineNumber: 3 }]
        ];
        const profile = profileOf(frames, [1, 2, 3, 4]);
        const parts = partsOf([profile], ofSandboxedWork(profile, code, 'bench'));
        expect(parts).to.have.deep.members([
            ['JavaScript', '`judge`', 50],
            ['Membrane', '`applyTrap`', 50]
        ]);
    });

    it('of a click are of the components, of the membrane, or of the page', () => {
        const profile = profileOf([['handleClick', -1, { url: 'modules/c.js', scriptId: '5' }]], []);
        const owner = ofClick(profile);
        expect(owner({ scriptId: '5' }, 'handleClick')).to.equal('Components');
        expect(owner({ scriptId: '6' }, 'pushTarget$LWS')).to.equal('Membrane');
        expect(owner({ scriptId: '6' }, 'publish')).to.equal('Page');
    });

    it('of a start without a name are the module’s own body', () => {
        const frames = [ROOT, ['begins', 0], ['append', 0, { scriptId: '0' }], ['', 2, { url: 'program.js' }]];
        const parts = partsOf([profileOf(frames, [1, 3])], ofStart);
        expect(parts).to.deep.equal([['JavaScript', 'the module’s own body', 100]]);
    });

    it('name functions of Rust without their types and hashes', () => {
        const names = {
            'patchbay::session::Session::receive::h672acc31f302e9d4': 'patchbay::session::Session::receive',
            '<dlmalloc[e24a27700634d609]::dlmalloc::Dlmalloc<dlmalloc[e24a27700634d609]::sys::System>>::malloc':
                'dlmalloc::dlmalloc::Dlmalloc::malloc',
            '<a::word::Named<V> as a::word::Coded>::from_code::h0490c12676f680d6': 'a::word::Named::from_code',
            'std::thread::local::LocalKey<T>::with::h93ff64616966dd06': 'std::thread::local::LocalKey::with'
        };
        expect(Object.keys(names).map(rustName)).to.deep.equal(Object.values(names));
    });
});

describe('two runs', () => {
    const run = (hand, zod) => ({
        hosts: { node: { works: { build: { patchbay: {}, hand: { ratio: hand }, zod: { ratio: zod } } } } }
    });

    it('are compared ratio by ratio, the farthest apart first', () => {
        const compared = compare(run(2, 10), run(1.9, 14));
        expect(compared.map(({ id, factor }) => [id, factor])).to.deep.equal([
            ['build/node/zod', 1.4],
            ['build/node/hand', 1.053]
        ]);
        expect(summaryOf(compared)).to.deep.include({ ratios: 2, within: { 10: 1, 20: 1, 30: 1 } });
        expect(linesOf(compared)[0]).to.match(/outside 30 %$/);
        expect(linesOf(compared).at(-1)).to.equal('1 of 2 ratios are within 30 % of each other.');
    });

    it('leave out what only one of them has', () => {
        expect(compare(run(2, undefined), run(2, 3)).map(({ id }) => id)).to.deep.equal(['build/node/hand']);
    });

    it('stand in the page on performance once there were two', async () => {
        const twice = summaryOf(compare(run(2, 10), run(1.9, 14)));
        const results = { ...(await json(RESULTS)), twice };
        const told = (await documents(results))['docs/performance.md'];
        expect(told).to.include('## Two runs').and.to.include('of 2 ratios 1 (50 %) within 10 %');
    });
});
