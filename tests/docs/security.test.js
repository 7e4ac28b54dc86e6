/* What docs/security.md says of the sources as a whole. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { PACKAGES } from '../../scripts/packages.js';
import { path } from '../../scripts/paths.js';

/** What ends so below the folders of a type of metadata, in all packages: each file's place in its package, and its text. */
async function sources(type, extension) {
    const all = PACKAGES.map(async ({ folder }) => {
        const root = join(path(folder), 'main/default');
        const entries = await readdir(root, { recursive: true, withFileTypes: true });
        const files = entries
            .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
            .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
            .filter((file) => file.startsWith(join(root, type)) && !file.includes('__tests__'));
        return Promise.all(files.map(async (file) => [file.slice(root.length), await readFile(file, 'utf8')]));
    });
    return (await Promise.all(all)).flat();
}

describe('notes for a security review', () => {
    it('components make no HTML of data', async () => {
        for (const [file, text] of [...(await sources('lwc', '.js')), ...(await sources('lwc', '.html'))]) {
            expect(text, file).to.not.match(/\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|lwc:dom/);
        }
    });

    it('neither components nor the module open a connection', async () => {
        for (const [file, text] of await sources('lwc', '.js')) {
            expect(text, file).to.not.match(
                /XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|new Worker|\bfetch\s*\(/
            );
        }
    });

    it('four methods are called by components, one of them by the administrators’ page alone', async () => {
        const calls = (await sources('lwc', '.js')).flatMap(([file, text]) =>
            Array.from(text.matchAll(/'@salesforce\/apex\/([\w.]+)'/g), ([, name]) => ({ file, name }))
        );
        expect([...new Set(calls.map(({ name }) => name))].sort()).to.deep.equal([
            'PatchbayInteractionLog.save',
            'PatchbayPreflight.facts',
            'PatchbayRecordMatch.find',
            'PatchbayTaskStatus.all'
        ]);
        const ofAdministrators = calls.filter(({ name }) => name === 'PatchbayPreflight.facts');
        expect(ofAdministrators.map(({ file }) => file)).to.deep.equal(['/lwc/patchbayHealth/patchbayHealth.js']);
    });

    it('every class is with sharing, and one is global', async () => {
        const classes = (await sources('classes', '.cls')).filter(([, text]) => !text.includes('@IsTest\nprivate'));
        for (const [file, text] of classes) {
            expect(text, file).to.match(/^(public|global) with sharing class/m);
        }
        const open = classes.filter(([, text]) => /^global /m.test(text)).map(([file]) => file);
        expect(open).to.deep.equal(['/classes/PatchbayCTIExtensions.cls']);
    });

    it('queries and writes are in user mode', async () => {
        for (const [file, text] of (await sources('classes', '.cls')).filter(([name]) => !name.includes('Test'))) {
            const code = text.replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
            for (const [query] of code.matchAll(/\[\s*SELECT[^\]]*\]/g)) {
                expect(query, file).to.include('WITH USER_MODE');
            }
            for (const [call] of code.matchAll(
                /\b(Database|Search)\.(insert|update|query|upsert|delete)\w*\([^;]*;/g
            )) {
                expect(call, file).to.include('AccessLevel.USER_MODE');
            }
        }
    });
});
