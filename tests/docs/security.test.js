/* What docs/security.md says of the sources as a whole. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { PACKAGES } from '../../scripts/packages.js';
import { path } from '../../scripts/paths.js';
import { tried } from '../wasm/reliability.js';
import { connections, htmlFromData, notInUserMode, notWithSharing } from './securityRules.js';

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
            expect(htmlFromData(text), file).to.deep.equal([]);
        }
    });

    it('neither components nor the module open a connection', async () => {
        for (const [file, text] of await sources('lwc', '.js')) {
            expect(connections(text), file).to.deep.equal([]);
        }
    });

    it('five methods are called by components, one of them by the administrators’ page alone', async () => {
        const calls = (await sources('lwc', '.js')).flatMap(([file, text]) =>
            Array.from(text.matchAll(/'@salesforce\/apex\/([\w.]+)'/g), ([, name]) => ({ file, name }))
        );
        expect([...new Set(calls.map(({ name }) => name))].sort()).to.deep.equal([
            'PatchbayConfiguration.read',
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
            expect(notWithSharing(text), file).to.deep.equal([]);
        }
        const open = classes.filter(([, text]) => /^global /m.test(text)).map(([file]) => file);
        expect(open).to.deep.equal(['/classes/PatchbayCTIExtensions.cls']);
    });

    it('queries and writes are in user mode', async () => {
        for (const [file, text] of (await sources('classes', '.cls')).filter(([name]) => !name.includes('Test'))) {
            expect(notInUserMode(text), file).to.deep.equal([]);
        }
    });

    /** Sources that break a rule, and those that only look so. */
    const PLANTED = [
        [htmlFromData, '<div lwc:inner-html={html}></div>', 1],
        [htmlFromData, '<c-panel lwc:spread={properties}></c-panel>', 1],
        [htmlFromData, '<div lwc:dom="manual"></div>', 1],
        [htmlFromData, 'this.template.querySelector("p").innerHTML = name;', 1],
        [htmlFromData, 'element["outerHTML"] = name;', 1],
        [htmlFromData, 'range.createContextualFragment(name)', 1],
        [htmlFromData, '<p>{name}</p>', 0],
        [connections, "await fetch ('/data')", 1],
        [connections, 'navigator.sendBeacon(url)', 1],
        [connections, 'this.fetchStatuses()', 0],
        [notInUserMode, 'public void a() { insert records; }', 1],
        [notInUserMode, 'if (isNew) update task;', 1],
        [notInUserMode, 'UPSERT new List<Task>{ one };', 1],
        [notInUserMode, 'x = 5;\n  delete rows[0];', 1],
        [notInUserMode, 'if (isNew) { a(); } else insert task;', 1],
        [notInUserMode, 'undelete gone;', 1],
        [notInUserMode, 'insert as user records;', 0],
        [notInUserMode, 'insert as system records;', 1],
        [notInUserMode, "String note = 'then insert records;';", 0],
        [notInUserMode, '// insert records;\n/* delete all; */', 0],
        [notInUserMode, 'return [SELECT Id FROM Task];', 1],
        [notInUserMode, 'return [ select Id\n from Task where Id = :id ];', 1],
        [notInUserMode, 'return [SELECT Id FROM Task WITH USER_MODE];', 0],
        [notInUserMode, 'return [FIND :name IN ALL FIELDS RETURNING Contact];', 1],
        [notInUserMode, 'Database.query(soql);', 1],
        [notInUserMode, 'Database.countQuery(soql);', 1],
        [notInUserMode, 'Database.queryWithBinds(soql, binds, AccessLevel.SYSTEM_MODE);', 1],
        [notInUserMode, 'Database.queryWithBinds(soql, binds, AccessLevel.USER_MODE);', 0],
        [notInUserMode, 'Database.insert(records, false);', 1],
        [notInUserMode, 'Search.query(sosl);', 1],
        [notWithSharing, 'public class A {}', 1],
        [notWithSharing, 'public without sharing class A {}', 1],
        [notWithSharing, 'global inherited sharing class A {}', 1],
        [notWithSharing, 'public with sharing class A {}', 0]
    ];

    it('find each of these faults where it is planted', () => {
        for (const [rule, text, count] of PLANTED) {
            expect(rule(text), text).to.have.length(count);
        }
        tried('security review, planted faults', PLANTED.filter(([, , count]) => count > 0).length);
    });
});
