/* What an org is given: deployable metadata, and LWC files within the platform's limits. */
import { expect } from 'chai';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { convert } from '../../scripts/metadata.js';
import { API_VERSION, PACKAGES } from '../../scripts/packages.js';
import { path } from '../../scripts/paths.js';

const CORE = path('www/force-app');
const MAIN = join(CORE, 'main/default');
const CLASSES = join(MAIN, 'classes');

/** Every file that an org is given of a folder. */
async function filesOf(folder) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
        .filter((file) => !file.includes('__tests__'));
}

/** Every file of all packages that ends like this. */
async function everyFile(ending) {
    const all = PACKAGES.map(async ({ folder }) =>
        (await filesOf(path(folder))).map((file) => path(`${folder}/${file}`))
    );
    return (await Promise.all(all)).flat().filter((file) => file.endsWith(ending));
}

async function apexClasses() {
    return (await readdir(CLASSES))
        .filter((file) => file.endsWith('.cls'))
        .map((file) => file.slice(0, -'.cls'.length));
}

/** What the manifest names of a type. */
function members(manifest, type) {
    const blocks = Array.from(manifest.matchAll(/<types>([^]*?)<\/types>/g), ([, block]) => block);
    const block = blocks.find((one) => one.includes(`<name>${type}</name>`)) ?? '';
    return Array.from(block.matchAll(/<members>(.*?)<\/members>/g), ([, name]) => name);
}

/** The bundle that a file is of. */
const bundleOf = (file) => /\/lwc\/(\w+)\//.exec(file)?.[1];

const tagOf = (bundle) => `c-${bundle.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** All that a manifest names. */
const allMembers = (manifest) => Array.from(manifest.matchAll(/<members>(.*?)<\/members>/g), ([, name]) => name);

describe('the metadata', () => {
    // A bundle has no namespace: one of the same name in an org would be overwritten by a deployment.
    it('has names that no component of an org has: every bundle begins with patchbay', async () => {
        for (const file of (await everyFile('.js')).filter((name) => basename(name, '.js') === bundleOf(name))) {
            const name = bundleOf(file);
            expect(name).to.match(/^patchbay/);
            for (const [, exported] of (await readFile(file, 'utf8')).matchAll(/^export default class (\w+)/gm)) {
                expect(exported).to.equal(name.replace(/^p/, 'P'));
            }
        }
    });

    describe('of each package, converted alone to what an org deploys', () => {
        let out;
        const manifests = {};
        before(async () => {
            out = await mkdtemp(join(tmpdir(), 'patchbay-metadata-'));
            for (const { name, folder } of PACKAGES) {
                await convert([path(folder)], join(out, name));
                manifests[name] = await readFile(join(out, name, 'package.xml'), 'utf8');
            }
        });
        after(() => rm(out, { recursive: true, force: true }));

        it('has every bundle and class of the core in its manifest', async () => {
            const core = manifests.patchbay;
            const bundles = (await readdir(join(MAIN, 'lwc'), { withFileTypes: true })).filter((one) =>
                one.isDirectory()
            );
            expect(bundles.length).to.be.above(5);
            expect(members(core, 'LightningComponentBundle')).to.have.members(bundles.map(({ name }) => name));
            for (const { name } of bundles) {
                expect(await readdir(join(out, 'patchbay/lwc', name)))
                    .to.include(`${name}.js`)
                    .and.include(`${name}.js-meta.xml`);
            }
            expect(members(core, 'ApexClass')).to.have.members(await apexClasses());
            expect(members(core, 'PermissionSet')).to.have.members(['Patchbay_Admin', 'Patchbay_Agent']);
            expect(members(core, 'CustomPermission')).to.deep.equal(['Patchbay_Inspector']);
        });

        it('has every label in its manifest, and the translation in a package of its own', async () => {
            const labels = await readFile(join(MAIN, 'labels/CustomLabels.labels-meta.xml'), 'utf8');
            const names = Array.from(labels.matchAll(/<fullName>(\w+)<\/fullName>/g), ([, name]) => name);
            expect(names.length).to.be.above(100);
            const named = allMembers(manifests.patchbay);
            // A manifest names the labels one by one, or the one file that holds them.
            expect(named).to.satisfy(
                (all) => all.includes('CustomLabels') || names.every((name) => all.includes(name))
            );
            const deployed = await readFile(join(out, 'patchbay/labels/CustomLabels.labels'), 'utf8');
            expect(names.filter((name) => !deployed.includes(`<fullName>${name}</fullName>`))).to.deep.equal([]);
            expect(members(manifests['patchbay-german'], 'Translations')).to.deep.equal(['de']);
        });

        // What an org has under these names is Patchbay's alone.
        it('names nothing that is not of Patchbay, but for the two files that an org merges', () => {
            const merged = ['CustomLabels', 'de'];
            const ours = (name) => /(^|\.)patchbay/i.test(name);
            for (const manifest of Object.values(manifests)) {
                expect(allMembers(manifest).filter((name) => !ours(name) && !merged.includes(name))).to.deep.equal([]);
            }
        });

        it('is in one package only', () => {
            const typed = (manifest) =>
                Array.from(manifest.matchAll(/<types>([^]*?)<name>(\w+)<\/name>/g)).flatMap(([, names, type]) =>
                    allMembers(names).map((name) => `${type} ${name}`)
                );
            const named = Object.values(manifests).flatMap(typed);
            expect(named).to.have.length.above(50);
            expect(named.filter((name, at) => named.indexOf(name) !== at)).to.deep.equal([]);
        });

        for (const { name, folder } of PACKAGES) {
            it(`has every file of the source but those that .forceignore names, and no other: ${name}`, async () => {
                const bare = (file) => file.replace(/-meta\.xml$/, '');
                // Of an object's fields an org is given one file.
                const whole = (file) => file.replace(/^(objects\/\w+)\/.*/, '$1.object');
                const source = [...new Set((await filesOf(path(`${folder}/main/default`))).map(whole))].map(bare);
                const deployed = (await filesOf(join(out, name))).filter((file) => file !== 'package.xml');
                expect(deployed.map(bare).sort()).to.deep.equal(source.sort());
            });
        }
    });

    it('of the core needs neither Translation Workbench nor a class of the managed package', async () => {
        const files = await filesOf(CORE);
        expect(files.filter((file) => /translation/i.test(file) && /-meta\.xml$/.test(file))).to.deep.equal([]);
        for (const name of await apexClasses()) {
            const code = await readFile(join(CLASSES, `${name}.cls`), 'utf8');
            expect(code.replace(/\/\*[^]*?\*\/|\/\/.*|'[^']*'/g, ''), name).to.not.match(/purecloud/i);
        }
    });

    it('of a package uses nothing of a package that is installed later', async () => {
        const later = [];
        const texts = [];
        for (const { folder } of PACKAGES) {
            const files = await filesOf(path(folder));
            const read = files.filter(
                (file) =>
                    /\.(cls|js|html|xml)$/.test(file) && !/\/bytes\.js$|^labels/.test(file.replace('main/default/', ''))
            );
            texts.push((await Promise.all(read.map((file) => readFile(path(`${folder}/${file}`), 'utf8')))).join('\n'));
            const bundles = files.map((file) => /lwc\/(\w+)\/\1\.js$/.exec(file)?.[1]).filter(Boolean);
            const classes = files.filter((file) => file.endsWith('.cls')).map((file) => basename(file, '.cls'));
            later.push([...bundles.map((name) => `c/${name}`), ...bundles.map(tagOf), ...classes]);
        }
        expect(later[0]).to.include.members(['c/patchbaySession', 'c-patchbay-console', 'PatchbayInteractionLog']);
        texts.forEach((text, at) => {
            const code = text.replace(/\/\*[^]*?\*\/|(?<!:)\/\/.*|<!--[^]*?-->/g, '');
            // Preflight asks by name whether the class is there.
            const isUsed = (name) =>
                new RegExp(`(?<![\\w-'])${name}(?![\\w-'])`).test(code.replace(/'Patchbay\w+'/g, ''));
            expect(
                later
                    .slice(at + 1)
                    .flat()
                    .filter(isUsed),
                PACKAGES[at].name
            ).to.deep.equal([]);
        });
    });

    it('stands in the project as packages can be made of it, each with its version', async () => {
        const project = JSON.parse(await readFile(path('sfdx-project.json'), 'utf8'));
        const { version } = JSON.parse(await readFile(path('package.json'), 'utf8'));
        expect(project.namespace).to.equal('');
        expect(PACKAGES.map(({ name }) => name)).to.deep.equal([
            'patchbay',
            'patchbay-genesys-log',
            'patchbay-german',
            'patchbay-examples'
        ]);
        for (const directory of project.packageDirectories) {
            expect(directory.versionNumber).to.equal(`${version}.NEXT`);
            expect(directory.versionDescription).to.match(/\.$/);
            // All of them need the managed package, so they are org-dependent; such a package takes no dependencies.
            expect(directory).to.not.have.property('dependencies');
        }
        expect(project.packageDirectories.filter((directory) => directory.default)).to.have.length(1);
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

    it('every field of the configuration has a help text and a description, and stands on its layout and the list', async () => {
        const objects = join(MAIN, 'objects');
        const types = (await readdir(objects)).filter((name) => /__mdt$|^Patchbay_Settings__c$/.test(name));
        expect(types).to.have.length(5);
        for (const type of types) {
            const object = await readFile(join(objects, type, `${type}.object-meta.xml`), 'utf8');
            const [, label] = /<label>(.+)<\/label>/.exec(object);
            expect(object, type).to.match(/<description>.+<\/description>/);
            const isSetting = type.endsWith('__c');
            expect(object.includes('<customSettingsType>Hierarchy<'), type).to.equal(isSetting);
            const layout = isSetting
                ? null
                : await readFile(join(MAIN, 'layouts', `${type}-${label} Layout.layout-meta.xml`), 'utf8');
            const list = isSetting
                ? null
                : await readFile(join(objects, type, 'listViews/All.listView-meta.xml'), 'utf8');
            for (const file of await readdir(join(objects, type, 'fields'))) {
                const field = await readFile(join(objects, type, 'fields', file), 'utf8');
                const name = file.replace('.field-meta.xml', '');
                const [, help] = /<inlineHelpText>(.+)<\/inlineHelpText>/.exec(field) ?? [];
                expect(help?.trim().length, name).to.be.within(1, 510);
                expect(field, name)
                    .to.match(/<description>.+\.<\/description>/)
                    .and.match(/<label>.{1,40}<\/label>/);
                if (layout) expect(layout, type).to.include(`<field>${name}</field>`);
            }
            if (list) {
                const columns = Array.from(list.matchAll(/<columns>(\w+)<\/columns>/g), ([, column]) => column);
                expect(columns, type).to.include.members(['MasterLabel', 'DeveloperName']);
                expect(columns.length, type).to.be.at.most(15);
            }
        }
    });

    it('has picklists of the configuration with the names that Rust reads', async () => {
        const values = async (field) => {
            const text = await readFile(join(MAIN, 'objects', `${field}.field-meta.xml`), 'utf8');
            expect(text, field).to.include('<restricted>true</restricted>');
            return Array.from(text.matchAll(/<fullName>([\w ]+)<\/fullName>/g), ([, name]) => name).slice(1);
        };
        const types = await readFile(path('pkg/types.d.ts'), 'utf8');
        const named = (name) =>
            Array.from(
                new RegExp(`type ${name} = ([^;]+);`).exec(types)[1].matchAll(/["'](.+?)["']/g),
                ([, one]) => one
            );
        const kinds = named('InteractionKind');
        expect(await values('Patchbay_Task_Rule__mdt/fields/Interaction_Type__c')).to.deep.equal(kinds);
        // Calls of a campaign are a type of their own in the table of attributes.
        const ofMapping = [...kinds, 'outbound dialing'];
        expect(await values('Patchbay_Field_Mapping__mdt/fields/Interaction_Type__c')).to.deep.equal(ofMapping);
        for (const type of ['Task_Rule', 'Field_Mapping']) {
            const directions = await values(`Patchbay_${type}__mdt/fields/Direction__c`);
            expect(directions).to.have.members(named('CallType'));
        }
        const [target] = /type Target =[^]*?\n\n/.exec(types);
        const targets = Array.from(target.matchAll(/readonly (\w+):/g), ([, one]) => one);
        expect(await values('Patchbay_Transfer_Target__mdt/fields/Kind__c')).to.have.members(targets);
    });

    it('every bundle says what it is, for one API version', async () => {
        for (const file of await everyFile('.js-meta.xml')) {
            const meta = await readFile(file, 'utf8');
            expect(meta, file).to.include(`<apiVersion>${API_VERSION}</apiVersion>`);
            expect(meta, file)
                .to.match(/<masterLabel>.+<\/masterLabel>/)
                .and.match(/<description>.+<\/description>/);
            if (meta.includes('<isExposed>true')) {
                expect(meta, file).to.match(/<target>lightning__\w+<\/target>/);
            }
        }
    });

    it('every script is within the limit of a bundle, and without what the sandbox refuses', async () => {
        for (const file of await everyFile('.js')) {
            const code = await readFile(file, 'utf8');
            expect(Buffer.byteLength(code), file).to.be.below(1_000_000);
            expect(code, file).to.not.match(/\bimport\.meta\b|\beval\s*\(|\bnew Function\b|\bloadScript\b/);
        }
    });
});
