/* EngagementInteraction through lightning/uiRecordApi: what is answered, what is counted, and what goes wrong on the way. */
import { expect } from 'chai';
import { ApiVersion } from '../../www/host/records/apiVersion.js';
import { recordHooks } from '../../www/host/records/hooks.js';
import { shortened } from '../../www/host/records/requests.js';
import { getFieldValue, uiApi } from '../../www/host/records/uiApi.js';
import { openOrg, rejection } from './support/org.js';

const apiName = 'EngagementInteraction';
const FIELDS = {
    CommunicationChannel: 'Voice Call',
    StartDateTime: '2026-04-09T04:19:30.000Z',
    ExternalIdentifier: 'interaction-1',
    PhoneNumber: '+61491570156'
};

describe('requests for EngagementInteraction', () => {
    let org;
    let api;
    let hooks;
    before(async () => {
        org = await openOrg();
        api = uiApi(org);
        hooks = recordHooks(org);
    });
    afterEach(() => org.reset());
    after(() => org.store.close());

    const create = (fields = FIELDS) => api.createRecord({ apiName, fields });

    it('create one and go on with it, and are counted apart', async () => {
        const { id, fields } = await create();
        expect(fields.MappedState).to.deep.equal({ displayValue: 'New', value: 'New' });
        const updated = await api.updateRecord({ fields: { Id: id, Status: 'Completed' } });
        expect(getFieldValue(updated, `${apiName}.MappedState`)).to.equal('Completed');
        await api.createRecord({ apiName: 'Task', fields: {} });
        expect(hooks.counts.engagement).to.deep.equal({ sent: 2, succeeded: 2, failed: 0, stored: 2 });
        expect([hooks.counts.write.sent, hooks.counts.save.sent]).to.deep.equal([1, 0]);
        expect(hooks.requests.slice(0, 2).map(({ what, kind }) => [what, kind])).to.deep.equal([
            ['createRecord', 'engagement'],
            ['updateRecord', 'engagement']
        ]);
        expect(await hooks.engagements()).to.have.length(1);
    });

    it('that would make it a second time are told which one there is', async () => {
        const { id } = await create();
        const error = await rejection(create());
        expect(error).to.include({ ok: false, status: 400 });
        expect(error.body.output.fieldErrors).to.deep.equal({});
        expect(error.body.output.errors).to.deep.equal([
            {
                constituentField: null,
                duplicateRecordError: null,
                errorCode: 'DUPLICATE_VALUE',
                field: null,
                fieldLabel: null,
                message: `duplicate value found: ExternalIdentifier duplicates value on record with id: ${id.slice(0, 15)}`
            }
        ]);
        expect(hooks.counts.engagement).to.include({ sent: 2, stored: 1, failed: 1 });
    });

    for (const [mode, stored, code] of [
        ['error', 0, 'UNABLE_TO_LOCK_ROW'],
        ['offline', 0, 'Disconnected or Canceled'],
        ['lost', 1, 'Disconnected or Canceled'],
        ['twice', 1, 'DUPLICATE_VALUE']
    ]) {
        it(`meet the faults of the network: ${mode}`, async () => {
            hooks.faults = { rate: 100, modes: [mode] };
            expect(JSON.stringify(await rejection(create()))).to.contain(code);
            expect(await hooks.engagements()).to.have.length(stored);
            expect(hooks.counts.engagement).to.include({ sent: 1, succeeded: 0, failed: 1 });
        });
    }

    it('are answered, though somebody deletes the record meanwhile', async () => {
        hooks.faults = { rate: 100, modes: ['deleted'] };
        const { id } = await create();
        hooks.faults = { rate: 0 };
        const error = await rejection(api.updateRecord({ fields: { Id: id, Status: 'New' } }));
        expect(error).to.include({ status: 404 });
        expect(error.body.errorCode).to.equal('ENTITY_IS_DELETED');
    });

    it('are spared what befalls only saves of the log', async () => {
        hooks.faults = { rate: 100, modes: ['empty', 'null', 'foreign'] };
        expect((await create()).id).to.match(/^0mE/);
    });

    it('tell faults by field, of one the user may not edit too', async () => {
        hooks.access('Sentiment', 'read', apiName);
        const error = await rejection(create({ ...FIELDS, Sentiment: 'Positive' }));
        expect(error.body.output.fieldErrors.Sentiment[0]).to.include({
            errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
            fieldLabel: 'Sentiment'
        });
        const { fields } = await api.getObjectInfo({ objectApiName: apiName });
        expect(fields.Sentiment).to.include({ createable: false, updateable: false });
        expect(hooks.access('Sentiment', undefined, apiName)).to.equal('read');
    });

    it('know only what is there in the version the org is on', async () => {
        const { id } = await create();
        hooks.apiVersion = '56.0';
        expect(hooks.apiVersion).to.equal('56.0');
        const error = await rejection(create());
        expect(error.body.output.fieldErrors.PhoneNumber[0]).to.include({ errorCode: 'INVALID_FIELD' });
        const { fields } = await api.updateRecord({ fields: { Id: id, Reason: 'x' } });
        expect(fields).not.to.have.any.keys('PhoneNumber', 'RecordTypeId');
        expect(fields.Reason.value).to.equal('x');
        const memory = JSON.parse(JSON.stringify(org));
        const again = await openOrg({ memory });
        expect(String(again.apiVersion)).to.equal('56.0');
        again.store.close();
        await hooks.reset();
        expect(hooks.apiVersion).to.equal('62.0');
    });

    for (const wrong of ['54.0', '63.0', 'v62.0', '62', 62, null]) {
        it(`know no version ${JSON.stringify(wrong)}, and stay with the one there was`, () => {
            expect(() => (hooks.apiVersion = wrong)).to.throw(
                TypeError,
                `apiVersion is ${JSON.stringify(wrong)}; it has to be one of 55.0, 56.0`
            );
            expect(hooks.apiVersion).to.equal(String(new ApiVersion()));
        });
    }

    it('are counted from nothing where another version of this console counted no such thing', async () => {
        const old = { requests: { entries: [], counts: { save: { sent: 1, succeeded: 1, failed: 0, stored: 1 } } } };
        const again = await openOrg({ memory: old });
        expect([again.requests.counts.save.sent, again.requests.counts.engagement.sent]).to.deep.equal([1, 0]);
        again.store.close();
    });

    it('are remembered over a reload with the beginnings of long texts', async () => {
        const Transcript__c = 'x'.repeat(131_072);
        await api.createRecord({ apiName: 'Task', fields: { Transcript__c } });
        expect(hooks.requests[0].payload.fields.Transcript__c).to.equal(Transcript__c);
        expect(JSON.stringify(org).length).to.be.below(10_000);
        expect(shortened({ a: ['x'.repeat(1001), 1, null] })).to.deep.equal({ a: [`${'x'.repeat(1000)}…`, 1, null] });
    });
});
