/* How often the doctor is right: on a corpus with planted faults, and on Patchbay's own components, recipes and Apex. */
import { expect } from 'chai';
import { load } from '#patchbay';
import { CODES } from '../../wasm/cli/doctor/codes.js';
import { examine } from '../../wasm/cli/doctor/index.js';
import { path } from '../../scripts/paths.js';
import { CORPUS, asPlanted, planted } from './support/corpus.js';

const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;

describe('the doctor on its corpus', () => {
    let faults;
    let right;
    let report;
    before(async () => {
        ({ faults, right } = await planted());
        report = await examine(CORPUS, { patchbay: await load() });
    });

    it('finds every planted fault, and nothing in a line that is right', () => {
        const found = new Set(report.findings.map(asPlanted));
        const hits = faults.filter((fault) => found.has(fault));
        const wrong = [...found].filter((one) => !faults.includes(one));
        console.log(
            `        ${faults.length} planted faults, ${right} right lines: ` +
                `precision ${percent(hits.length, found.size)}, recall ${percent(hits.length, faults.length)}`
        );
        expect({ missed: faults.filter((fault) => !found.has(fault)), wrong }).to.deep.equal({ missed: [], wrong: [] });
    });

    it('plants every fault of source, and the usual ones of messages', () => {
        const codes = new Set(faults.map((fault) => fault.split(' ').pop()));
        // No hand writes half of a character, or a text of 256 KiB.
        const rare = ['empty', 'lone-surrogate', 'not-serialisable', 'too-long'];
        expect(Object.keys(CODES).filter((code) => !codes.has(code) && !rare.includes(code))).to.deep.equal([]);
    });

    it('lists every kind of use', () => {
        const kinds = new Set(report.uses.map(({ kind }) => kind));
        expect(kinds).to.include.all.keys('publish', 'subscribe', 'handler', 'message', 'save-log');
        const of = (kind, end) => report.uses.filter((one) => one.kind === kind && one.file.endsWith(end)).length;
        expect(of('publish', 'callPanelHelper.js')).to.equal(2);
        expect(of('subscribe', 'callPanel.cmp')).to.equal(1);
        expect(of('handler', 'softphoneBar.page')).to.equal(1);
        expect(of('save-log', 'WrongExtension.cls')).to.equal(1);
        expect(of('publish', 'rightControls.js')).to.equal(8);
    });

    it('tells what it did not judge, and judges what is beside it', () => {
        const told = Object.fromEntries(report.skipped.map(({ file, reason }) => [file.split('/').pop(), reason]));
        expect(told).to.have.all.keys('vendor.min.js', 'one.js', 'broken.js');
        expect(told['broken.js']).to.match(/does not parse.*\(4:0\)/);
        expect(told['one.js']).to.match(/in a circle: .*one\.js, .*other\.js/);
        expect(told['vendor.min.js']).to.match(/minified/);
    });
});

describe('the doctor on Patchbay itself', () => {
    it('finds its uses of the channel, and nothing wrong with them', async () => {
        const { findings, uses, skipped } = await examine(path('www'), { patchbay: await load() });
        expect(findings.map(({ file, line, code, what }) => `${file}:${line} ${code}: ${what}`)).to.deep.equal([]);
        expect(skipped).to.deep.equal([]);
        expect(new Set(uses.map(({ kind }) => kind))).to.include.all.keys(
            'publish',
            'subscribe',
            'handler',
            'save-log'
        );
    });
});
