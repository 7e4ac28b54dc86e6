/*
 * That what is told of performance is what was measured, that every goal is met or explained, and that the contenders do
 * the same work. No time is looked at here.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { INVALID } from '../../benches/corpus.js';
import { OUT, bundle, writeAjvValidator } from '../../benches/build.js';
import { holdAndResume } from '../../benches/events.js';
import { GOALS, met, reading } from '../../benches/goals.js';
import { median } from '../../benches/measure.js';
import { NOTES, noteOf } from '../../benches/notes.js';
import { RESULTS, documents } from '../../benches/report.js';
import { NUMBER, startUp } from '../../benches/startUp.js';
import { summarise } from '../../benches/summary.js';
import { CONTENDERS, HOSTS, WORKS } from '../../benches/works.js';
import { path } from '../../scripts/paths.js';

// Timed by the hosts themselves, or not at all.
const ELSEWHERE = ['startUp', 'click', 'module', 'lwc'];

const text = (file) => readFile(path(file), 'utf8');

describe('performance, as it is told', () => {
    let results;
    before(async () => {
        results = JSON.parse(await readFile(RESULTS, 'utf8'));
    });

    it('is generated from results.json: the page, its chart and the page on scale', async () => {
        for (const [file, wanted] of Object.entries(await documents(results))) {
            expect(await text(file), file).to.equal(wanted);
        }
    });

    it('has a result for every goal', () => {
        const missing = GOALS.filter((goal) => !Number.isFinite(reading(results, goal))).map(({ id }) => id);
        expect(missing).to.deep.equal([]);
    });

    it('says of every goal that is not met why it is not', () => {
        const unexplained = GOALS.filter((goal) => !met(results, goal) && !noteOf(goal)).map(({ id }) => id);
        expect(unexplained).to.deep.equal([]);
    });

    it('explains nothing but goals', () => {
        const idle = Object.keys(NOTES).filter(
            (key) => !GOALS.some(({ id }) => id === key || id.startsWith(`${key}/`))
        );
        expect(idle).to.deep.equal([]);
    });

    it('names every host, work and contender', () => {
        for (const [host, { works }] of Object.entries(results.hosts)) {
            expect(HOSTS).to.have.property(host);
            for (const [work, contenders] of Object.entries(works)) {
                expect(WORKS).to.have.property(work);
                expect(CONTENDERS).to.include.all.keys(Object.keys(contenders));
            }
        }
    });
});

describe('goals', () => {
    it('have one ID each', () => {
        const ids = GOALS.map(({ id }) => id);
        expect(new Set(ids).size).to.equal(ids.length);
    });

    it('are met or not by what was measured, and not met by what was not', () => {
        const goal = GOALS.find(({ id }) => id === 'eventText/node/xstate');
        const with_ = (ratio) => ({ hosts: { node: { works: { eventText: { xstate: { ratio } } } } } });
        expect([3, 2.99].map((ratio) => met(with_(ratio), goal))).to.deep.equal([true, false]);
        expect(met({ hosts: {} }, goal)).to.equal(false);
    });
});

describe('figures', () => {
    it('are medians, and ratios of rounds, not of medians', () => {
        expect([median([3, 1, 2]), median([4, 1, 2, 3])]).to.deep.equal([2, 2.5]);
        const { build } = summarise({ build: { patchbay: [1, 2, 10], hand: [2, 6, 10] } });
        expect(build.patchbay).to.deep.equal({ median: 2, low: 2, high: 10 });
        expect(build.hand.ratio).to.equal(2);
    });

    it('of memory are the first and the last', () => {
        expect(summarise({ memory: { patchbay: [5, 6, 7] } }).memory.patchbay).to.deep.equal({ first: 5, last: 7 });
    });
});

describe('start-up', () => {
    it('gives every round another program, and refuses one that builds another message', async () => {
        const seen = [];
        const message = { type: 'PureCloud.Interaction.updateState', data: { action: 'hold', id: '6b0d7c1e' } };
        const samples = await startUp({ one: `'${NUMBER}'` }, (code) => seen.push(code) && { took: 2, message }, 2);
        expect(samples).to.deep.equal({ one: [2e6, 2e6] });
        expect(new Set(seen.map((code) => code.split('*/')[1])).size).to.equal(2);
        const error = await startUp({ one: '' }, () => ({ took: 1, message: {} }), 1).catch(
            ({ message: told }) => told
        );
        expect(error).to.include('one: the first message is {}');
    });
});

describe('contenders', () => {
    const SEVEN = ['patchbay', 'hand', 'ajv', 'ajvStandalone', 'zod', 'zodMini', 'valibot'];
    let events;
    let module;
    before(async () => {
        ({ events } = JSON.parse(await text('tests/fixtures/inbound-call.json')));
        await writeAjvValidator();
        const file = `${OUT}/checked.js`;
        const source =
            "export { default as suite } from './suite.js'; export { openContenders } from './contenders.js';";
        await writeFile(file, await bundle(source));
        module = await import(pathToFileURL(file).href);
    }).timeout(30_000);

    it('do the same work, each kind of it', async () => {
        const works = Object.keys(WORKS).filter((work) => work !== 'memory');
        const options = { host: 'node', works, rounds: 0, events };
        const checked = JSON.parse(await module.suite(JSON.stringify(options), holdAndResume(events)));
        expect(Object.keys(checked)).to.have.members(works.filter((work) => !ELSEWHERE.includes(work)));
        expect(checked.build).to.have.all.keys(SEVEN);
        expect(checked.eventText).to.have.all.keys('patchbay', 'hand', 'xstate');
    }).timeout(60_000);

    it('refuse a wrong message with a sentence for every problem', async () => {
        for (const { name, parse, issues } of await module.openContenders('node')) {
            for (const [message] of INVALID) {
                expect(parse(message), name).to.equal(null);
                expect(issues(message), name).to.not.have.length(0);
                issues(message).forEach((issue) => expect(issue.message, name).to.be.a('string').and.not.equal(''));
            }
        }
    });

    it('are without the one that needs eval where there is none', async () => {
        const names = (await module.openContenders('csp')).map(({ name }) => name);
        expect(names).to.deep.equal(SEVEN.filter((name) => name !== 'ajv'));
    });

    it('are given events of 2.6 KB that hold a call and resume it', () => {
        const messages = holdAndResume(events);
        expect(messages.map(({ data }) => data.new.state)).to.deep.equal(['HELD', 'CONNECTED']);
        messages.forEach((message) => expect(JSON.stringify(message).length).to.be.within(2500, 2700));
    });
});
