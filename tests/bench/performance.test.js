/*
 * That what is told of performance is what was measured, and that the contenders do the same work on inputs that are all
 * different. No time is looked at here.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { OUT, bundle, numbered, writeAjvValidator } from '../../benches/build.js';
import { corpus } from '../../benches/corpus.js';
import { holdAndResume } from '../../benches/events.js';
import { beside } from '../../benches/former.js';
import { GOALS, met } from '../../benches/goals.js';
import { RESULTS, documents } from '../../benches/report.js';
import { startUp } from '../../benches/startUp.js';
import { median, summarise } from '../../benches/summary.js';
import { CONTENDERS, HOSTS, ON_SCREEN, WHERE, WORKS } from '../../benches/works.js';
import { path } from '../../scripts/paths.js';

const text = (file) => readFile(path(file), 'utf8');
const json = async (file) => JSON.parse(await text(file));

describe('performance, as it is told', () => {
    let results;
    before(async () => {
        results = JSON.parse(await readFile(RESULTS, 'utf8'));
    });

    it('is generated from results.json and former.json: the page, its chart and the page on scale', async () => {
        for (const [file, wanted] of Object.entries(await documents(results))) {
            expect(await text(file), file).to.equal(wanted);
        }
    });

    it('names every host, work and contender, and every former figure', async () => {
        for (const [host, works] of Object.entries(results.hosts)) {
            expect(HOSTS).to.have.property(host);
            for (const [work, contenders] of Object.entries(works)) {
                expect(WORKS).to.have.property(work);
                expect(work === 'memory' || CONTENDERS).to.satisfy(
                    (known) => known === true || Object.keys(contenders).every((name) => name in known)
                );
            }
        }
        for (const { work, host, verdict } of beside(await json('benches/former.json'), results)) {
            expect(['won', 'lost', 'same', 'missing'], `${work} ${host}`).to.include(verdict);
        }
    });

    it('is still told where nothing was measured', async () => {
        const nothing = {
            date: results.date,
            machine: results.machine,
            hosts: {},
            missing: ['everything: no browser']
        };
        const page = (await documents(nothing))['docs/performance.md'];
        expect(page)
            .to.include('everything: no browser')
            .and.to.not.match(/undefined|NaN/);
        expect(GOALS.map((goal) => met(nothing, goal)).filter((state) => state !== undefined)).to.deep.equal([]);
    });
});

describe('goals', () => {
    it('have one ID each, and words for what the time is made of', () => {
        const ids = GOALS.map(({ id }) => id);
        expect(new Set(ids).size).to.equal(ids.length);
        expect(GOALS.filter(({ about }) => !about)).to.deep.equal([]);
    });

    it('are met or not by what was measured', () => {
        const state = (id, contenders) => {
            const goal = GOALS.find((one) => one.id === id);
            return met({ hosts: { [goal.host]: { [goal.work]: contenders } } }, goal);
        };
        const ours = { median: 100 };
        const fast = (ratio) => ({ patchbay: ours, ajvStandalone: { ratio } });
        expect([1.2, 1.19].map((ratio) => state('build/node/ajvStandalone', fast(ratio)))).to.deep.equal([true, false]);
        const start = { patchbay: ours, messages: { median: 30, ratio: 0.3 }, zod: { ratio: 1 } };
        expect(state('startUp/sandbox/zod', start)).to.equal(false);
        expect(state('startUp/sandbox/messages', start)).to.equal(true);
        expect(state('startUp/sandbox/messages', { patchbay: ours, zod: { ratio: 1 } })).to.equal(undefined);
    });
});

describe('figures', () => {
    it('are medians, and ratios of passes, not of medians', () => {
        expect([median([3, 1, 2]), median([4, 1, 2, 3])]).to.deep.equal([2, 2.5]);
        expect(summarise({ patchbay: [1, 2, 10], hand: [2, 6, 10] })).to.deep.equal({
            patchbay: { median: 2 },
            hand: { median: 6, ratio: 2 }
        });
    });
});

describe('inputs of the bench', () => {
    it('are the same for the same seed, and otherwise no ID, target or text is there twice', () => {
        expect(corpus(7).built(70)).to.deep.equal(corpus(7).built(70));
        const ids = corpus(7)
            .valid(2100)
            .map(({ data }) => data.id);
        expect(new Set(ids).size).to.equal(ids.length);
        const { built } = corpus(8);
        const texts = [...built(2100), ...built(2100)].map((made) => JSON.stringify(made));
        expect(new Set(texts).size).to.equal(texts.length);
    });
});

describe('start-up', () => {
    it('gives every round another program, and refuses one that builds another message', async () => {
        const seen = [];
        const message = { type: 'PureCloud.Interaction.updateState', data: { action: 'hold', id: '6b0d7c1e' } };
        const samples = await startUp({ one: 'code' }, (code) => seen.push(code) && { took: 2, message }, 2);
        expect(samples).to.deep.equal({ one: [2e6, 2e6] });
        expect(new Set(seen).size).to.equal(seen.length);
        const error = await startUp({ one: '' }, () => ({ took: 1, message: {} }), 1).catch(
            ({ message: told }) => told
        );
        expect(error).to.include('one: the first message is {}');
    });

    it('gives every round another WebAssembly, which is still one', async () => {
        const wasm = (await readFile(path('pkg/patchbay_bg.wasm'))).toString('base64');
        const [one, other] = [1, 2].map((round) => {
            const [, code] = /'(.*)'/.exec(numbered(`'${wasm}'`, round));
            return Buffer.from(code, 'base64');
        });
        expect(one.equals(other)).to.equal(false);
        expect([one, other].map((bytes) => WebAssembly.validate(bytes))).to.deep.equal([true, true]);
    });
});

describe('contenders', () => {
    let events;
    let suite;
    before(async () => {
        ({ events } = await json('tests/fixtures/inbound-call.json'));
        await writeAjvValidator();
        const file = `${OUT}/checked.js`;
        await writeFile(file, await bundle("export { default } from './suite.js';"));
        ({ default: suite } = await import(pathToFileURL(file).href));
    }).timeout(30_000);

    it('do the same work, each kind of it: same messages, same verdicts, a sentence for every problem', async () => {
        const works = Object.keys(WORKS).filter((work) => ![...ON_SCREEN, 'startUp', 'memory'].includes(work));
        const options = { works, passes: 0, events };
        const checked = JSON.parse(await suite(JSON.stringify(options), holdAndResume(events)));
        expect(Object.keys(checked)).to.have.members(works);
        for (const [work, contenders] of Object.entries(checked)) {
            expect(contenders, work).to.not.have.property('error');
            expect(Object.keys(CONTENDERS), work).to.include.members(Object.keys(contenders));
            expect(WHERE[work], work).to.not.have.length(0);
        }
    }).timeout(60_000);

    it('are given events of 2.6 KB that hold a call and resume it', () => {
        const messages = holdAndResume(events);
        expect(messages.map(({ data }) => data.new.state)).to.deep.equal(['HELD', 'CONNECTED']);
        messages.forEach((message) => expect(JSON.stringify(message).length).to.be.within(2500, 2700));
    });
});
