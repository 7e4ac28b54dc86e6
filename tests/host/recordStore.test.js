import { expect } from 'chai';
import { USER } from '../../www/host/data/records.js';
import { recordHooks } from '../../www/host/records/hooks.js';
import { toId } from '../../www/host/records/ids.js';
import { IDS, openOrg, rejection } from './support/org.js';

describe('the record store', () => {
    let org;
    beforeEach(async () => {
        org = await openOrg();
    });
    afterEach(() => org.store.close());

    const codeOf = async (promise) => (await rejection(promise)).errorCode;

    it('begins with the records there are to navigate', async () => {
        expect((await org.store.read(IDS.contact)).fields).to.include({ Name: 'Nadia Lindgren', OwnerId: USER.id });
        expect((await org.store.read(IDS.contact.slice(0, 15))).id).to.equal(IDS.contact);
        expect((await org.store.read(USER.id)).fields.Name).to.equal('Avery Quinn');
        expect(await org.store.query('Task')).to.deep.equal([]);
    });

    it('gives a new record an ID of its kind, its defaults, and whose it is', async () => {
        const { id, fields } = await org.store.create('Task', { Subject: 'Call' });
        expect(id.slice(0, 3)).to.equal('00T');
        expect(toId(id)).to.equal(id);
        expect(fields).to.include({
            Id: id,
            Subject: 'Call',
            Status: 'Not Started',
            Priority: 'Normal',
            OwnerId: USER.id,
            CreatedById: USER.id,
            IsDeleted: false,
            Description: null
        });
        expect(fields.CreatedDate).to.equal(fields.LastModifiedDate);
    });

    it('is there after it was closed, in the order in which records came', async () => {
        const first = await org.store.create('Task', { Subject: 'First' });
        const second = await org.store.create('Task', { Subject: 'Second' });
        await org.store.update(first.id, { Subject: 'First, mended' });
        org.store.close();
        const again = await openOrg({ name: org.storeName });
        expect((await again.store.query('Task')).map(({ fields }) => fields.Subject)).to.deep.equal([
            'First, mended',
            'Second'
        ]);
        const third = await again.store.create('Task', {});
        expect(new Set([first.id, second.id, third.id]).size).to.equal(3);
        again.store.close();
    });

    it('leaves what was changed as it is when it is opened again', async () => {
        await org.store.update(IDS.contact, { Title: 'Retired' });
        await org.store.delete(IDS.lead);
        org.store.close();
        const again = await openOrg({ name: org.storeName });
        expect((await again.store.read(IDS.contact)).fields.Title).to.equal('Retired');
        expect((await again.store.find(IDS.lead)).fields.IsDeleted).to.equal(true);
        again.store.close();
    });

    it('two pages on one store see each other', async () => {
        const other = await openOrg({ name: org.storeName });
        const { id } = await other.store.create('Task', { Subject: 'Of the other page' });
        expect((await org.store.read(id)).fields.Subject).to.equal('Of the other page');
        other.store.close();
    });

    it('changes only what is given', async () => {
        const { id } = await org.store.create('Task', { Subject: 'Call', Description: 'Note' });
        const { fields } = await org.store.update(id, { Description: null });
        expect(fields).to.include({ Subject: 'Call', Description: null });
    });

    it('refuses what cannot be, and changes nothing', async () => {
        const { id } = await org.store.create('Task', { Subject: 'Call' });
        await rejection(org.store.update(id, { Subject: 'Other', CallType: 'Sideways' }));
        expect((await org.store.read(id)).fields.Subject).to.equal('Call');
        expect(await codeOf(org.store.create('Nonsense', {}))).to.equal('INVALID_TYPE');
        expect(await codeOf(org.store.read('nonsense'))).to.equal('MALFORMED_ID');
        expect(await codeOf(org.store.read('zzz5g00000AbCdE'))).to.equal('INVALID_TYPE');
        expect(await codeOf(org.store.read(IDS.nobody))).to.equal('NOT_FOUND');
        expect(await codeOf(org.store.update(IDS.nobody, {}))).to.equal('NOT_FOUND');
    });

    it('knows what was deleted', async () => {
        const { id } = await org.store.create('Task', {});
        await org.store.delete(id);
        expect(await org.store.query('Task')).to.deep.equal([]);
        expect(await codeOf(org.store.read(id))).to.equal('ENTITY_IS_DELETED');
        expect(await codeOf(org.store.update(id, { Subject: 'x' }))).to.equal('ENTITY_IS_DELETED');
        expect(await codeOf(org.store.delete(id))).to.equal('ENTITY_IS_DELETED');
        expect((await org.store.find(id)).fields.IsDeleted).to.equal(true);
    });

    it('writes one after another, whoever comes at the same time', async () => {
        const { id } = await org.store.create('Task', {});
        await Promise.all([
            org.store.update(id, { Subject: 'Call' }),
            org.store.update(id, { Description: 'Note' }),
            org.store.update(id, { CallDurationInSeconds: 3 })
        ]);
        expect((await org.store.read(id)).fields).to.include({
            Subject: 'Call',
            Description: 'Note',
            CallDurationInSeconds: 3
        });
        const made = await Promise.all(Array.from({ length: 20 }, () => org.store.create('Task', {})));
        expect(new Set(made.map((record) => record.id)).size).to.equal(20);
    });

    it('tells who watches, until they stop', async () => {
        let told = 0;
        const stop = org.watch(() => (told += 1));
        const { id } = await org.store.create('Task', {});
        await org.store.update(id, { Subject: 'x' });
        await org.store.delete(id);
        expect(told).to.equal(3);
        stop();
        await org.store.clear();
        expect(told).to.equal(3);
    });

    it('can be asked and reset by a test', async () => {
        const hooks = recordHooks(org);
        const { id } = await org.store.create('Task', { Subject: 'Call' });
        expect((await hooks.tasks()).map(({ Subject }) => Subject)).to.deep.equal(['Call']);
        hooks.faults = { rate: 50, modes: ['hang'] };
        expect(hooks.faults).to.include({ rate: 50 });
        expect(hooks.access('Type', 'none')).to.equal('none');
        await hooks.delete(id);
        expect(await hooks.tasks()).to.deep.equal([]);
        await hooks.reset();
        expect([hooks.faults.rate, hooks.access('Type'), hooks.requests.length]).to.deep.equal([0, 'edit', 0]);
        expect(hooks.counts.save.sent).to.equal(0);
        // Cleared, even the deleted one is forgotten, and its ID is not given out again.
        expect(await codeOf(org.store.read(id))).to.equal('NOT_FOUND');
        expect((await org.store.create('Task', {})).id).not.to.equal(id);
    });
});

describe('a browser that keeps no records', () => {
    it('is told to whoever asks for some', async () => {
        const { open } = indexedDB;
        indexedDB.open = () => {
            throw new DOMException('not here', 'SecurityError');
        };
        try {
            expect((await rejection(openOrg())).message).to.equal('not here');
        } finally {
            indexedDB.open = open;
        }
    });
});
