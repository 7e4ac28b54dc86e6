/* The zip of a release, as an administrator has it: unpacked, deployed into an org that has components of its own, and removed again. */
import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import JSZip from 'jszip';
import { convert } from '../../scripts/metadata.js';
import { PACKAGES } from '../../scripts/packages.js';
import { path } from '../../scripts/paths.js';
import { salesforceZip } from '../../scripts/release.js';

/** Bundles and classes that orgs have: names of public projects, which Patchbay's had once. */
const THEIRS = [
    ...['recordPicker', 'objectInfo', 'saving', 'callControls', 'interactionLog', 'problemList', 'transferPanel'].map(
        (name) => `LightningComponentBundle ${name}`
    ),
    'ApexClass InteractionLog',
    'CustomLabel Hold',
    'PermissionSet Agent',
    'FlexiPage Case_Record_Page'
];

/** What an org has one of, and merges with what is deployed. */
const MERGED = ['CustomLabels CustomLabels', 'Translations de'];

/** What a manifest names, each as its type and its name. */
function named(manifest) {
    return Array.from(manifest.matchAll(/<types>([^]*?)<name>(\w+)<\/name>/g)).flatMap(([, members, type]) =>
        Array.from(members.matchAll(/<members>(.*?)<\/members>/g), ([, name]) => `${type} ${name}`)
    );
}

/** Fields, layouts and list views of an object that is Patchbay's own. */
const goesWithObject = (name) => /^\w+ Patchbay_\w+__(c|mdt)[.-]/.test(name);

async function filesIn(folder) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
        .sort();
}

describe('the zip of a release', function () {
    this.timeout(120_000);

    let folder;
    let root;
    let made;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), 'patchbay-zip-'));
        made = await salesforceZip();
        const { files } = await JSZip.loadAsync(made.bytes);
        for (const [name, entry] of Object.entries(files)) {
            await mkdir(dirname(join(folder, name)), { recursive: true });
            await writeFile(join(folder, name), await entry.async('nodebuffer'));
        }
        const tops = await readdir(folder);
        expect(tops).to.have.length(1);
        root = join(folder, tops[0]);
    });
    after(() => rm(folder, { recursive: true, force: true }));

    const text = (name) => readFile(join(root, name), 'utf8');
    const manifests = () => Promise.all(PACKAGES.map(({ name }) => text(`metadata/${name}/package.xml`)));

    it('is named by its version, and says nothing of the machine or the time it was made', async () => {
        const { version } = JSON.parse(await readFile(path('package.json'), 'utf8'));
        expect(made.name).to.equal(`patchbay-${version}-salesforce.zip`);
        const again = await salesforceZip();
        expect(again.bytes.equals(made.bytes)).to.equal(true);
    });

    it('holds a project, whose packages convert to what it holds converted', async () => {
        const { packageDirectories } = JSON.parse(await text('sfdx-project.json'));
        for (const { package: name, path: source } of packageDirectories) {
            await convert([join(root, source)], join(folder, 'converted', name));
            const there = await filesIn(join(root, 'metadata', name));
            expect(await filesIn(join(folder, 'converted', name)), name).to.deep.equal(there);
        }
        const core = await filesIn(join(root, 'metadata/patchbay'));
        expect(core).to.include.members(['lwc/patchbay/patchbay.js', 'lwc/patchbay/bytes.js', 'package.xml']);
    });

    it('holds no test of a component, and the data of the examples', async () => {
        expect((await filesIn(root)).filter((file) => file.includes('__tests__'))).to.deep.equal([]);
        expect(existsSync(join(root, 'examples/data/plan.json'))).to.equal(true);
    });

    it('holds the guide, with no link that leads out of it', async () => {
        const guide = await text('INSTALL.md');
        const links = Array.from(guide.matchAll(/\]\(([^)]+)\)/g), ([, target]) => target);
        expect(links.filter((target) => !target.startsWith('https:'))).to.deep.equal([]);
        expect(guide).to.include(made.name).and.include('04t');
    });

    it('names nothing that an org has: neither when it is deployed nor when it is removed', async () => {
        const removed = named(await text('remove/destructiveChanges.xml'));
        for (const names of [...(await manifests()).map(named), removed]) {
            expect(names).to.have.length.above(0);
            expect(names.filter((name) => THEIRS.includes(name))).to.deep.equal([]);
        }
    });

    it('removes all that it brings but what an org merges with its own, and what goes with its object', async () => {
        const brought = (await manifests()).flatMap(named);
        const removed = named(await text('remove/destructiveChanges.xml'));
        expect(brought.filter((name) => !removed.includes(name) && !goesWithObject(name))).to.deep.equal(MERGED);
        expect(removed).to.include.members([
            'CustomObject Patchbay_Log_Key__c',
            'CustomField Activity.Patchbay_Segment__c'
        ]);
        expect(removed.filter(goesWithObject)).to.deep.equal([]);
        expect(removed.filter((name) => !brought.includes(name))).to.deep.equal([]);
        expect(named(await text('remove/package.xml'))).to.deep.equal([]);
    });

    it('leaves an org as it was: what it had stays, what came goes', async () => {
        const before = [...THEIRS, ...MERGED];
        const org = new Set(before);
        for (const manifest of await manifests()) {
            for (const name of named(manifest)) {
                expect(THEIRS, 'nothing is overwritten').to.not.include(name);
                org.add(name);
            }
        }
        expect(org.size).to.be.above(before.length + 100);
        named(await text('remove/destructiveChanges.xml')).forEach((name) => org.delete(name));
        [...org].filter(goesWithObject).forEach((name) => org.delete(name));
        expect([...org]).to.deep.equal(before);
    });
});
