/* What an org decides of its tasks, and what becomes of a log that breaks it. */
import { expect } from 'chai';
import { callable } from '../../www/host/records/apex/methods.js';
import { IDS, openOrg, rejection } from './support/org.js';

const INTERACTION = '6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11';
const RENAMED = [
    { name: 'Offen', isClosed: false },
    { name: 'Erledigt', isClosed: true }
];

describe('what an org decides of its tasks', () => {
    let org;
    before(async () => {
        org = await openOrg();
    });
    after(() => org.store.close());
    afterEach(() => org.reset());

    const save = (callLog, fixedFields) =>
        callable(
            'PatchbayInteractionLog.save',
            org
        )({
            data: JSON.stringify({
                eventName: 'interactionChanged',
                interaction: { id: INTERACTION },
                callLog,
                fixedFields
            })
        });
    const stored = async () => (await org.store.query('Task')).map(({ fields }) => fields);
    const refusals = async (promise) =>
        (await rejection(promise)).errors.map(({ errorCode, fields }) => [errorCode, ...fields]);

    it('a task has the first status if it is given none, and is closed by its status alone', async () => {
        await save({ Subject: 'Call' });
        expect((await stored()).map(({ Status, IsClosed }) => [Status, IsClosed])).to.deep.equal([
            ['Not Started', false]
        ]);
        await save({ Status: 'Completed' });
        expect((await stored()).map(({ Status, IsClosed }) => [Status, IsClosed])).to.deep.equal([['Completed', true]]);
    });

    it('renamed statuses are told in the order of the picklist, and no other is taken', async () => {
        org.taskRules.set({ statuses: RENAMED });
        expect(await callable('PatchbayTaskStatus.all', org)()).to.deep.equal(
            RENAMED.map((status, at) => ({ ...status, isDefault: at === 0 }))
        );
        expect(await refusals(org.store.create('Task', { Status: 'Completed' }))).to.deep.equal([
            ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'Status']
        ]);
        const { dropped } = await save({ Subject: 'Call', Status: 'Completed' });
        expect(dropped.map(({ field }) => field)).to.deep.equal(['Status']);
        expect((await stored()).map(({ Status }) => Status)).to.deep.equal(['Offen']);
    });

    it('a required field that is missing refuses the whole log, and the sentence names it', async () => {
        org.taskRules.set({ required: ['Queue_Name__c'] });
        const { body } = await rejection(save({ Subject: 'Call' }));
        expect(body.message).to.contain('Required fields are missing: [Queue_Name__c]');
        expect((await save({ Subject: 'Call', Queue_Name__c: 'Claims' })).id).to.match(/^00T/);
    });

    it('a validation rule that names a field costs that field, one that names none the log', async () => {
        const rule = { field: 'Priority', value: 'High', message: 'Only supervisors do.' };
        org.taskRules.set({ validations: [{ ...rule, names: ['Priority'] }] });
        const { dropped } = await save({ Subject: 'Call', Priority: 'High' });
        expect(dropped).to.deep.equal([
            { field: 'Priority', reason: 'Salesforce refused the value: Only supervisors do.' }
        ]);
        org.taskRules.set({ validations: [rule] });
        const { body } = await rejection(save({ Priority: 'High' }));
        expect(body.message).to.contain('Only supervisors do.');
    });

    it('an error that names no field costs the values that the org fixed, then the lookups, then the log', async () => {
        const rule = { field: 'Priority', value: 'High', message: 'Only supervisors do.' };
        org.taskRules.set({ validations: [rule] });
        const callLog = { Subject: 'Call', Priority: 'High', WhoId: IDS.contact };
        const { dropped } = await save(callLog, ['priority']);
        expect(dropped).to.deep.equal([
            { field: 'Priority', reason: 'Salesforce refused the value: Only supervisors do.' }
        ]);
        const [{ WhoId, Priority }] = await stored();
        expect({ WhoId, Priority }).not.to.include({ WhoId: null, Priority: 'High' });
        org.taskRules.set({ validations: [{ ...rule, field: 'WhoId', value: IDS.otherContact }] });
        expect((await save({ WhoId: IDS.otherContact })).dropped.map(({ field }) => field)).to.deep.equal(['WhoId']);
    });

    it('TaskSubtype is taken in a new task only; the same again is nothing to tell', async () => {
        await save({ Subject: 'Call', TaskSubtype: 'Call' });
        const [{ Id }] = await stored();
        expect(await refusals(org.store.update(Id, { TaskSubtype: 'Email' }))).to.deep.equal([
            ['INVALID_FIELD_FOR_INSERT_UPDATE', 'TaskSubtype']
        ]);
        expect((await save({ TaskSubtype: 'Call', Description: 'Roof' })).dropped).to.deep.equal([]);
        expect((await save({ TaskSubtype: 'Email' })).dropped).to.deep.equal([
            { field: 'TaskSubtype', reason: 'Only a new task takes it; this one exists already, as Call.' }
        ]);
        expect((await stored()).map(({ TaskSubtype, Description }) => [TaskSubtype, Description])).to.deep.equal([
            ['Call', 'Roof']
        ]);
    });

    it('who may not edit tasks is told, and the log that was inserted stays', async () => {
        await save({ Subject: 'Call' });
        org.taskRules.set({ mayEdit: false });
        const { body } = await rejection(save({ Description: 'Roof' }));
        expect(body.message).to.contain('You may not edit tasks; ask your administrator to let you.');
        expect(await stored()).to.have.length(1);
    });

    it('is remembered over a reload, and forgotten with a reset', async () => {
        org.taskRules.set({ statuses: RENAMED, required: ['Priority'] });
        const again = await openOrg({ memory: JSON.parse(JSON.stringify(org)) });
        expect(again.taskRules.toJSON()).to.deep.equal(org.taskRules.toJSON());
        again.store.close();
        await org.reset();
        expect(org.taskRules.statuses.map(({ name }) => name)).to.include('Completed');
        expect(() => org.taskRules.set({ required: ['Nonsense__c'] })).to.throw(TypeError);
        expect(() => org.taskRules.set({ statuses: [] })).to.throw(TypeError);
    });
});
