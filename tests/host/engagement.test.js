/* EngagementInteraction in the record store: every field of its object reference, and what Salesforce makes of the values. */
import { expect } from 'chai';
import { USER } from '../../www/host/data/records.js';
import { VERSIONS } from '../../www/host/records/apiVersion.js';
import { uiApi } from '../../www/host/records/uiApi.js';
import { IDS, openOrg, rejection } from './support/org.js';

const OBJECT = 'EngagementInteraction';
const START = '2026-04-09T04:19:30.000Z';
const APPOINTMENT = '08p5g00000GnA6kAAF';
const VISIT = '0Z55g00000HvB8mCAF';
const RECORD_TYPE = '0125g00000JtC2wAAF';
const LEAST = { CommunicationChannel: 'Voice Call', StartDateTime: START };

/** Row by row: name, type, whether an agent writes it, since when it is there, a value for it, another thing about it. */
const FIELDS = [
    ['AttendeeVerificationTime', 'DateTime', true, '55.0', START],
    ['CommunicationChannel', 'Picklist', true, '55.0', 'In Person', { required: true }],
    ['ContextId', 'Reference', true, '55.0', VISIT, { to: ['ServiceAppointment', 'Visit'] }],
    ['Duration', 'String', false, '55.0', '0:01:00'],
    ['EndDateTime', 'DateTime', true, '55.0', '2026-04-09T04:20:10.500Z'],
    ['ExternalIdentifier', 'String', true, '55.0', 'interaction-1', { unique: true }],
    ['InitiatingAttendeeId', 'Reference', true, '55.0', IDS.contact, { to: ['Account', 'Contact', 'Lead'] }],
    ['IsAttendeeAuthenticated', 'Boolean', true, '55.0', true],
    ['IsAttendeeVerified', 'Boolean', true, '55.0', true],
    ['LastReferencedDate', 'DateTime', false, '55.0', START],
    ['LastViewedDate', 'DateTime', false, '55.0', START],
    ['MappedState', 'Picklist', false, '55.0', 'Completed'],
    ['Name', 'String', false, '55.0', 'Mine'],
    ['OwnerId', 'Reference', true, '55.0', USER.id, { to: ['User'] }],
    ['PhoneNumber', 'Phone', true, '57.0', '+61491570156'],
    ['Reason', 'String', true, '56.0', 'Wants to know'],
    ['RecordTypeId', 'Reference', true, '62.0', RECORD_TYPE, { to: ['RecordType'] }],
    ['Sentiment', 'Picklist', true, '55.0', 'Neutral'],
    ['StartDateTime', 'DateTime', true, '55.0', START, { required: true }],
    ['Status', 'Picklist', true, '55.0', 'In Progress'],
    ['Type', 'Picklist', true, '55.0', 'Outbound']
];
const PICKLISTS = {
    CommunicationChannel: ['In Person', 'Video Call', 'Voice Call', 'Web Chat'],
    Sentiment: ['Negative', 'Neutral', 'Positive'],
    Status: ['Completed', 'In Progress', 'New'],
    Type: ['Inbound', 'Outbound']
};
const SYSTEM = [
    'Id',
    'CreatedDate',
    'CreatedById',
    'LastModifiedDate',
    'LastModifiedById',
    'SystemModstamp',
    'IsDeleted'
];

describe('EngagementInteraction', () => {
    let org;
    let api;
    before(async () => {
        org = await openOrg();
        api = uiApi(org);
    });
    afterEach(() => org.reset());
    after(() => org.store.close());

    const create = (values) => org.store.create(OBJECT, values);
    const stored = () => org.store.query(OBJECT);
    const refusals = async (promise) =>
        (await rejection(promise)).errors.map(({ errorCode, fields }) => [errorCode, ...fields]);
    const info = () => api.getObjectInfo({ objectApiName: OBJECT });

    it('has these fields and those of every object', async () => {
        const described = await info();
        expect(described).to.include({ keyPrefix: '0mE', createable: true, custom: false });
        expect(Object.keys(described.fields)).to.have.members([...FIELDS.map(([name]) => name), ...SYSTEM]);
    });

    for (const [name, dataType, writable, since, value, more = {}] of FIELDS) {
        const { required = false, unique = false, to = [] } = more;

        it(`${name} is described`, async () => {
            const field = (await info()).fields[name];
            const access = { createable: writable, updateable: writable };
            expect(field).to.include({ dataType, required, unique, ...access, polymorphicForeignKey: to.length > 1 });
            expect(field.referenceToInfos.map(({ apiName }) => apiName)).to.deep.equal(to);
        });

        it(`${name} is ${writable ? 'taken' : 'refused'} on create and on update`, async () => {
            const made = await create(LEAST);
            const attempts = [
                () => create({ ...LEAST, [name]: value }),
                () => org.store.update(made.id, { [name]: value })
            ];
            for (const attempt of attempts) {
                if (!writable) {
                    expect(await refusals(attempt())).to.deep.equal([['INVALID_FIELD_FOR_INSERT_UPDATE', name]]);
                    continue;
                }
                const record = await attempt();
                expect(record.fields[name]).to.equal(value);
                await org.store.delete(record.id);
                if (record.id !== made.id) continue;
                expect(await stored()).to.deep.equal([]);
            }
        });

        it(`${name} is there since ${since}`, async () => {
            for (const version of VERSIONS) {
                org.apiVersion.set(version);
                const there = Number(version) >= Number(since);
                expect(name in (await info()).fields, version).to.equal(there);
                if (!there) {
                    const { errors } = await rejection(create({ ...LEAST, [name]: value }));
                    const message = `No such column '${name}' on sobject of type ${OBJECT}`;
                    expect(errors).to.deep.equal([{ errorCode: 'INVALID_FIELD', message, fields: [name] }]);
                }
            }
        });
    }

    for (const [name, values] of Object.entries(PICKLISTS)) {
        it(`${name} takes its values and no others`, async () => {
            for (const value of values)
                expect((await create({ ...LEAST, [name]: value })).fields[name]).to.equal(value);
            expect(await refusals(create({ ...LEAST, [name]: 'Other' }))).to.deep.equal([
                ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', name]
            ]);
        });
    }

    for (const [name, values, ...expected] of [
        ['no channel', { StartDateTime: START }, 'REQUIRED_FIELD_MISSING', 'CommunicationChannel'],
        ['no start', { CommunicationChannel: 'Web Chat' }, 'REQUIRED_FIELD_MISSING', 'StartDateTime'],
        ['a day for a time', { ...LEAST, EndDateTime: '2026-04-09' }, 'INVALID_TYPE_ON_FIELD_IN_RECORD', 'EndDateTime'],
        [
            'a time that is none',
            { ...LEAST, EndDateTime: '2026-04-09T25:00:00Z' },
            'INVALID_TYPE_ON_FIELD_IN_RECORD',
            'EndDateTime'
        ],
        [
            'a time without zone',
            { ...LEAST, EndDateTime: '2026-04-09T05:00:00' },
            'INVALID_TYPE_ON_FIELD_IN_RECORD',
            'EndDateTime'
        ],
        [
            'nothing for true or false',
            { ...LEAST, IsAttendeeVerified: null },
            'INVALID_TYPE_ON_FIELD_IN_RECORD',
            'IsAttendeeVerified'
        ],
        ['a case as its context', { ...LEAST, ContextId: IDS.case }, 'FIELD_INTEGRITY_EXCEPTION', 'ContextId'],
        [
            'an opportunity as attendee',
            { ...LEAST, InitiatingAttendeeId: IDS.opportunity },
            'FIELD_INTEGRITY_EXCEPTION',
            'InitiatingAttendeeId'
        ],
        [
            'an attendee who is not there',
            { ...LEAST, InitiatingAttendeeId: IDS.nobody },
            'INVALID_CROSS_REFERENCE_KEY',
            'InitiatingAttendeeId'
        ],
        [
            'an end before the start',
            { ...LEAST, EndDateTime: '2026-04-09T04:19:29.999Z' },
            'FIELD_INTEGRITY_EXCEPTION',
            'EndDateTime'
        ],
        ['too long a reason', { ...LEAST, Reason: 'x'.repeat(256) }, 'STRING_TOO_LONG', 'Reason'],
        ['a custom field that is not there', { ...LEAST, Mine__c: 1 }, 'INVALID_FIELD', 'Mine__c']
    ]) {
        it(`refuses ${name}`, async () => {
            expect(await refusals(create(values))).to.deep.equal([expected]);
            expect(await stored()).to.deep.equal([]);
        });
    }

    it('begins with its defaults, and with a name that counts', async () => {
        const first = await create(LEAST);
        expect(first.id.slice(0, 3)).to.equal('0mE');
        expect(first.fields).to.include({
            IsAttendeeAuthenticated: false,
            IsAttendeeVerified: false,
            MappedState: 'New',
            OwnerId: USER.id,
            Status: null,
            AttendeeVerificationTime: null
        });
        const [one, two] = [first, await create(LEAST)].map(({ fields }) =>
            Number(/^EI-(\d{8})$/.exec(fields.Name)[1])
        );
        expect(two).to.equal(one + 1);
    });

    it('takes a time of any zone, and all it can be about', async () => {
        const { fields } = await create({
            ...LEAST,
            StartDateTime: '2026-04-09T06:19:30+02:00',
            ContextId: APPOINTMENT
        });
        expect(fields).to.include({ StartDateTime: START, ContextId: APPOINTMENT });
        for (const InitiatingAttendeeId of [IDS.contact, IDS.lead, IDS.person]) {
            expect((await create({ ...LEAST, InitiatingAttendeeId })).fields).to.include({ InitiatingAttendeeId });
        }
    });

    it('has the state that its status means', async () => {
        const { id } = await create(LEAST);
        for (const [Status, MappedState] of [
            ['In Progress', 'InProgress'],
            ['Completed', 'Completed'],
            ['New', 'New']
        ]) {
            expect((await org.store.update(id, { Status })).fields).to.include({ Status, MappedState });
            expect((await create({ ...LEAST, Status })).fields).to.include({ MappedState });
        }
        await org.store.update(id, { Status: 'Completed' });
        expect((await org.store.update(id, { Reason: 'x' })).fields).to.include({ MappedState: 'Completed' });
    });

    it('has the duration from start to end, calculated when the end is updated', async () => {
        const { id, fields } = await create({ ...LEAST, EndDateTime: '2026-04-09T05:20:35.000Z' });
        expect(fields.Duration).to.equal('1:01:05');
        const moved = await org.store.update(id, { StartDateTime: '2026-04-09T04:20:30.000Z' });
        expect(moved.fields.Duration).to.equal('1:01:05');
        const again = await org.store.update(id, { EndDateTime: '2026-04-09T04:20:30.000Z' });
        expect(again.fields.Duration).to.equal('0:00:00');
        expect((await org.store.update(id, { EndDateTime: null })).fields.Duration).to.equal(null);
    });

    it('judges an end together with the start that is stored', async () => {
        const { id } = await create(LEAST);
        expect(await refusals(org.store.update(id, { EndDateTime: '2026-04-09T04:00:00Z' }))).to.deep.equal([
            ['FIELD_INTEGRITY_EXCEPTION', 'EndDateTime']
        ]);
        expect(await refusals(org.store.update(id, { StartDateTime: null }))).to.deep.equal([
            ['REQUIRED_FIELD_MISSING', 'StartDateTime']
        ]);
    });

    it('knows when the attendee was verified, if nobody says so', async () => {
        const before = Date.now();
        const { id } = await create(LEAST);
        const time = ({ fields }) => fields.AttendeeVerificationTime;
        const verified = time(await org.store.update(id, { IsAttendeeVerified: true }));
        expect(Date.parse(verified)).to.be.within(before, Date.now());
        expect(time(await org.store.update(id, { Reason: 'x' }))).to.equal(verified);
        expect(time(await org.store.update(id, { AttendeeVerificationTime: START }))).to.equal(START);
        const both = { IsAttendeeVerified: true, AttendeeVerificationTime: START };
        expect(time(await create({ ...LEAST, ...both }))).to.equal(START);
    });

    it('is the only one of its external identifier, in whatever letter case', async () => {
        const { id } = await create({ ...LEAST, ExternalIdentifier: 'Interaction-1' });
        const other = await create({ ...LEAST, ExternalIdentifier: null });
        const message = `duplicate value found: ExternalIdentifier duplicates value on record with id: ${id.slice(0, 15)}`;
        const expected = [{ errorCode: 'DUPLICATE_VALUE', message, fields: [] }];
        const twin = { ExternalIdentifier: 'interaction-1' };
        expect((await rejection(create({ ...LEAST, ...twin }))).errors).to.deep.equal(expected);
        expect((await rejection(org.store.update(other.id, twin))).errors).to.deep.equal(expected);
        expect((await org.store.update(id, twin)).id).to.equal(id);
        await create(LEAST);
        await org.store.delete(id);
        expect((await org.store.update(other.id, twin)).fields).to.include(twin);
    });
});
