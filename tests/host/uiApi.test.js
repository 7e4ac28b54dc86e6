/* What components get from lightning/uiRecordApi and lightning/uiObjectInfoApi, in shape and in time. */
import { expect } from 'chai';
import {
    generateRecordInputForCreate,
    generateRecordInputForUpdate,
    getFieldDisplayValue,
    getFieldValue,
    uiApi
} from '../../www/host/records/uiApi.js';
import { uiObjectInfoApi, uiRecordApi } from '../../www/host/records/uiRecordApi.js';
import { IDS, openOrg, rejection } from './support/org.js';

describe('the User Interface API', () => {
    let org;
    let api;
    before(async () => {
        org = await openOrg();
        api = uiApi(org);
    });
    afterEach(() => org.reset());
    after(() => org.store.close());

    describe('getRecord', () => {
        it('gives a representation with the fields that were asked for', async () => {
            const record = await api.getRecord({ recordId: IDS.contact.slice(0, 15), fields: ['Contact.Name'] });
            expect(record).to.have.keys([
                'apiName',
                'childRelationships',
                'eTag',
                'fields',
                'id',
                'lastModifiedById',
                'lastModifiedDate',
                'recordTypeId',
                'recordTypeInfo',
                'systemModstamp',
                'weakEtag'
            ]);
            expect(record).to.include({ apiName: 'Contact', id: IDS.contact });
            expect(record.fields).to.deep.equal({ Name: { displayValue: null, value: 'Nadia Lindgren' } });
        });

        it('spans lookups, and shows numbers and dates as a person reads them', async () => {
            const record = await api.getRecord({
                recordId: IDS.opportunity,
                fields: [
                    'Opportunity.Account.Name',
                    'Opportunity.Account.Phone',
                    'Opportunity.Primary_Contact__r.Email',
                    'Opportunity.Amount',
                    { objectApiName: 'Opportunity', fieldApiName: 'CloseDate' }
                ]
            });
            expect(getFieldValue(record, 'Opportunity.Account.Name')).to.equal('Harbour Freight Lines');
            expect(getFieldDisplayValue(record, 'Opportunity.Account')).to.equal('Harbour Freight Lines');
            expect(getFieldValue(record, 'Opportunity.Account.Phone')).to.equal('+61255501200');
            expect(getFieldValue(record, 'Opportunity.Primary_Contact__r.Email')).to.contain('nadia');
            expect(getFieldDisplayValue(record, 'Opportunity.Amount')).to.match(/184,000/);
            expect(getFieldValue(record, { objectApiName: 'Opportunity', fieldApiName: 'CloseDate' })).to.equal(
                '2026-06-30'
            );
            expect(getFieldValue(record, 'Opportunity.Nonsense')).to.equal(undefined);
        });

        it('tells accounts of persons from others', async () => {
            const ask = (recordId) => api.getRecord({ recordId, optionalFields: ['Account.IsPersonAccount'] });
            expect(getFieldValue(await ask(IDS.person), 'Account.IsPersonAccount')).to.equal(true);
            expect(getFieldValue(await ask(IDS.account), 'Account.IsPersonAccount')).to.equal(false);
        });

        it('leaves out optional fields that are not there, not of that object, or hidden', async () => {
            const { id } = await org.store.create('Task', { Subject: 'Call', Description: 'Note' });
            org.access.set('Task', 'Description', 'none');
            const optionalFields = ['Task.Subject', 'Task.Description', 'Task.Nonsense', 'Account.Name'];
            const { fields } = await api.getRecord({ recordId: id, optionalFields });
            expect(fields).to.deep.equal({ Subject: { displayValue: null, value: 'Call' } });
        });

        for (const [name, config, status, errorCode] of [
            [
                'a field that is not there',
                { recordId: IDS.contact, fields: ['Contact.Nonsense'] },
                400,
                'INVALID_FIELD'
            ],
            ['a field of another object', { recordId: IDS.contact, fields: ['Account.Name'] }, 400, 'INVALID_FIELD'],
            ['a polymorphic lookup', { recordId: IDS.contact, fields: ['Contact.Who.Name'] }, 400, 'INVALID_FIELD'],
            ['a record that is not there', { recordId: IDS.nobody, fields: ['Contact.Name'] }, 404, 'NOT_FOUND'],
            ['what is no ID', { recordId: 'x', fields: ['Contact.Name'] }, 400, 'MALFORMED_ID'],
            ['a layout', { recordId: IDS.contact, layoutTypes: ['Full'] }, 400, 'INVALID_INPUT']
        ]) {
            it(`refuses ${name} with a list of errors`, async () => {
                const error = await rejection(api.getRecord(config));
                expect(error).to.include({ ok: false, status, errorType: 'fetchResponse' });
                expect(error.body).to.have.length(1);
                expect(error.body[0]).to.have.keys(['errorCode', 'message']);
                expect(error.body[0].errorCode).to.equal(errorCode);
            });
        }
    });

    describe('writing', () => {
        it('creates, updates and deletes', async () => {
            const created = await api.createRecord({
                apiName: 'Task',
                fields: { Subject: 'Call', WhoId: IDS.contact }
            });
            expect(getFieldValue(created, 'Task.Subject')).to.equal('Call');
            const updated = await api.updateRecord({ fields: { Id: created.id, CallDurationInSeconds: 1234 } });
            expect(updated.fields.CallDurationInSeconds).to.deep.equal({ displayValue: '1,234', value: 1234 });
            expect(await api.deleteRecord(created.id)).to.equal(undefined);
            expect(await org.store.query('Task')).to.deep.equal([]);
            expect(org.requests.counts.write).to.deep.equal({ sent: 3, succeeded: 3, failed: 0, stored: 3 });
        });

        it('tells faults of the record by field', async () => {
            const fields = { Subject: 'x'.repeat(256), WhoId: IDS.lead, WhatId: IDS.case };
            const error = await rejection(api.createRecord({ apiName: 'Task', fields }));
            expect(error).to.include({ status: 400, statusText: 'Bad Request', ok: false });
            expect(error.body).to.include({ enhancedErrorType: 'RecordError', statusCode: 400 });
            expect(error.body.output.errors).to.deep.equal([]);
            expect(Object.keys(error.body.output.fieldErrors)).to.deep.equal(['Subject', 'WhoId', 'WhatId']);
            expect(error.body.output.fieldErrors.WhatId[0]).to.deep.equal({
                constituentField: null,
                duplicateRecordError: null,
                errorCode: 'FIELD_INTEGRITY_EXCEPTION',
                field: 'WhatId',
                fieldLabel: 'Related To ID',
                message: "A task whose Name is a lead can't be related to another record: leave Related To empty."
            });
        });

        it('tells faults of no field as such', async () => {
            org.faults.set({ rate: 100 });
            const error = await rejection(api.createRecord({ apiName: 'Task', fields: {} }));
            expect(error.body.output.fieldErrors).to.deep.equal({});
            expect(error.body.output.errors[0]).to.include({ errorCode: 'UNABLE_TO_LOCK_ROW', field: null });
        });

        for (const [name, ask, status, errorCode] of [
            ['no object', () => api.createRecord({ fields: {} }), 400, undefined],
            ['an unknown object', () => api.createRecord({ apiName: 'Nonsense', fields: {} }), 400, 'INVALID_TYPE'],
            ['no ID', () => api.updateRecord({ fields: { Subject: 'x' } }), 400, undefined],
            ['nothing', () => api.updateRecord(), 400, undefined],
            ['a record that is gone', () => api.updateRecord({ fields: { Id: IDS.nobody } }), 404, 'NOT_FOUND'],
            ['a record to delete that is gone', () => api.deleteRecord(IDS.nobody), 404, 'NOT_FOUND']
        ]) {
            it(`refuses ${name}`, async () => {
                const { body, ...error } = await rejection(ask());
                expect(error).to.include({ ok: false, status });
                expect(body.errorCode).to.equal(errorCode);
                expect(body.message).to.be.a('string');
            });
        }

        it('says what the network did', async () => {
            org.faults.set({ rate: 100, modes: ['lost'] });
            const error = await rejection(api.createRecord({ apiName: 'Task', fields: {} }));
            expect(error).to.deep.include({ status: 500, body: { error: 'Disconnected or Canceled' } });
            expect(await org.store.query('Task')).to.have.length(1);
        });

        it('prepares inputs from what was read', async () => {
            const { id } = await org.store.create('Task', { Subject: 'Call' });
            const record = await api.getRecord({
                recordId: id,
                fields: ['Task.Subject', 'Task.CreatedDate', 'Task.Id']
            });
            const info = await api.getObjectInfo({ objectApiName: 'Task' });
            expect(generateRecordInputForUpdate(record, info)).to.deep.equal({ fields: { Id: id, Subject: 'Call' } });
            expect(generateRecordInputForCreate(record, info)).to.deep.equal({
                apiName: 'Task',
                fields: { Subject: 'Call' }
            });
            expect(generateRecordInputForCreate(record).fields).to.have.keys(['Subject', 'CreatedDate']);
        });
    });

    describe('getObjectInfo', () => {
        it('describes what Task is made of', async () => {
            const info = await api.getObjectInfo({ objectApiName: 'Task' });
            expect(info).to.deep.include({ apiName: 'Task', keyPrefix: '00T', nameFields: ['Subject'], custom: false });
            const { Subject, WhoId, CreatedDate, Status, Queue_Name__c: queue } = info.fields;
            expect(Subject).to.include({ dataType: 'ComboBox', length: 255, nameField: true, updateable: true });
            expect(WhoId).to.include({ dataType: 'Reference', polymorphicForeignKey: true, relationshipName: 'Who' });
            expect(WhoId.referenceToInfos).to.deep.equal([
                { apiName: 'Contact', nameFields: ['FirstName', 'LastName', 'Name'] },
                { apiName: 'Lead', nameFields: ['FirstName', 'LastName', 'Name'] }
            ]);
            expect(CreatedDate).to.include({ createable: false, updateable: false });
            expect(Status.required).to.equal(true);
            expect(queue).to.include({ custom: true, length: 80 });
        });

        it('knows what a record is called, and takes what @salesforce/schema gives', async () => {
            const nameFields = async (objectApiName) => (await api.getObjectInfo({ objectApiName })).nameFields;
            expect(await nameFields('Case')).to.deep.equal(['CaseNumber']);
            expect(await nameFields({ objectApiName: 'Claim__c' })).to.deep.equal(['Name']);
        });

        it('leaves out what the user cannot see, and says what they cannot edit', async () => {
            org.access.set('Task', 'Type', 'none');
            org.access.set('Task', 'Description', 'read');
            const { fields } = await api.getObjectInfo({ objectApiName: 'Task' });
            expect(fields).not.to.have.property('Type');
            expect(fields.Description).to.include({ createable: false, updateable: false });
        });

        it('does not know an object of no org', async () => {
            const error = await rejection(api.getObjectInfo({ objectApiName: 'Nonsense' }));
            expect(error.body).to.deep.equal([
                { errorCode: 'INVALID_TYPE', message: 'Object Nonsense is not supported in UI API' }
            ]);
        });
    });

    describe('on the wire', () => {
        let told;
        let adapters;
        const wire = (Adapter, config) => {
            const adapter = new Adapter((value) => told.push(value));
            adapter.connect();
            if (config) adapter.update(config);
            adapters.push(adapter);
            return adapter;
        };
        const settled = async () => {
            // Every answer comes from the store: once it has answered this, it has answered all before.
            for (let i = 0; i < 5; i++) await org.store.query('Task');
        };
        beforeEach(() => {
            told = [];
            adapters = [];
        });
        afterEach(() => adapters.forEach((adapter) => adapter.disconnect()));

        it('there is nothing before the parameters are there, then data, read-only', async () => {
            const { getRecord } = uiRecordApi(api);
            const adapter = wire(getRecord, { recordId: undefined, fields: ['Contact.Name'] });
            await settled();
            expect(told).to.deep.equal([{ data: undefined, error: undefined }]);
            adapter.update({ recordId: IDS.contact, fields: ['Contact.Name'] });
            await settled();
            expect(getFieldValue(told[1].data, 'Contact.Name')).to.equal('Nadia Lindgren');
            expect(() => (told[1].data.fields.Name.value = 'x')).to.throw(TypeError);
        });

        it('an error comes in place of data', async () => {
            wire(uiRecordApi(api).getRecord, { recordId: IDS.nobody, fields: ['Contact.Name'] });
            await settled();
            expect(told[1].data).to.equal(undefined);
            expect(told[1].error.status).to.equal(404);
        });

        it('only the answer to the last question counts', async () => {
            const adapter = wire(uiRecordApi(api).getRecord);
            adapter.update({ recordId: IDS.contact, fields: ['Contact.Name'] });
            adapter.update({ recordId: IDS.otherContact, fields: ['Contact.Name'] });
            await settled();
            expect(told.slice(1).map(({ data }) => data.id)).to.deep.equal([IDS.otherContact]);
            adapter.update({ recordId: IDS.contact, fields: ['Contact.Name'] });
            adapter.disconnect();
            await settled();
            expect(told).to.have.length(2);
        });

        it('what changes by this module, or is said to have changed, comes again', async () => {
            const { id } = await org.store.create('Task', { Subject: 'Call' });
            const wired = uiRecordApi(api);
            wire(wired.getRecord, { recordId: id.slice(0, 15), fields: ['Task.Subject'] });
            const subjects = () => told.slice(1).map(({ data }) => data && getFieldValue(data, 'Task.Subject'));
            await settled();
            await wired.updateRecord({ fields: { Id: id, Subject: 'Mended' } });
            await settled();
            expect(subjects()).to.deep.equal(['Call', 'Mended']);
            await org.store.update(id, { Subject: 'By Apex' });
            await settled();
            expect(subjects()).to.have.length(2);
            await wired.notifyRecordUpdateAvailable([{ recordId: IDS.contact }, { recordId: id }]);
            await settled();
            expect(subjects()).to.deep.equal(['Call', 'Mended', 'By Apex']);
            await wired.deleteRecord(id);
            await settled();
            expect(told.at(-1).error.status).to.equal(404);
        });

        it('objects are described too', async () => {
            wire(uiObjectInfoApi(api).getObjectInfo, { objectApiName: 'Case' });
            await settled();
            expect(told[1].data.label).to.equal('Case');
        });
    });
});
