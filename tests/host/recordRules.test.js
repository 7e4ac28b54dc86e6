/* Every rule of Task, by the status code with which Salesforce refuses what breaks it. */
import { expect } from 'chai';
import { IDS, openOrg, rejection } from './support/org.js';

const { contact, lead, account, person, opportunity, campaign, claim, nobody } = IDS;

describe('rules of Task', () => {
    let org;
    before(async () => {
        org = await openOrg();
    });
    after(() => org.store.close());
    afterEach(() => org.access.reset());

    const create = (values) => org.store.create('Task', values);
    const refusals = async (promise) =>
        (await rejection(promise)).errors.map(({ errorCode, fields }) => [errorCode, ...fields]);

    for (const [name, values, ...expected] of [
        ['text too long', { Subject: 'x'.repeat(256) }, 'STRING_TOO_LONG', 'Subject'],
        ['comments too long', { Description: 'x'.repeat(32_001) }, 'STRING_TOO_LONG', 'Description'],
        ['a transcript too long', { Transcript__c: 'x'.repeat(131_073) }, 'STRING_TOO_LONG', 'Transcript__c'],
        ['a survey too long', { Survey__c: 'x'.repeat(11) }, 'STRING_TOO_LONG', 'Survey__c'],
        ['a type too long', { Type: 'x'.repeat(41) }, 'STRING_TOO_LONG', 'Type'],
        ['a call type of no list', { CallType: 'Sideways' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'CallType'],
        ['a lead with Related To', { WhoId: lead, WhatId: account }, 'FIELD_INTEGRITY_EXCEPTION', 'WhoId', 'WhatId'],
        ['a Name of the wrong kind', { WhoId: account }, 'FIELD_INTEGRITY_EXCEPTION', 'WhoId'],
        ['a person account for its contact', { WhoId: person }, 'FIELD_INTEGRITY_EXCEPTION', 'WhoId'],
        ['a Related To of the wrong kind', { WhatId: contact }, 'FIELD_INTEGRITY_EXCEPTION', 'WhatId'],
        ['an object nobody knows', { WhatId: 'zzz5g00000AbCdE' }, 'FIELD_INTEGRITY_EXCEPTION', 'WhatId'],
        ['an ID with a letter too few', { WhoId: contact.slice(0, 14) }, 'MALFORMED_ID', 'WhoId'],
        ['an ID with a wrong checksum', { WhoId: `${contact.slice(0, 15)}AAA` }, 'MALFORMED_ID', 'WhoId'],
        ['a record that is not there', { WhoId: nobody }, 'INVALID_CROSS_REFERENCE_KEY', 'WhoId'],
        ['a field that is not there', { Nonsense__c: 'x' }, 'INVALID_FIELD', 'Nonsense__c'],
        ['an ID on insert', { Id: '00T5g00000B0001EAB' }, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'Id'],
        [
            'what Salesforce alone sets',
            { CreatedDate: '2026-01-01T00:00:00Z', IsDeleted: true },
            'INVALID_FIELD_FOR_INSERT_UPDATE',
            'CreatedDate',
            'IsDeleted'
        ],
        [
            'text for a number',
            { CallDurationInSeconds: '12' },
            'INVALID_TYPE_ON_FIELD_IN_RECORD',
            'CallDurationInSeconds'
        ],
        ['half a second', { CallDurationInSeconds: 1.5 }, 'INVALID_TYPE_ON_FIELD_IN_RECORD', 'CallDurationInSeconds'],
        ['less than no time', { CallDurationInSeconds: -1 }, 'NUMBER_OUTSIDE_VALID_RANGE', 'CallDurationInSeconds'],
        [
            'too large a number',
            { CallDurationInSeconds: 2 ** 31 },
            'NUMBER_OUTSIDE_VALID_RANGE',
            'CallDurationInSeconds'
        ],
        ['a number for text', { Subject: 7 }, 'INVALID_TYPE_ON_FIELD_IN_RECORD', 'Subject'],
        ['an object for text', { Subject: {} }, 'INVALID_TYPE_ON_FIELD_IN_RECORD', 'Subject'],
        ['a day that is none', { ActivityDate: '2026-02-30' }, 'INVALID_TYPE_ON_FIELD_IN_RECORD', 'ActivityDate'],
        ['a day spelt otherwise', { ActivityDate: '9 April' }, 'INVALID_TYPE_ON_FIELD_IN_RECORD', 'ActivityDate'],
        ['no status', { Status: null }, 'REQUIRED_FIELD_MISSING', 'Status'],
        ['an empty priority', { Priority: '' }, 'REQUIRED_FIELD_MISSING', 'Priority'],
        ['an owner who is nobody', { OwnerId: contact }, 'FIELD_INTEGRITY_EXCEPTION', 'OwnerId']
    ]) {
        it(`refuse ${name}`, async () => {
            expect(await refusals(create(values))).to.deep.equal([expected]);
            expect(await org.store.query('Task')).to.have.length(0);
        });
    }

    it('tell everything that is wrong at once, in the words of Salesforce', async () => {
        const error = await rejection(create({ CallType: 'Sideways', WhoId: account, Queue_Name__c: 'x'.repeat(81) }));
        expect(error.errors.map(({ message }) => message)).to.deep.equal([
            'Call Type: bad value for restricted picklist field: Sideways',
            `Name ID: id value of incorrect type: ${account}`,
            `Queue Name: data value too large: ${'x'.repeat(81)} (max length=80)`
        ]);
        expect(error.errorCode).to.equal('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    });

    it('take everything up to its limit', async () => {
        const values = {
            Subject: 'x'.repeat(255),
            Type: 'Of no list, and not restricted',
            CallType: 'Internal',
            CallDurationInSeconds: 0,
            Description: 'ü'.repeat(32_000),
            Transcript__c: '🙂'.repeat(65_536),
            Wrap_Up_Seconds__c: 12,
            ActivityDate: '2028-02-29',
            WhoId: contact.slice(0, 15),
            WhatId: claim
        };
        const { id, fields } = await create(values);
        expect(fields).to.deep.include({ ...values, WhoId: contact });
        await org.store.delete(id);
    });

    for (const WhatId of [account, opportunity, campaign, IDS.case, claim]) {
        it(`take ${WhatId.slice(0, 3)} as Related To of a contact`, async () => {
            const { id, fields } = await create({ WhoId: contact, WhatId });
            expect(fields).to.include({ WhoId: contact, WhatId });
            await org.store.delete(id);
        });
    }

    it('make nothing of empty text, and whole numbers of what has no decimals', async () => {
        const { id, fields } = await create({ Description: '', CallDisposition: null, Wrap_Up_Seconds__c: 1.4 });
        expect(fields).to.include({ Description: null, CallDisposition: null, Wrap_Up_Seconds__c: 1 });
        await org.store.delete(id);
    });

    it('judge an update together with what is stored', async () => {
        const { id } = await create({ WhoId: contact, WhatId: account });
        expect(await refusals(org.store.update(id, { WhoId: lead }))).to.deep.equal([
            ['FIELD_INTEGRITY_EXCEPTION', 'WhoId', 'WhatId']
        ]);
        const { fields } = await org.store.update(id, { WhoId: lead, WhatId: null });
        expect(fields).to.include({ WhoId: lead, WhatId: null, Status: 'Not Started' });
        expect(await refusals(org.store.update(id, { Id: id }))).to.deep.equal([
            ['INVALID_FIELD_FOR_INSERT_UPDATE', 'Id']
        ]);
        await org.store.delete(id);
    });

    it('refuse a reference to what was deleted', async () => {
        const other = await org.store.create('Contact', { LastName: 'Here and gone' });
        await org.store.delete(other.id);
        expect(await refusals(create({ WhoId: other.id }))).to.deep.equal([['ENTITY_IS_DELETED', 'WhoId']]);
    });

    it('refuse fields the user may not edit, and know nothing of those the user may not see', async () => {
        org.access.set('Task', 'Description', 'read');
        org.access.set('Task', 'Subject', 'none');
        expect(await refusals(create({ Description: 'x' }))).to.deep.equal([
            ['INVALID_FIELD_FOR_INSERT_UPDATE', 'Description']
        ]);
        const { errors } = await rejection(create({ Subject: 'x' }));
        expect(errors).to.deep.equal([
            {
                errorCode: 'INVALID_FIELD',
                message: "No such column 'Subject' on sobject of type Task",
                fields: ['Subject']
            }
        ]);
    });
});

describe('field access', () => {
    it('can be switched for what field-level security applies to', async () => {
        const { access } = await openOrg();
        expect(() => access.set('Task', 'CallDisposition', 'none')).to.throw('not subject to field-level security');
        expect(() => access.set('Task', 'Status', 'read')).to.throw('not subject to field-level security');
        expect(() => access.set('Task', 'Nonsense', 'none')).to.throw('There is no field Task.Nonsense');
        expect(() => access.set('Task', 'Type', 'maybe')).to.throw("'maybe' is none of edit, read, none");
        access.set('Task', 'Type', 'none');
        expect([access.canRead('Task', 'Type'), access.canEdit('Task', 'Type')]).to.deep.equal([false, false]);
        access.set('Task', 'Type', 'edit');
        expect(JSON.stringify(access)).to.equal('{"Task":{}}');
    });
});
