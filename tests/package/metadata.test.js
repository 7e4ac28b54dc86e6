/* What an org is given: deployable metadata, and LWC files within the platform's limits. */
import { expect } from 'chai';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { path } from '../../scripts/paths.js';

const SOURCE = path('www/force-app');
const MAIN = join(SOURCE, 'main/default');
const LWC = join(MAIN, 'lwc');
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

describe('the metadata', () => {
    it('converts to what an org deploys, every bundle in the manifest and no test among the files', async () => {
        const out = await mkdtemp(join(tmpdir(), 'patchbay-metadata-'));
        try {
            const components = ComponentSet.fromSource(SOURCE);
            const { packagePath } = await new MetadataConverter().convert(components, 'metadata', {
                type: 'directory',
                outputDirectory: out,
                genUniqueDir: false
            });
            const manifest = await readFile(join(packagePath, 'package.xml'), 'utf8');
            const bundles = (await readdir(LWC, { withFileTypes: true })).filter((entry) => entry.isDirectory());
            expect(bundles.length).to.be.above(5);
            for (const { name } of bundles) {
                expect(manifest).to.include(`<members>${name}</members>`);
                const deployed = await readdir(join(packagePath, 'lwc', name));
                expect(deployed)
                    .to.include(`${name}.js`)
                    .and.include(`${name}.js-meta.xml`)
                    .and.not.include('__tests__');
            }
            for (const name of await apexClasses()) {
                expect(manifest).to.include(`<members>${name}</members>`);
                expect(await readdir(join(packagePath, 'classes'))).to.include(`${name}.cls`);
            }
            expect(manifest).to.include('<members>Patchbay_Agent</members>');
        } finally {
            await rm(out, { recursive: true, force: true });
        }
    });

    it('gives agents access to every class that components call, and to no other', async () => {
        const called = [];
        for (const name of await apexClasses()) {
            const code = await readFile(join(CLASSES, `${name}.cls`), 'utf8');
            if (/@AuraEnabled(\(.*?\))?\s+public static/.test(code)) called.push(name);
        }
        const set = await readFile(join(MAIN, 'permissionsets/Patchbay_Agent.permissionset-meta.xml'), 'utf8');
        const allowed = Array.from(set.matchAll(/<apexClass>(\w+)<\/apexClass>\s*<enabled>true/g), ([, name]) => name);
        expect(called.length).to.be.above(0);
        expect(allowed).to.have.members(called);
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
