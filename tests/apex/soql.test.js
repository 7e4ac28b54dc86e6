/* Every field that a query names is there; and the check, shown queries that name what is not. */
import { expect } from 'chai';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { all, calls, parse, readClasses } from './apex.js';
import { PACKAGE_FOLDERS, schema } from './schema.js';
import { queryIn, unknownNames } from './soql.js';

const units = await readClasses();
const objects = await schema(PACKAGE_FOLDERS);

/** The one query that is put together: which lookup stores a transcript the org decides, and its name is from the describe. */
const OF_THE_ORG = 'PatchbayRelatedRecord:';

const RIGHT = [
    'SELECT COUNT() FROM Task',
    'SELECT id, OWNER.Name FROM task WHERE Who.Id = null ORDER BY CreatedDate',
    'SELECT Type, COUNT(Id) FROM Task GROUP BY Type HAVING COUNT(Id) > 1',
    'SELECT toLabel(Status) FROM Task WHERE WhatId IN (SELECT Id FROM Account WHERE Name = :name)',
    'SELECT Account.Owner.Name FROM Contact',
    'SELECT Claimant__r.Account.Name FROM Claim__c',
    'SELECT Parent.Profile.UserLicense.LicenseDefinitionKey FROM ObjectPermissions'
];

const WRONG = {
    'SELECT Nothing FROM Task': 'no field task.nothing',
    'SELECT Id, Queue__c FROM Task': 'no field task.queue__c',
    'SELECT Id FROM Task WHERE Nothing = 1': 'no field task.nothing',
    'SELECT Id FROM Task WHERE Subject = null AND (Type = null OR Nothing = 1)': 'no field task.nothing',
    'SELECT Id FROM Task ORDER BY Nothing': 'no field task.nothing',
    'SELECT COUNT(Id) FROM Task GROUP BY Nothing': 'no field task.nothing',
    'SELECT MAX(Nothing) FROM Task': 'no field task.nothing',
    'SELECT toLabel(Nothing) FROM Task': 'no field task.nothing',
    'SELECT Owner.Nothing FROM Task': 'no field task.owner.nothing',
    'SELECT Nothing.Name FROM Task': 'no field task.nothing.name',
    'SELECT Subject.Name FROM Task': 'no field task.subject.name',
    'SELECT Claimant__r.Nothing FROM Claim__c': 'no field claim__c.claimant__r.nothing',
    'SELECT Id FROM Nothing': 'no object nothing',
    'SELECT Id FROM Task WHERE WhatId IN (SELECT Nothing FROM Account)': 'no field account.nothing',
    'SELECT Id FROM Task WHERE WhatId IN (SELECT Id FROM Nothing)': 'no object nothing',
    'SELECT (SELECT Id FROM Tasks) FROM Contact': 'a query of children, which is not checked: tasks'
};

const DYNAMIC = {
    "'SELECT Nothing FROM Task', AccessLevel.USER_MODE": 'no field task.nothing',
    "'SELECT Id FROM Task WHERE Nothing = \\'x\\'', AccessLevel.USER_MODE": 'no field task.nothing',
    "'SELECT Id FROM ' + name, AccessLevel.USER_MODE": "a query that is put together: 'SELECT Id FROM '+name",
    'soql, AccessLevel.USER_MODE': 'a query that is put together: soql'
};

describe('the names in queries', () => {
    it('are those of fields that are there', () => {
        expect(units.flatMap(({ tree }) => all(tree, 'Query'))).to.have.length.above(10);
        const found = units.flatMap((unit) => unknownNames(unit, objects));
        expect(found.filter((fault) => !fault.startsWith(OF_THE_ORG))).to.deep.equal([]);
        expect(found).to.have.length(1);
    });

    it('are looked at in dynamic queries too', () => {
        const dynamic = units.flatMap(({ tree }) => calls(tree)).filter(({ name }) => name.startsWith('query'));
        expect(dynamic).to.have.length.above(1);
    });

    for (const soql of RIGHT) {
        it(`may be these: ${soql}`, () => {
            const unit = queryIn(soql);
            expect(unit.errors).to.deep.equal([]);
            expect(unknownNames(unit, objects)).to.deep.equal([]);
        });
    }

    for (const [soql, fault] of Object.entries(WRONG)) {
        it(`a fault is seen: ${soql}`, () => {
            const unit = queryIn(soql);
            expect(unit.errors).to.deep.equal([]);
            expect(unknownNames(unit, objects)).to.deep.equal([`Asking:1: ${fault}`]);
        });
    }

    for (const [args, fault] of Object.entries(DYNAMIC)) {
        it(`a fault is seen: Database.query(${args})`, () => {
            const unit = parse(`class Asking { void ask(String soql) { Database.query(${args}); } }`, 'Asking');
            expect(unit.errors).to.deep.equal([]);
            expect(unknownNames(unit, objects)).to.deep.equal([`Asking:1: ${fault}`]);
        });
    }

    describe('of objects that a package brings', () => {
        let folder;
        before(async () => {
            folder = await mkdtemp(join(tmpdir(), 'patchbay-objects-'));
            const fields = join(folder, 'main/objects/Own__c/fields');
            await mkdir(fields, { recursive: true });
            await writeFile(join(folder, 'main/objects/Own__c/Own__c.object-meta.xml'), '<CustomObject/>');
            await writeFile(join(fields, 'Key__c.field-meta.xml'), '<CustomField><type>Text</type></CustomField>');
            await writeFile(
                join(fields, 'Task__c.field-meta.xml'),
                '<CustomField><type>Lookup</type><referenceTo>Task</referenceTo></CustomField>'
            );
        });
        after(() => rm(folder, { recursive: true, force: true }));

        it('are read from its metadata', async () => {
            const own = await schema([folder]);
            const faults = (soql) => unknownNames(queryIn(soql), own);
            expect(faults('SELECT Id, Name, Key__c, Task__r.Subject FROM Own__c')).to.deep.equal([]);
            expect(faults('SELECT Other__c FROM Own__c')).to.deep.equal(['Asking:1: no field own__c.other__c']);
            expect(faults('SELECT Task__r.Nothing FROM Own__c')).to.have.length(1);
        });
    });
});
