import { createElement } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import PatchbayVisitedRecord from 'c/patchbayVisitedRecord';
import { leave, visit } from 'c/patchbaySession';

jest.mock('c/patchbaySession', () => ({ leave: jest.fn(), visit: jest.fn() }));

const NADIA = '0035g00000LqT4rAAF';
const THEO = '0035g00000LqT5aAAF';
const CASE = '5005g00000RvW2qAAF';
const ACCOUNT = '0015g00000XrK3mAAF';
const LEAD = '00Q5g00000HbN2dEAF';

const PERSON_FIELDS = ['FirstName', 'LastName', 'Name'];

async function drawn() {
    await Promise.resolve();
}

/** The agent is on this page now. */
async function page(recordId, objectApiName, type = 'standard__recordPage') {
    CurrentPageReference.emit({ type, attributes: { recordId, objectApiName, actionName: 'view' }, state: {} });
    await drawn();
}

async function objectInfo(apiName, nameFields) {
    getObjectInfo.emit({ apiName, nameFields }, ({ objectApiName }) => objectApiName === apiName);
    await drawn();
}

async function record(apiName, id, values) {
    const fields = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value }]));
    getRecord.emit({ apiName, id, fields }, (config) => config.recordId?.slice(0, 15) === id.slice(0, 15));
    await drawn();
}

async function contact(id, name) {
    await page(id, 'Contact');
    await objectInfo('Contact', PERSON_FIELDS);
    await record('Contact', id, { Name: name });
}

const visits = () => visit.mock.calls.map(([{ id, objectApiName, name }]) => [id, objectApiName, name]);

describe('c-patchbay-visited-record', () => {
    let element;

    beforeEach(() => {
        element = createElement('c-patchbay-visited-record', { is: PatchbayVisitedRecord });
        document.body.append(element);
    });

    afterEach(() => document.body.replaceChildren());

    it('tells of a record the agent opens, by the name people know it by', async () => {
        await contact(NADIA, 'Nadia Lindgren');
        expect(getRecord.getLastConfig()).toEqual({
            recordId: NADIA,
            fields: ['Contact.Name'],
            optionalFields: ['Contact.AccountId', 'Contact.Account.Name']
        });
        expect(visit.mock.calls).toEqual([
            [
                {
                    id: NADIA,
                    objectApiName: 'Contact',
                    name: 'Nadia Lindgren',
                    isPersonAccount: false,
                    personContactId: null
                }
            ]
        ]);
    });

    it('takes the name from the fields that an object has for it', async () => {
        await page(CASE, 'Case');
        await objectInfo('Case', ['CaseNumber']);
        expect(getRecord.getLastConfig().fields).toEqual(['Case.CaseNumber']);
        await record('Case', CASE, { CaseNumber: '00001026' });
        expect(visits()).toEqual([[CASE, 'Case', '00001026']]);
    });

    it('asks whether an account is a person, where the organisation has such accounts', async () => {
        await page(ACCOUNT, 'Account');
        await objectInfo('Account', ['Name']);
        expect(getRecord.getLastConfig().optionalFields).toEqual([
            'Account.IsPersonAccount',
            'Account.PersonContactId'
        ]);
        await record('Account', ACCOUNT, { Name: 'Ada Client', IsPersonAccount: true, PersonContactId: NADIA });
        expect(visit.mock.lastCall[0]).toMatchObject({ isPersonAccount: true, personContactId: NADIA });
    });

    it('tells once while a record stays in view, whatever becomes of it there', async () => {
        await contact(NADIA, 'Nadia Lindgren');
        await page(NADIA, 'Contact');
        await objectInfo('Contact', PERSON_FIELDS);
        await record('Contact', NADIA, { Name: 'Nadia Berg' });
        expect(visit).toHaveBeenCalledTimes(1);
    });

    it('tells again when the agent comes back', async () => {
        await contact(NADIA, 'Nadia Lindgren');
        await page(undefined, undefined, 'standard__namedPage');
        await contact(NADIA, 'Nadia Lindgren');
        await contact(THEO, 'Theo Okafor');
        await contact(NADIA, 'Nadia Lindgren');
        expect(visits().map(([id]) => id)).toEqual([NADIA, NADIA, THEO, NADIA]);
    });

    it('knows a record that a page names by 15 characters', async () => {
        await page(NADIA.slice(0, 15), 'Contact');
        await objectInfo('Contact', PERSON_FIELDS);
        await record('Contact', NADIA, { Name: 'Nadia Lindgren' });
        expect(visits()).toEqual([[NADIA, 'Contact', 'Nadia Lindgren']]);
    });

    it('learns the object of a record that a page names by its ID alone', async () => {
        await page(NADIA, undefined);
        expect(getRecord.getLastConfig()).toEqual({ recordId: NADIA, layoutTypes: ['Compact'] });
        await record('Contact', NADIA, {});
        await objectInfo('Contact', PERSON_FIELDS);
        await record('Contact', NADIA, { Name: 'Nadia Lindgren' });
        expect(visits()).toEqual([[NADIA, 'Contact', 'Nadia Lindgren']]);
    });

    it('tells what a record is associated with', async () => {
        const named = (Name) => ({ fields: { Name: { value: Name } } });
        await page(CASE, 'Case');
        await objectInfo('Case', ['CaseNumber']);
        expect(getRecord.getLastConfig().optionalFields).toEqual([
            'Case.ContactId',
            'Case.Contact.Name',
            'Case.AccountId',
            'Case.Account.Name',
            'Case.Subject'
        ]);
        await record('Case', CASE, {
            CaseNumber: '00001026',
            ContactId: NADIA,
            Contact: named('Nadia Lindgren'),
            AccountId: ACCOUNT,
            Subject: 'Water damage in warehouse 3'
        });
        expect(visit.mock.lastCall[0].detail).toBe('Water damage in warehouse 3');
        expect(visit.mock.lastCall[0].related).toEqual([
            { id: NADIA, objectApiName: 'Contact', name: 'Nadia Lindgren' },
            { id: ACCOUNT, objectApiName: 'Account', name: ACCOUNT }
        ]);
    });

    it('tells again of a lead that is converted while it is in view', async () => {
        await page(LEAD, 'Lead');
        await objectInfo('Lead', PERSON_FIELDS);
        await record('Lead', LEAD, { Name: 'Wren Takahashi', ConvertedContactId: null });
        await record('Lead', LEAD, { Name: 'Wren Takahashi', ConvertedContactId: NADIA });
        await record('Lead', LEAD, { Name: 'Wren T.', ConvertedContactId: NADIA });
        expect(visit.mock.calls.map(([{ convertedContactId }]) => convertedContactId)).toEqual([undefined, NADIA]);
    });

    it('leaves a record for another page, and for another record before that is known', async () => {
        const order = () => [leave.mock.invocationCallOrder.length, visit.mock.calls.length];
        await contact(NADIA, 'Nadia Lindgren');
        expect(order()).toEqual([1, 1]);
        await page(THEO, 'Contact');
        expect(order()).toEqual([2, 1]);
        await page(undefined, undefined, 'standard__namedPage');
        expect(order()).toEqual([3, 1]);
    });

    it('never asks for fields of another object', async () => {
        await contact(NADIA, 'Nadia Lindgren');
        await page(CASE, 'Case');
        expect(getRecord.getLastConfig()).toEqual({});
        await objectInfo('Case', ['CaseNumber']);
        expect(getRecord.getLastConfig()).toMatchObject({ recordId: CASE, fields: ['Case.CaseNumber'] });
    });

    it.each([
        ['is no record’s', () => page(undefined, undefined, 'standard__namedPage')],
        ['is a list of a record', () => page(NADIA, 'Contact', 'standard__recordRelationshipPage')],
        ['has no reference', () => CurrentPageReference.emit(undefined)],
        ['has no attributes', () => CurrentPageReference.emit({ type: 'standard__recordPage' })]
    ])('passes over a page that %s', async (_, go) => {
        await go();
        await drawn();
        await objectInfo('Contact', PERSON_FIELDS);
        await record('Contact', NADIA, { Name: 'Nadia Lindgren' });
        expect(visit).not.toHaveBeenCalled();
    });

    it('passes over a record whose object is not known, and one that cannot be read', async () => {
        await page(CASE, 'Case');
        getObjectInfo.error();
        await drawn();
        await contact(NADIA, 'Nadia Lindgren');
        await page(THEO, 'Contact');
        getRecord.error();
        await drawn();
        expect(visits().map(([id]) => id)).toEqual([NADIA]);
    });
});
