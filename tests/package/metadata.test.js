/* What an org is given: deployable metadata, and LWC files within the platform's limits. */
import { expect } from 'chai';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { path } from '../../scripts/paths.js';

const SOURCE = path('www/force-app');
const MAIN = join(SOURCE, 'main/default');
const LWC = join(MAIN, 'lwc');
const RECIPES = path('www/recipes/lwc');
const CLASSES = join(MAIN, 'classes');

async function apexClasses() {
    return (await readdir(CLASSES))
        .filter((file) => file.endsWith('.cls'))
        .map((file) => file.slice(0, -'.cls'.length));
}

async function lwcFiles() {
    const names = await readdir(LWC, { recursive: true, withFileTypes: true });
    return names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

async function filesOf(folder) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}

/** What the manifest names of a type. */
function members(manifest, type) {
    const blocks = Array.from(manifest.matchAll(/<types>([^]*?)<\/types>/g), ([, block]) => block);
    const block = blocks.find((one) => one.includes(`<name>${type}</name>`)) ?? '';
    return Array.from(block.matchAll(/<members>(.*?)<\/members>/g), ([, name]) => name);
}

describe('the metadata', () => {
    // A bundle has no namespace: one of the same name in an org would be overwritten by a deployment.
    it('has names that no component of an org has: every bundle begins with patchbay, every class with Patchbay', async () => {
        for (const folder of [LWC, RECIPES]) {
            for (const name of await readdir(folder)) {
                expect(name).to.match(/^patchbay/);
                const code = await readFile(join(folder, name, `${name}.js`), 'utf8');
                for (const [, exported] of code.matchAll(/^export default class (\w+)/gm)) {
                    expect(exported).to.equal(name.replace(/^p/, 'P'));
                }
            }
        }
        expect((await apexClasses()).filter((name) => !name.startsWith('Patchbay'))).to.deep.equal([]);
    });

    describe('converted to what an org deploys', () => {
        let out;
        let packaged;
        let manifest;
        before(async () => {
            out = await mkdtemp(join(tmpdir(), 'patchbay-metadata-'));
            const { packagePath } = await new MetadataConverter().convert(ComponentSet.fromSource(SOURCE), 'metadata', {
                type: 'directory',
                outputDirectory: out,
                genUniqueDir: false
            });
            packaged = packagePath;
            manifest = await readFile(join(packagePath, 'package.xml'), 'utf8');
        });
        after(() => rm(out, { recursive: true, force: true }));

        it('has every bundle and class in its manifest', async () => {
            const bundles = (await readdir(LWC, { withFileTypes: true })).filter((entry) => entry.isDirectory());
            expect(bundles.length).to.be.above(5);
            expect(members(manifest, 'LightningComponentBundle')).to.have.members(bundles.map(({ name }) => name));
            for (const { name } of bundles) {
                expect(await readdir(join(packaged, 'lwc', name)))
                    .to.include(`${name}.js`)
                    .and.include(`${name}.js-meta.xml`);
            }
            expect(members(manifest, 'ApexClass')).to.have.members(await apexClasses());
            expect(members(manifest, 'PermissionSet')).to.have.members(['Patchbay_Admin', 'Patchbay_Agent']);
            expect(members(manifest, 'CustomPermission')).to.deep.equal(['Patchbay_Inspector']);
        });

        it('has every label in its manifest, and the translation', async () => {
            const labels = await readFile(join(MAIN, 'labels/CustomLabels.labels-meta.xml'), 'utf8');
            const names = Array.from(labels.matchAll(/<fullName>(\w+)<\/fullName>/g), ([, name]) => name);
            expect(names.length).to.be.above(100);
            const named = [...members(manifest, 'CustomLabel'), ...members(manifest, 'CustomLabels')];
            // A manifest names the labels one by one, or the one file that holds them.
            expect(named).to.satisfy(
                (all) => all.includes('CustomLabels') || names.every((name) => all.includes(name))
            );
            const deployed = await readFile(join(packaged, 'labels/CustomLabels.labels'), 'utf8');
            expect(names.filter((name) => !deployed.includes(`<fullName>${name}</fullName>`))).to.deep.equal([]);
            expect(members(manifest, 'Translations')).to.deep.equal(['de']);
        });

        it('has every file of the source but those that .forceignore names, and no other', async () => {
            const bare = (file) => file.replace(/-meta\.xml$/, '').replaceAll('\\', '/');
            // Of an object's fields an org is given one file.
            const whole = (file) => file.replace(/^(objects\/\w+)\/.*/, '$1.object');
            const ours = (await filesOf(MAIN)).filter((file) => !file.includes('__tests__'));
            const source = [...new Set(ours.map((file) => whole(file)))].map(bare);
            const deployed = (await filesOf(packaged)).filter((file) => file !== 'package.xml');
            expect(deployed.filter((file) => file.includes('__tests__'))).to.deep.equal([]);
            expect(deployed.map(bare).sort()).to.deep.equal(source.sort());
        });
    });

    it('stands in the project that says where it is, at the top of the repository', async () => {
        const { packageDirectories } = JSON.parse(await readFile(path('sfdx-project.json'), 'utf8'));
        expect(packageDirectories).to.deep.equal([{ path: 'www/force-app', default: true }]);
    });

    it('gives access to every class that components call: to agents, but for what is the administrators’', async () => {
        const called = [];
        for (const name of await apexClasses()) {
            const code = await readFile(join(CLASSES, `${name}.cls`), 'utf8');
            if (/@AuraEnabled(\(.*?\))?\s+public static/.test(code)) called.push(name);
        }
        const allowedTo = async (who) => {
            const set = await readFile(join(MAIN, `permissionsets/Patchbay_${who}.permissionset-meta.xml`), 'utf8');
            return Array.from(set.matchAll(/<apexClass>(\w+)<\/apexClass>\s*<enabled>true/g), ([, name]) => name);
        };
        const ofAdministrators = ['PatchbayPreflight'];
        expect(await allowedTo('Admin')).to.deep.equal(ofAdministrators);
        expect([...(await allowedTo('Agent')), ...ofAdministrators]).to.have.members(called);
    });

    it('every bundle says what it is, for one API version', async () => {
        const project = JSON.parse(await readFile(path('sfdx-project.json'), 'utf8'));
        for (const file of (await lwcFiles()).filter((name) => name.endsWith('.js-meta.xml'))) {
            const meta = await readFile(file, 'utf8');
            expect(meta, file).to.include(`<apiVersion>${project.sourceApiVersion}</apiVersion>`);
            expect(meta, file)
                .to.match(/<masterLabel>.+<\/masterLabel>/)
                .and.match(/<description>.+<\/description>/);
            if (meta.includes('<isExposed>true')) {
                expect(meta, file).to.match(/<target>lightning__\w+<\/target>/);
            }
        }
    });

    it('every script is within the limit of a bundle, and without what the sandbox refuses', async () => {
        for (const file of (await lwcFiles()).filter((name) => name.endsWith('.js') && !name.includes('__tests__'))) {
            const code = await readFile(file, 'utf8');
            expect(Buffer.byteLength(code), file).to.be.below(1_000_000);
            expect(code, file).to.not.match(/\bimport\.meta\b|\beval\s*\(|\bnew Function\b|\bloadScript\b/);
        }
    });
});
