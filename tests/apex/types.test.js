/*
 * Apex type-checked, without an org: names, types, arguments, interfaces. What the checker finds is shown by faults of a dozen
 * kinds, planted into every class, so that none is passed over; what it does not find is known too.
 */
import { expect } from 'chai';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findJava } from '../../scripts/java.js';
import { parse } from './apex.js';
import { project, typeCheck } from './typeCheck.js';

/** Each a class on one line, and how the checker puts it; null where it sees nothing. */
const FAULTS = [
    ['void run() { PatchbayTestData.nobody(); }', "No matching method found for 'nobody'"],
    ['Object run() { return new PatchbayAddress(1); }', 'Constructor not defined'],
    ["Object run() { return new PatchbayAddress('a', 'b'); }", 'No constructor defined with 2 arguments'],
    ['Object run() { return nothing; }', "No variable or type found for 'nothing'"],
    ['Nothing run() { return null; }', "No type declaration found for 'Nothing'"],
    ["void run() { Integer i = 'text'; }", 'Incompatible types in assignment'],
    ["Integer run() { return 'text'; }", 'Incompatible return type'],
    ['Integer run() { }', 'Method does not return a value'],
    ['Object run() { return new Task().Nothing__c; }', "Unknown field 'Nothing__c' on SObject"],
    ['Object run() { return new Task(Nothing = 1); }', "Unknown field 'Nothing' on SObject"],
    ["Object run() { return 'text'.shortened(); }", "No matching method found for 'shortened'"],
    ['void run() { Database.insert(1, 2, 3); }', "No matching method found for 'insert'"],
    ['void run() { Integer i = 1; Integer i = 2; }', "Duplicate variable 'i'"],
    ['static void run() { other(); } void other() { }', 'instance method'],
    ["void run() { throw 'text'; }", 'Throw expression should return an Exception'],
    ['Object run() { return System.Label.Nothing; }', "Unknown field or type 'Nothing' on 'System.Label'"],
    [
        'Object run() { return [SELECT Id FROM Nothing WITH USER_MODE]; }',
        "No type declaration found for 'Schema.Nothing'"
    ],
    ['implements purecloud.CTIExtension.SaveLog', 'must implement method'],
    ['implements purecloud.CTIExtension.Nothing', 'No type declaration found'],
    // soql.test.js sees to fields of queries.
    ['Object run() { return [SELECT Nothing FROM Task WITH USER_MODE]; }', null],
    ['final Integer i = 1; void run() { i = 2; }', null]
];

const faultyClass = ([fault], at) =>
    fault.startsWith('implements') ? `private class Fault${at} ${fault} { }` : `private class Fault${at} { ${fault} }`;

describe('the types of Apex', function () {
    this.timeout(300_000);

    let java;
    let folder;
    before(function () {
        java = findJava();
        if (java) {
            return;
        }
        if (process.env.CI) {
            throw new Error('Apex is type-checked with Java 21, and there is none; install it on the test machine.');
        }
        console.log('There is no Java 21, so the types of Apex are not checked here; install it to have it done.');
        this.skip();
    });
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), 'patchbay-types-'));
    });
    after(() => folder && rm(folder, { recursive: true, force: true }));

    it('are right in every class', async () => {
        await project(folder);
        expect(await typeCheck(java, folder)).to.deep.equal([]);
    });

    it('are looked at in every class: each fault but those known is found where it is', async () => {
        const planted = {};
        for (const source of await project(folder)) {
            for (const file of await readdir(source, { recursive: true })) {
                if (file.endsWith('.cls')) {
                    planted[file.replaceAll('\\', '/').split('/').at(-1)] = await plant(join(source, file));
                }
            }
        }
        expect(Object.keys(planted)).to.have.length.above(15);
        const found = await typeCheck(java, folder);
        for (const [name, first] of Object.entries(planted)) {
            const here = found.filter(({ file }) => file.endsWith(`/${name}`));
            const seen = FAULTS.map((_, at) =>
                here.filter(({ line }) => line === first + at).map(({ message }) => message)
            );
            FAULTS.forEach(([fault, message], at) => {
                const what = `${name}: ${fault}`;
                if (message === null) {
                    expect(seen[at], what).to.deep.equal([]);
                } else {
                    expect(seen[at].join('\n'), what).to.include(message);
                }
            });
            expect(
                here.filter(({ line }) => line < first || line >= first + FAULTS.length),
                name
            ).to.deep.equal([]);
        }
    });
});

/** Puts every fault at the end of a class, a line each; resolves to the first line. */
async function plant(file) {
    const source = (await readFile(file, 'utf8')).replace(/\}\s*$/, '');
    const faulty = `${source}\n${FAULTS.map(faultyClass).join('\n')}\n}\n`;
    expect(parse(faulty).errors, file).to.deep.equal([]);
    await writeFile(file, faulty);
    return source.split('\n').length + 1;
}
