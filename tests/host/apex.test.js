/* The stand-ins for Patchbay's Apex classes: what components send them, and what they answer. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect } from 'chai';
import { SEED, USER } from '../../www/host/data/records.js';
import { callable } from '../../www/host/records/apex/methods.js';
import { IDS, openOrg, rejection } from './support/org.js';

const ID = 'f7c1f9a2-0d5e-4a0e-9a5c-0d8b2f6a7c11';

describe('PatchbayInteractionLog.save', () => {
    let org;
    let call;
    before(async () => {
        org = await openOrg();
        call = callable('PatchbayInteractionLog.save', org);
    });
    afterEach(() => org.reset());
    after(() => org.store.close());

    const save = (callLog, { id = ID, segment, connectedTime } = {}) => {
        const interaction = { id, connectedTime };
        return call({ data: JSON.stringify({ eventName: 'interactionChanged', interaction, segment, callLog }) });
    };
    const tasks = () => org.store.query('Task');
    const stored = async () => (await tasks()).map(({ fields }) => fields);

    it('makes one Task of an interaction, and goes on with it', async () => {
        const first = await save({ Subject: 'Call', CallType: 'Inbound' });
        expect(first.dropped).to.deep.equal([]);
        expect(await save({ Description: 'Note' })).to.deep.equal(first);
        expect(await save({ Id: first.id.slice(0, 15), CallDurationInSeconds: 40 })).to.deep.equal(first);
        const [task, ...others] = await stored();
        expect(others).to.deep.equal([]);
        expect(task).to.include({
            Id: first.id,
            Subject: 'Call',
            CallType: 'Inbound',
            Description: 'Note',
            CallDurationInSeconds: 40,
            CallObject: ID,
            OwnerId: USER.id
        });
    });

    it('makes another one of another interaction', async () => {
        const one = await save({ Subject: 'One' });
        const other = await save({ Subject: 'Other' }, { id: 'another' });
        expect(one.id).not.to.equal(other.id);
        expect((await stored()).map(({ CallObject }) => CallObject)).to.deep.equal([ID, 'another']);
    });

    it('makes a Task of each segment, finds each again, and leaves the others alone', async () => {
        const first = await save({ Subject: 'One' }, { segment: 'first' });
        const second = await save({ Subject: 'Two' }, { segment: 'after first' });
        const third = await save({ Subject: 'Three' }, { segment: '2026-04-09T04:19:42.719Z' });
        expect(await save({ Description: 'a' }, { segment: 'first' })).to.deep.equal(first);
        expect(await save({ Id: first.id, Description: 'b' }, { segment: 'after first' })).to.deep.equal(second);
        expect(await save({ Description: 'c' }, { segment: '2026-04-09T04:19:42.719Z' })).to.deep.equal(third);
        expect((await stored()).map(({ Subject, Description }) => [Subject, Description])).to.deep.equal([
            ['One', 'a'],
            ['Two', 'b'],
            ['Three', 'c']
        ]);
    });

    it('takes a Task that names no segment for its own, unless it is of a former life', async () => {
        const { id } = await org.store.create('Task', { Subject: 'From elsewhere', CallObject: ID });
        const days = (count) => new Date(Date.now() + count * 86_400_000).toISOString();
        expect((await save({ Type: 'Call' }, { connectedTime: days(3) })).id).not.to.equal(id);
        expect((await save({ Type: 'Call' }, { segment: 'after first' })).id).not.to.equal(id);
        expect((await save({ Type: 'Call' }, { segment: 'p1', connectedTime: days(0.1) })).id).to.equal(id);
        expect((await org.store.read(id)).fields.Patchbay_Segment__c).to.equal('p1');
    });

    it('gives one Task to two pages that share no storage, whatever each calls the segment', async () => {
        const connectedTime = new Date(Date.now() + 60_000).toISOString();
        // One page was there when the call was dialled, the other opened when it was connected.
        const first = (callLog, more) => save(callLog, { segment: 'first', ...more });
        const later = (callLog) => save(callLog, { segment: connectedTime, connectedTime });
        const { id } = await first({ Subject: 'Call' });
        expect((await later({ Type: 'Call' })).id).to.equal(id);
        // The first page knows of the connection by now, or does not.
        expect((await first({ Id: id, Description: 'a' })).id).to.equal(id);
        expect((await first({ Description: 'b' }, { connectedTime })).id).to.equal(id);
        expect((await later({ CallDisposition: 'Sale' })).id).to.equal(id);
        const [{ Patchbay_Segment__c, ...fields }, ...others] = await stored();
        expect([Patchbay_Segment__c, others]).to.deep.equal([connectedTime, []]);
        expect(fields).to.include({ Subject: 'Call', Type: 'Call', Description: 'b', CallDisposition: 'Sale' });
    });

    it('leaves a life that was named before its connection to its own pages', async () => {
        const minutes = (count) => new Date(Date.now() + count * 60_000).toISOString();
        const { id } = await save({ Subject: 'One' }, { segment: 'first' });
        // Once it is known when it was connected, another connection is another life.
        await save({ Description: 'a' }, { segment: 'first', connectedTime: minutes(1) });
        const next = await save({ Subject: 'Two' }, { segment: minutes(9), connectedTime: minutes(9) });
        expect(next.id).not.to.equal(id);
        const third = await save({ Subject: 'Three' }, { segment: `after ${minutes(9)}` });
        expect([id, next.id]).not.to.include(third.id);
        // A life that never was connected is not taken for one of the next day.
        const other = { id: 'another' };
        const dialled = await save({ Subject: 'Dialled' }, { ...other, segment: 'first' });
        const dayAfter = { ...other, segment: minutes(1440), connectedTime: minutes(1440) };
        expect((await save({ Subject: 'Called back' }, dayAfter)).id).not.to.equal(dialled.id);
    });

    it('takes no part of a log for the whole when the Task is gone', async () => {
        const { id } = await save({ Subject: 'Call' });
        await org.store.delete(id);
        const error = await rejection(save({ Id: id, Description: 'Note' }));
        expect(error).to.include({ status: 500, ok: false, statusText: 'Server Error' });
        expect(error.body.message).to.match(/^ENTITY_IS_DELETED: /);
        expect(await tasks()).to.deep.equal([]);
        expect((await save({ Subject: 'Call', Description: 'Note' })).id).not.to.equal(id);
    });

    it('leaves the Task of another interaction alone, and finds its own', async () => {
        const other = await save({ Subject: 'Other' }, { id: 'another' });
        expect((await rejection(save({ Id: other.id, Subject: 'Mine' }))).body.message).to.match(/^ENTITY_IS_DELETED/);
        const mine = await save({ Subject: 'Mine' });
        expect(await save({ Id: other.id, Description: 'Note' })).to.deep.equal(mine);
        expect((await stored()).map(({ Subject }) => Subject)).to.deep.equal(['Other', 'Mine']);
    });

    it('adopts a Task that names no interaction, and leaves one of another owner alone', async () => {
        const { id } = await org.store.create('Task', { Subject: 'By hand' });
        expect((await save({ Id: id, Description: 'Note' })).id).to.equal(id);
        expect((await org.store.read(id)).fields.CallObject).to.equal(ID);
    });

    it('finds its own Task again whatever owner the org fixed, and leaves one of another agent alone', async () => {
        const { id: OwnerId } = await org.store.create('User', { Name: 'Robin Vale' });
        const { id } = await save({ Subject: 'Call', OwnerId });
        expect((await save({ Subject: 'Call', OwnerId })).id).to.equal(id);
        const theirs = { id: '00T5g00000XyZ12EAF', objectApiName: 'Task' };
        const seed = [...SEED, { ...theirs, fields: { CallObject: ID, OwnerId, CreatedById: OwnerId } }];
        const other = await openOrg({ seed });
        const saveThere = callable('PatchbayInteractionLog.save', other);
        const request = { eventName: 'interactionChanged', interaction: { id: ID }, callLog: { Subject: 'Call' } };
        expect((await saveThere({ data: JSON.stringify(request) })).id).not.to.equal(theirs.id);
        other.store.close();
    });

    it('stores the rest of a log of which something cannot be stored, and says why', async () => {
        org.access.set('Task', 'Description', 'read');
        org.access.set('Task', 'Queue_Name__c', 'none');
        const { id, dropped } = await save({
            Subject: `${'x'.repeat(254)}🙂`,
            Description: 'Note',
            Queue_Name__c: 'Claims Voice',
            Nonsense__c: 1,
            CreatedDate: '2026-01-01T00:00:00Z',
            CallType: 'Sideways',
            WhoId: IDS.nobody,
            WhatId: { id: IDS.case },
            CallDurationInSeconds: 'forty',
            Wrap_Up_Seconds__c: '12',
            Internal__c: 'true',
            Caller_Number__c: '+61491570156',
            Genesys_Url__c: `https://apps.example.com/${'x'.repeat(255)}`,
            calldisposition: 'Sale'
        });
        expect(Object.fromEntries(dropped.map(({ field, reason }) => [field, reason]))).to.deep.equal({
            Subject: 'Only the first 254 of 256 characters were stored: the field takes no more.',
            Description: 'You may not edit this field; ask your administrator to let you.',
            Queue_Name__c: 'You may not edit this field; ask your administrator to let you.',
            Nonsense__c: 'Task has no field of this name.',
            CreatedDate: 'Nobody may edit this field.',
            CallType: 'Salesforce refused the value: Call Type: bad value for restricted picklist field: Sideways',
            WhoId: 'Salesforce refused the value: invalid cross reference id',
            WhatId: 'A field takes text, a number, true or false; this is an object or a list.',
            CallDurationInSeconds: 'The field takes a number.',
            Genesys_Url__c: 'The field takes at most 255 characters.'
        });
        expect((await org.store.read(id)).fields).to.include({
            Subject: 'x'.repeat(254),
            Description: null,
            CallType: null,
            WhoId: null,
            Wrap_Up_Seconds__c: 12,
            Internal__c: true,
            Caller_Number__c: '+61491570156',
            CallDisposition: 'Sale'
        });
    });

    it('writes a transcript as a record of its own, and goes on with that record', async () => {
        const transcript = (text, more) => ({
            Transcript_Record__c: { objectApiName: 'Chat_Transcript__c', field: 'Text__c', text, ...more }
        });
        const { id, dropped } = await save({ Subject: 'Chat', ...transcript('Hello') });
        expect(dropped).to.deep.equal([]);
        const { Transcript_Record__c: lookup } = (await org.store.read(id)).fields;
        expect((await org.store.read(lookup)).fields).to.include({ Text__c: 'Hello', OwnerId: USER.id });
        await save({ Id: id, ...transcript('Hello\nGood morning') });
        const records = await org.store.query('Chat_Transcript__c');
        expect(records.map(({ fields }) => [fields.Id, fields.Text__c])).to.deep.equal([
            [lookup, 'Hello\nGood morning']
        ]);
        expect((await org.store.read(id)).fields.Transcript_Record__c).to.equal(lookup);
    });

    for (const [more, name, reason] of [
        [{ objectApiName: 'Nothing__c' }, 'Transcript_Record__c', 'There is no object Nothing__c.'],
        [{ field: 'Words__c' }, 'Transcript_Record__c', 'Chat_Transcript__c has no field Words__c.'],
        [{ field: 'Name' }, 'Transcript_Record__c', 'Nobody may edit Name.'],
        [{ objectApiName: 'Contact', field: 'Title' }, 'Transcript_Record__c', 'Salesforce did not store it: '],
        [{}, 'Subject', 'Task has no lookup of this name.']
    ]) {
        it(`stores the log without its transcript: ${reason}`, async () => {
            const given = { objectApiName: 'Chat_Transcript__c', field: 'Text__c', text: 'Hello', ...more };
            const { id, dropped } = await save({ Type: 'Chat', [name]: given });
            expect(dropped.map(({ field }) => field)).to.deep.equal([name]);
            expect(dropped[0].reason).to.contain(reason);
            expect((await org.store.read(id)).fields).to.include({ Type: 'Chat', [name]: null });
        });
    }

    it('clears with null, and a lead clears Related To', async () => {
        const { id } = await save({ WhoId: IDS.contact, WhatId: IDS.case, Description: 'Note' });
        await save({ Id: id, WhoId: IDS.lead, WhatId: null, Description: null });
        expect((await org.store.read(id)).fields).to.include({ WhoId: IDS.lead, WhatId: null, Description: null });
        const { dropped } = await save({ Id: id, WhatId: IDS.case });
        expect(dropped[0].reason).to.contain('leave Related To empty');
    });

    it('names the contact of a person account, and no other account', async () => {
        const { id } = await save({ WhoId: IDS.person });
        expect((await org.store.read(id)).fields.WhoId).to.equal(IDS.personAsContact);
        const { dropped } = await save({ WhoId: IDS.account });
        expect(dropped).to.deep.equal([
            { field: 'WhoId', reason: 'This account is not a person; choose a contact, a lead or a person account.' }
        ]);
    });

    it('has nothing to save of an empty log, until there is a Task', async () => {
        expect(await save({})).to.deep.equal({ id: '', dropped: [] });
        const { id } = await save({ Subject: 'Call' });
        expect(await save({})).to.deep.equal({ id, dropped: [] });
        expect(await save({ Nonsense__c: 1 })).to.deep.include({ id });
    });

    for (const [name, data, sentence] of [
        ['nothing', undefined, 'data is missing; send JSON of an object with eventName, interaction and callLog.'],
        ['blank text', ' ', 'data is missing'],
        ['no JSON', '{', 'data is not JSON'],
        ['a list', '[]', 'data is not an object'],
        ['too much', `"${'x'.repeat(1_000_000)}"`, 'data is too long; send at most 1000000 characters.'],
        ['no event', '{"interaction":{"id":"x"},"callLog":{}}', 'eventName is missing; send text.'],
        ['an event that is no text', '{"eventName":1,"interaction":{"id":"x"},"callLog":{}}', 'eventName is not text'],
        ['no interaction', '{"eventName":"x","callLog":{}}', 'interaction is missing; send an object.'],
        ['no ID of the interaction', '{"eventName":"x","interaction":{},"callLog":{}}', 'interaction.id is missing'],
        [
            'too long an ID of the interaction',
            JSON.stringify({ eventName: 'x', interaction: { id: 'x'.repeat(256) }, callLog: {} }),
            'interaction.id is too long; send at most 255 characters.'
        ],
        ['no log', '{"eventName":"x","interaction":{"id":"x"},"callLog":[]}', 'callLog is not an object'],
        [
            'a wrong ID of the Task',
            '{"eventName":"x","interaction":{"id":"x"},"callLog":{"Id":"x"}}',
            'callLog.Id is not a record ID; send 15 or 18 characters, or leave it out.'
        ]
    ]) {
        it(`refuses ${name} as an AuraHandledException`, async () => {
            const error = await rejection(call(data === undefined ? undefined : { data }));
            expect(error.status).to.equal(500);
            expect(error.body).to.have.keys(['exceptionType', 'isUserDefinedException', 'message']);
            expect(error.body.exceptionType).to.equal('System.AuraHandledException');
            expect(error.body.message).to.contain(sentence);
            expect(await tasks()).to.deep.equal([]);
        });
    }

    it('is logged as what was sent and what came back', async () => {
        const { id } = await save({ Subject: 'Call' });
        expect(org.requests.entries[0]).to.deep.include({
            what: 'save',
            kind: 'save',
            payload: { eventName: 'interactionChanged', interaction: { id: ID }, callLog: { Subject: 'Call' } },
            outcome: 'succeeded',
            answer: { id, dropped: [] }
        });
    });

    it('sent twice by the network, makes one Task', async () => {
        org.faults.set({ rate: 100, modes: ['twice'] });
        await save({ Subject: 'Call' });
        expect(await tasks()).to.have.length(1);
        org.faults.set({ modes: ['offline'] });
        expect((await rejection(save({}))).body).to.deep.equal({ message: 'Disconnected or Canceled' });
        org.faults.set({ modes: ['error'] });
        expect((await rejection(save({}))).body.exceptionType).to.equal('System.DmlException');
    });
});

describe('PatchbayRecordMatch.find', () => {
    let org;
    let find;
    before(async () => {
        org = await openOrg();
        find = callable('PatchbayRecordMatch.find', org);
    });
    after(() => org.store.close());

    const names = async (address) => (await find({ address })).map(({ name }) => name);

    it('finds whom a number or an e-mail address belongs to', async () => {
        expect(await find({ address: 'tel:+61491570156' })).to.deep.equal([
            {
                id: IDS.contact,
                objectApiName: 'Contact',
                name: 'Nadia Lindgren',
                isPersonAccount: false,
                related: [{ id: '0015g00000XrK3mAAF', objectApiName: 'Account', name: 'Harbour Freight Lines' }]
            }
        ]);
        expect(await names('0491 570 157')).to.deep.equal(['Nadia Lindgren']);
        expect(await names('WREN@example.com')).to.deep.equal(['Wren Takahashi']);
        expect(await names('maren.oduya@example.com')).to.deep.equal(['Maren Oduya']);
    });

    it('finds all of several, a person account once', async () => {
        expect(await find({ address: '+442079460018' })).to.deep.equal([
            {
                id: IDS.lead,
                objectApiName: 'Lead',
                name: 'Casimir Doyle',
                detail: 'Tern & Gull Ferries',
                isPersonAccount: false
            },
            {
                id: IDS.person,
                objectApiName: 'Account',
                name: 'Maren Oduya',
                isPersonAccount: true,
                personContactId: IDS.personAsContact
            }
        ]);
    });

    it('finds nobody of what is blank, internal or unknown', async () => {
        for (const address of ['', null, 'sip:robin.vale@example.invalid', '4711', '+15005550006']) {
            expect(await find({ address })).to.deep.equal([]);
        }
        expect(await find()).to.deep.equal([]);
    });

    it('finds twenty at most, and none that was deleted', async () => {
        const made = [];
        for (let i = 0; i < 25; i++) {
            made.push(await org.store.create('Contact', { LastName: `Twin ${i}`, Phone: '+15005550100' }));
        }
        expect(await names('+15005550100')).to.have.length(20);
        for (const { id } of made) await org.store.delete(id);
        expect(await names('+15005550100')).to.deep.equal([]);
    });

    it('can be wired', async () => {
        const told = [];
        const adapter = new find.adapter((value) => told.push(value));
        adapter.connect();
        adapter.update({ address: undefined });
        adapter.update({ address: '+61491570156' });
        await new Promise((resolve) => {
            const look = () => (told.length > 1 ? resolve() : org.store.query('Task').then(look));
            look();
        });
        expect(told[1].data[0].name).to.equal('Nadia Lindgren');
        expect(callable('PatchbayInteractionLog.save', org)).not.to.have.property('adapter');
    });
});

describe('the stand-ins', () => {
    const classes = new URL('../../www/force-app/main/default/classes/', import.meta.url);
    const apex = readdirSync(classes)
        .filter((file) => file.endsWith('.cls'))
        .map((file) => readFileSync(new URL(file, classes), 'utf8'))
        .join('\n');

    for (const sentence of [
        'send JSON of an object with eventName, interaction and callLog.',
        'data is too long; send at most ',
        ' is missing; send text.',
        ' is not text; send text.',
        'callLog.Id is not a record ID; send 15 or 18 characters, or leave it out.',
        'ENTITY_IS_DELETED: ',
        ' is no log of this interaction any more; send the whole log, without Id.',
        'Salesforce did not store the log: ',
        'Salesforce refused the value: ',
        'You may not edit this field; ask your administrator to let you.',
        'Nobody may edit this field.',
        'You may not edit tasks; ask your administrator to let you.',
        'Only a new task takes it; this one exists already, as ',
        'Task has no field of this name.',
        'This account is not a person; choose a contact, a lead or a person account.',
        'A field takes text, a number, true or false; this is an object or a list.',
        ' characters were stored: the field takes no more.',
        'The field takes at most ',
        'The field takes a number.',
        'The field takes a whole number up to ',
        'The field takes true or false.',
        'The field takes a record ID of 15 or 18 characters.'
    ]) {
        it(`say what the classes say: ${sentence.trim()}`, () => expect(apex).to.contain(sentence));
    }
});

describe('PatchbayPreflight.facts', () => {
    let org;
    before(async () => {
        org = await openOrg();
    });
    afterEach(() => org.reset());
    after(() => org.store.close());

    const facts = async (relatedTo) => JSON.parse(await callable('PatchbayPreflight.facts', org)({ relatedTo }));

    it('tells of the org what its user may do, and what is there', async () => {
        org.access.set('Task', 'Description', 'read');
        org.access.set('Task', 'Type', 'none');
        const { taskFields, ...told } = await facts(['Claim__c', 'User', 'Nothing__c']);
        expect(taskFields.Description).to.deep.equal({ read: true, create: false, edit: false });
        expect(taskFields.Type).to.deep.equal({ read: false, create: false, edit: false });
        expect(taskFields.CallObject).to.deep.equal({ read: true, create: true, edit: true });
        expect(taskFields.CreatedDate).to.deep.equal({ read: true, create: false, edit: false });
        expect(told.taskTypes).to.include('Voicemail');
        expect(told.closedStatuses).to.deep.equal(['Completed']);
        expect(told.relatedTo).to.deep.equal({ Claim__c: true, User: false, Nothing__c: null });
    });

    it('is asked for nothing', async () => {
        expect((await facts()).relatedTo).to.deep.equal({});
    });
});
