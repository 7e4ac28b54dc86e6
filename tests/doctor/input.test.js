/* What the doctor is given: what it cannot read, what is large, what never ends, and projects of ten thousand files. */
import { expect } from 'chai';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from '#patchbay';
import { examine } from '../../wasm/cli/doctor/index.js';
import { CORPUS, filesIn } from './support/corpus.js';
import { LWC, projects, publishing, transferTo } from './support/project.js';

const FAULTY = publishing(
    "{ type: 'PureCloud.Interaction.updateState', data: { action: 'unhold', id: this.interactionId } }"
);

describe('the doctor and its input', () => {
    const { project, examined, codesOf } = projects();

    it('parses, of ten thousand files, only what names the package and what imports that', async () => {
        const many = Object.fromEntries(
            Array.from({ length: 5_000 }, (_, at) => [
                [
                    `${LWC}/part${at}/part${at}.js`,
                    `import { LightningElement } from 'lwc'; export default class P extends LightningElement { a = ${at}; }`
                ],
                [`${LWC}/part${at}/part${at}.html`, '<template></template>']
            ]).flat()
        );
        const { findings, files, parsed, skipped } = await examined({
            ...many,
            [`${LWC}/sender/sender.js`]: FAULTY,
            [`${LWC}/user/user.js`]: "import Sender from 'c/sender'; export default class User extends Sender {}",
            [`${LWC}/userOfUser/userOfUser.js`]: "import User from 'c/user'; export default class More extends User {}"
        });
        expect({ files, parsed, skipped }).to.deep.equal({ files: 10_003, parsed: 3, skipped: [] });
        expect(findings.map(({ code }) => code)).to.deep.equal(['unknown-value']);
    }).timeout(120_000);

    it('passes over what is too large, and says so', async () => {
        const { findings, skipped } = await examined({
            [`${LWC}/sender/sender.js`]: FAULTY,
            [`${LWC}/sender/data.js`]: `export default [\n${"'purecloud',\n".repeat(200_000)}];`,
            'force-app/main/default/staticresources/film.resource': 'x'.repeat(2_000_001)
        });
        expect(skipped.map(({ file }) => file)).to.deep.equal([`${LWC}/sender/data.js`]);
        expect(skipped[0].reason).to.match(/at most 2000000/);
        expect(findings).to.have.length(1);
    });

    for (const [what, name, text] of [
        ['JavaScript', `${LWC}/sender/other.js`, 'class { purecloud'],
        ['Apex', 'classes/Odd.cls', 'class Odd implements purecloud.CTIExtension.SaveLog { void ('],
        ['a page', 'pages/odd.page', '<apex:page><script>purecloud(</script></apex:page>']
    ]) {
        it(`passes over ${what} that does not parse, and says where it ends`, async () => {
            const { findings, skipped } = await examined({ [`${LWC}/sender/sender.js`]: FAULTY, [name]: text });
            expect(skipped.map(({ file }) => file)).to.deep.equal([name]);
            expect(skipped[0].reason).to.match(/it does not parse: .+\(\d+:\d+\)/);
            expect(findings).to.have.length(1);
        });
    }

    it('judges the scripts of a page that parse', async () => {
        const page = `<apex:page>
            <script>broken(</script>
            <script type="text/x-template">{{ not a script }}</script>
            <script>sforce.one.publish("{!$MessageChannel.purecloud__ClientEvent__c}", { type: 'PureCloud.User.updateStatus' });</script>
            </apex:page>`;
        const { findings, skipped } = await examined({ 'pages/bar.page': page });
        expect(findings.map(({ line, code }) => `${line} ${code}`)).to.deep.equal(['4 required']);
        expect(skipped).to.have.length(1);
    });

    it('ends on what leads back to itself', async () => {
        const circles = publishing(
            transferTo('first(given)'),
            `const a = b; const b = a;
            let grown = 'x'; grown = grown + grown;
            function first(text) { return second(text) + a + grown; }
            function second(text) { return text ? first(text.slice(1)) : first(second(text)); }
            const self = { self: () => self }; self.self = self;`
        );
        expect(await codesOf(circles)).to.deep.equal([]);
    });

    it('ends on what has more ways than can be followed', async () => {
        const steps = Array.from(
            { length: 60 },
            (_, at) => `if (given === ${at}) { data.a${at} = 'x'; } else { data.b${at} = 'y'; }`
        );
        const text = publishing(
            'this.made(given)',
            '',
            `made(given) { const data = { id: '1', action: 'hold' }; ${steps.join('\n')}
            return { type: 'PureCloud.Interaction.updateState', data }; }`
        );
        expect(await codesOf(text)).to.be.an('array');
        const sum = Array.from({ length: 3_000 }, () => 'given').join(' + ');
        expect(await codesOf(publishing(transferTo(sum)))).to.be.an('array');
    });

    it('survives what is cut off anywhere', async () => {
        for (const file of await filesIn(CORPUS)) {
            const lines = (await readFile(join(CORPUS, file), 'utf8')).split('\n');
            const cuts = Array.from({ length: 6 }, (_, at) => Math.floor((lines.length * (at + 1)) / 7));
            const pieces = cuts.flatMap((cut) => [
                lines.slice(0, cut),
                lines.slice(cut),
                lines.filter((_, at) => at !== cut)
            ]);
            for (const piece of pieces) {
                const { findings, skipped } = await examined({ [file]: piece.join('\n') });
                expect(findings, file).to.be.an('array');
                expect(
                    skipped.every(({ reason }) => !/cannot be judged/.test(reason)),
                    file
                ).to.equal(true);
            }
        }
    }).timeout(300_000);

    it('follows no links, and takes any folder of a project as its root', async () => {
        const folder = await project({
            [`${LWC}/sender/sender.js`]: FAULTY,
            [`${LWC}/sender/__tests__/sender.test.js`]: FAULTY
        });
        await symlink(folder, join(folder, 'around'), 'junction');
        const patchbay = await load();
        for (const root of [folder, join(folder, LWC), join(folder, LWC, 'sender')]) {
            const { findings } = await examine(root, { patchbay });
            expect(
                findings.map(({ code }) => code),
                root
            ).to.deep.equal(['unknown-value']);
        }
    });

    it('knows a component by what stands beside it, where the folders are called otherwise', async () => {
        const { findings, skipped } = await examined({
            'samples/w/w.js': FAULTY,
            'samples/w/w.js-meta.xml': '<LightningComponentBundle/>',
            'samples/bar/bar.cmp':
                '<aura:component><lightning:messageChannel type="purecloud__ClientEvent__c" aura:id="c"/></aura:component>',
            'samples/bar/barController.js':
                "({ go: function (component) { component.find('c').publish({ type: 'PureCloud.User.updateStatus' }); } })",
            [`${LWC}/w/w.d.ts`]: '// purecloud\nexport const TYPE: string',
            'scripts/other.js': "export const a = { type: 'PureCloud.Other' };",
            [`${LWC}/w/w.js`]: FAULTY
        });
        expect(skipped).to.deep.equal([]);
        const found = findings.map(({ file, code }) => `${file} ${code}`);
        expect(found).to.deep.equal([
            `${LWC}/w/w.js unknown-value`,
            'samples/bar/barController.js required',
            'samples/w/w.js unknown-value'
        ]);
    });

    it('leaves ends of lines as they are, and finds lines by them', async () => {
        const text = publishing(transferTo('`sip:${this.flowName}`')).replaceAll('\n', '\r\n');
        const { fixed, findings } = await examined({ [`${LWC}/sender/sender.js`]: `\ufeff${text}` }, { fix: true });
        expect(findings).to.deep.equal([]);
        expect(fixed[0].text).to.equal(`\ufeff${text}`.replace('this.flowName', 'encodeURIComponent(this.flowName)'));
    });

    it('is not misled by names that objects have by birth', async () => {
        const text = publishing(
            "{ type: 'PureCloud.Interaction.addCustomAttributes', data: { id: '1', attributes: { ['__proto__']: 'x', constructor: 'y' } } }"
        );
        expect(await codesOf(text)).to.deep.equal([]);
        expect(await codesOf(publishing(transferTo('toString(given)')))).to.deep.equal([]);
    });
});
