/* What `--fix` rewrites: only what is certain, so that it parses, does not come back, and leaves every other line as it is. */
import { expect } from 'chai';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from '#patchbay';
import { examine } from '../../wasm/cli/doctor/index.js';
import { CORPUS, planted } from './support/corpus.js';
import { LWC, projects, publishing, transferTo } from './support/project.js';

describe('what the doctor rewrites', () => {
    const { examined } = projects();

    const rewritten = async (text) => {
        const { fixed } = await examined({ [`${LWC}/sender/sender.js`]: text }, { fix: true });
        return fixed[0]?.text ?? null;
    };

    for (const [target, expected] of [
        ["'Auditor Secure Flow'", "encodeURIComponent('Auditor Secure Flow')"],
        ['"+1 (317) 555-0123"', 'encodeURIComponent("+1 (317) 555-0123")'],
        ["'sip:Auditor Secure Flow'", "'sip:' + encodeURIComponent('Auditor Secure Flow')"],
        ['`sip:${this.flowName}`', '`sip:${encodeURIComponent(this.flowName)}`'],
        ["'sip:' + this.flowName", "'sip:' + encodeURIComponent(this.flowName)"],
        ["'sip:' + this.flowName + this.suffix", "'sip:' + encodeURIComponent(this.flowName + this.suffix)"],
        ['`sip:Team ${this.flowName}`', "'sip:' + encodeURIComponent(`Team ${this.flowName}`)"],
        ['this.phoneNumber', 'encodeURIComponent(this.phoneNumber)'],
        ['encodeURIComponent(encodeURIComponent(this.phone))', 'encodeURIComponent(this.phone)'],
        ["`sip:${encodeURIComponent('Auditor%20Flow')}`", "`sip:${'Auditor%20Flow'}`"],
        ["encodeURIComponent('sip:' + this.flowName)", "'sip:' + encodeURIComponent(this.flowName)"],
        ['encodeURIComponent(`sip:${this.flowName}`)', '`sip:${encodeURIComponent(this.flowName)}`']
    ]) {
        it(`writes ${expected} for ${target}`, async () => {
            expect(await rewritten(publishing(transferTo(target)))).to.equal(publishing(transferTo(expected)));
        });
    }

    for (const [what, before, after] of [
        [
            'a type',
            "{ type: 'PureCloud.interaction.updateState', data: { action: 'hold', id: '1' } }",
            "{ type: 'PureCloud.Interaction.updateState', data: { action: 'hold', id: '1' } }"
        ],
        [
            'an action',
            '{ type: "PureCloud.Interaction.updateState", data: { action: "HOLD", id: "1" } }',
            '{ type: "PureCloud.Interaction.updateState", data: { action: "hold", id: "1" } }'
        ],
        [
            'both, one after the other',
            transferTo("'Secure Flow'", "'Address'"),
            transferTo("encodeURIComponent('Secure Flow')")
        ]
    ]) {
        it(`corrects the letter case of ${what}`, async () => {
            expect(await rewritten(publishing(before))).to.equal(publishing(after));
        });
    }

    it('takes the encoding away from what a builder encodes', async () => {
        const text = (target) =>
            publishing(
                `patchbay.blindTransfer(this.interactionId, { flow: ${target} })`,
                "import { load } from 'c/patchbay';"
            );
        expect(await rewritten(text('encodeURIComponent(this.name)'))).to.equal(text('this.name'));
        expect(await rewritten(text('this.name'))).to.equal(null);
    });

    it('rewrites a variable where it is given the value', async () => {
        const steps = (first) => `let target = ${first}; if (given) target = encodeURIComponent(given); publish(this`;
        const text = publishing(transferTo('target'));
        const fixed = await rewritten(text.replace('publish(this', steps("'Secure Flow'")));
        expect(fixed).to.equal(text.replace('publish(this', steps("encodeURIComponent('Secure Flow')")));
    });

    for (const [what, text] of [
        ['a flow may have been meant', publishing(transferTo("'AuditorFlow'"))],
        ['a text looks encoded twice', publishing(transferTo("'sip:Auditor%2520Flow'"))],
        [
            'a name is misspelt',
            publishing("{ type: 'PureCloud.Interaction.updateState', data: { action: 'holdd', id: '1' } }")
        ],
        [
            'a variable is right on another way',
            publishing(transferTo('target')).replace(
                'publish(this',
                'let target = 1; target += this.flowName; if (given) target = encodeURIComponent(given); publish(this'
            )
        ]
    ]) {
        it(`leaves to a person what is not certain: ${what}`, async () => {
            expect(await rewritten(text)).to.equal(null);
        });
    }

    describe('in the corpus', () => {
        let folder;
        before(async () => {
            folder = await mkdtemp(join(tmpdir(), 'patchbay-fix-'));
            await cp(CORPUS, folder, { recursive: true });
        });
        after(() => rm(folder, { recursive: true, force: true }));

        it('changes lines of planted faults only, and finds nothing more to change', async () => {
            const patchbay = await load();
            const first = await examine(folder, { patchbay });
            const { fixed, findings } = await examine(folder, { patchbay, fix: true });
            expect(findings.filter(({ fixable }) => fixable)).to.deep.equal([]);
            expect(findings.length).to.be.below(first.findings.length);
            const { faults } = await planted();
            for (const { file, path, text } of fixed) {
                const before = (await readFile(path, 'utf8')).split('\n');
                const changed = text.split('\n').flatMap((line, at) => (line === before[at] ? [] : [at + 1]));
                const own = faults
                    .filter((fault) => fault.startsWith(`${file}:`))
                    .map((fault) => Number(/:(\d+) /.exec(fault)[1]));
                expect(own, file).to.include.members(changed);
                await writeFile(path, text);
            }
            const again = await examine(folder, { patchbay, fix: true });
            expect(again.fixed).to.deep.equal([]);
            // Whether a flow is meant is asked once a target is encoded; no other fault is new.
            const places = (list) => list.map(({ file, line, code }) => `${file}:${line} ${code}`);
            const known = places(first.findings);
            const added = again.findings.filter((one) => !known.includes(places([one])[0]));
            expect(added.filter(({ what }) => !what.startsWith('This looks like a flow'))).to.deep.equal([]);
            expect(again.skipped).to.deep.equal(first.skipped);
        });
    });
});
