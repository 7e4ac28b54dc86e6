/* Every Apex class, held to what the platform and its security review ask for; and each check, shown a fault. */
import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { API_VERSION } from '../../scripts/packages.js';
import { classFiles, parse, readClasses } from './apex.js';
import { assertions, loops, metadata, recordIds, sharing, syntax, untested, userMode } from './checks.js';

const units = await readClasses();
const named = (name) => units.find((unit) => unit.name === name);

/** A class with a fault that it does not have. */
function faulty(name, right, wrong) {
    const unit = named(name);
    expect(unit.source, `${name} has ${right}`).to.include(right);
    return parse(
        unit.source.replace(right, () => wrong),
        name
    );
}

const EACH = [
    ['parses', syntax, [['PatchbayInteractionLog', 'return own;', 'return own']]],
    [
        'says whose records it sees',
        sharing,
        [
            ['PatchbayInteractionLog', 'public with sharing class', 'public class'],
            ['PatchbayCTIExtensions', 'global with sharing class', 'global without sharing class']
        ]
    ],
    [
        'reads and writes as its user may',
        userMode,
        [
            ['PatchbayInteractionLog', 'WITH USER_MODE\n            LIMIT 1', 'LIMIT 1'],
            ['PatchbayInteractionLog', 'WITH USER_MODE\n', 'WITH SYSTEM_MODE\n'],
            ['PatchbayRecordMatch', 'Search.query(sosl, AccessLevel.USER_MODE)', 'Search.query(sosl)'],
            ['PatchbayRecordMatch', 'Search.query(sosl, AccessLevel.USER_MODE)', '[FIND :sosl RETURNING Contact(Id)]'],
            ['PatchbayTaskWriter', 'toTask(null), false, AccessLevel.USER_MODE', 'toTask(null), false'],
            ['PatchbayTaskWriter', 'toTask(recordId), false, AccessLevel.USER_MODE', 'toTask(recordId)'],
            ['PatchbayPersonAccount', 'AccessLevel.USER_MODE', 'AccessLevel.SYSTEM_MODE'],
            ['PatchbayTaskWriterTest', 'delete as user gone', 'delete gone'],
            ['PatchbayTaskWriterTest', 'delete as user gone', 'delete as system gone'],
            ['PatchbayTestData', 'insert as system assigned', 'insert assigned']
        ]
    ],
    [
        'asks the database outside of loops',
        loops,
        [
            ['PatchbayTaskWriter', 'dropRefused(error);', 'update as user values.toTask(recordId);'],
            ['PatchbayRecordMatch', 'clauses.add(source.clause());', 'Search.query(sosl, AccessLevel.USER_MODE);'],
            [
                'PatchbayInteractionLog',
                'values.put(name',
                'Task t = [SELECT Id FROM Task WITH USER_MODE]; values.put(name'
            ]
        ]
    ],
    [
        'knows no record by its ID',
        recordIds,
        [['PatchbayTaskValues', "'Nobody may edit this field.'", "'00Q000000000001AAA'"]]
    ],
    [
        'asserts, in each test, by Assert and on data of its own',
        assertions,
        [
            ['PatchbayCTIExtensionsTest', "Assert.areEqual('', saved, 'Not saved is the empty text.');", ''],
            [
                'PatchbayCTIExtensionsTest',
                "Assert.areEqual('', saved,",
                "Assert.isNotNull(saved); System.assertEquals('', saved,"
            ],
            ['PatchbayRecordMatchTest', '@IsTest\nprivate', '@IsTest(SeeAllData=true)\nprivate']
        ]
    ]
];

describe('every Apex class', () => {
    it('is there', () => {
        expect(units.length).to.be.above(10);
        expect(named('PatchbayInteractionLog')).to.be.an('object');
    });

    for (const [what, check, faults] of EACH) {
        it(what, () => expect(units.flatMap(check)).to.deep.equal([]));

        for (const [name, right, wrong] of faults) {
            it(`${what}: a fault is seen, “${wrong.replace(/\s+/g, ' ').trim() || 'nothing'}” in ${name}`, () => {
                const unit = faulty(name, right, wrong);
                expect(check(unit)).to.not.deep.equal([]);
                expect(unit.errors.length > 0, 'the fault is another than of syntax').to.equal(check === syntax);
            });
        }
    }

    it('has tests', () => {
        expect(untested(units)).to.deep.equal([]);
        expect(untested(units.filter(({ name }) => name !== 'PatchbayAddressTest'))).to.have.length(1);
        const emptied = parse('@IsTest private class PatchbayAddressTest {}', 'PatchbayAddressTest');
        expect(untested([...units.filter(({ name }) => name !== emptied.name), emptied])).to.have.length(1);
    });

    it('is compiled for the API version of the project', async () => {
        const files = await classFiles('.cls-meta.xml');
        const classOf = (file) => basename(file, '.cls-meta.xml');
        expect(files.map(classOf)).to.have.members(units.map(({ name }) => name));
        for (const file of files) {
            const name = classOf(file);
            const meta = await readFile(file, 'utf8');
            expect(metadata(name, meta, API_VERSION)).to.deep.equal([]);
            expect(metadata(name, meta, '1.0')).to.have.length(1);
        }
    });
});
