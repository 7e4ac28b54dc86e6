/* Setup in the console: it shows what the package's metadata says, keeps records as an org does, and Apex reads them. */
import { expect } from 'chai';
import { path } from '../../scripts/paths.js';
import { readSetupObjects } from '../../www/host/bundle/setupObjects.js';
import { CONFIGURATION, configurationFromQuery } from '../../www/host/data/configuration.js';
import { callable } from '../../www/host/records/apex/methods.js';
import { SCHEMA } from '../../www/host/records/schema.js';
import { openOrg } from './support/org.js';

const TARGET = 'Patchbay_Transfer_Target__mdt';
const claims = { DeveloperName: 'Claims', MasterLabel: 'Claims', Kind__c: 'phone', Value__c: '+13175550123' };
const objects = readSetupObjects(path('www/force-app/main/default'));
const read = async (org) => JSON.parse(await callable('PatchbayConfiguration.read', org)({}));

describe('the configuration of the console', () => {
    it('is edited with the fields, help texts and picklists of the metadata', () => {
        expect(objects.map(({ name }) => name)).to.have.members(Object.keys(CONFIGURATION));
        const { fields } = objects.find(({ name }) => name === TARGET);
        expect(fields.map(({ name }) => name).sort()).to.deep.equal(
            ['Custom_Permission__c', 'Group__c', 'Kind__c', 'Sort__c', 'Value__c'].sort()
        );
        const kind = fields.find(({ name }) => name === 'Kind__c');
        expect(kind).to.deep.include({ type: 'picklist', required: true });
        expect(kind.values.map(({ name }) => name)).to.deep.equal(['userId', 'queueId', 'phone', 'flow', 'address']);
        for (const { help, type } of objects.flatMap((object) => object.fields)) {
            expect(help).to.match(/\.$/);
            expect(type).to.be.oneOf(['text', 'number', 'picklist']);
        }
    });

    it('has records from the beginning that say what is there', () => {
        for (const object of objects.filter(({ isSetting }) => !isSetting)) {
            const names = [...object.fields.map(({ name }) => name), 'DeveloperName', 'MasterLabel'];
            for (const record of CONFIGURATION[object.name]) {
                expect(names).to.include.members(Object.keys(record));
            }
        }
        for (const { Field__c } of CONFIGURATION.Patchbay_Field_Mapping__mdt) {
            expect(SCHEMA.Task.fields).to.have.property(Field__c);
        }
    });

    it('is read by Apex, with the targets that the agent has the permission for', async () => {
        const org = await openOrg();
        org.configuration.save(TARGET, claims);
        org.configuration.save(TARGET, { ...claims, DeveloperName: 'Secret', Custom_Permission__c: 'Nobody_Has_It' });
        org.configuration.save(TARGET, { ...claims, DeveloperName: 'Own', Custom_Permission__c: 'Patchbay_Inspector' });
        const { settings, statuses, transferTargets, fieldMappings, taskRules, recordTypes } = await read(org);
        expect(settings.Log_Keeper__c).to.equal('patchbay');
        const names = transferTargets.map(({ DeveloperName }) => DeveloperName);
        expect(names).to.include.members(['Claims', 'Own']);
        expect(names).to.not.include('Secret');
        expect([statuses.length, fieldMappings.length, taskRules, recordTypes]).to.deep.equal([8, 9, [], {}]);
    });

    it('stands after a reload, and is as it was after a reset', async () => {
        const org = await openOrg();
        org.configuration.save(TARGET, claims);
        org.configuration.saveSettings({ Log_Keeper__c: 'none', Region__c: '' });
        const again = await openOrg({ memory: JSON.parse(JSON.stringify(org)) });
        expect(again.configuration.settings).to.deep.equal({ Log_Keeper__c: 'none' });
        expect(again.configuration.records(TARGET)).to.deep.include(claims);
        await again.reset();
        expect(JSON.parse(JSON.stringify(again.configuration))).to.deep.equal(CONFIGURATION);
    });

    it('changes and deletes records by their names, and refuses what Setup refuses', async () => {
        const { configuration } = await openOrg();
        configuration.save(TARGET, claims);
        configuration.save(TARGET, { ...claims, DeveloperName: 'Claims_Desk' }, 'Claims');
        const names = () => configuration.records(TARGET).map(({ DeveloperName }) => DeveloperName);
        expect(names()).to.include('Claims_Desk').and.not.include('Claims');
        for (const [wrong, message] of [
            [{ DeveloperName: 'claims_desk' }, /in use/],
            [{ DeveloperName: '1st' }, /not valid/],
            [{ DeveloperName: 'a__b' }, /not valid/],
            [{ DeveloperName: 'x'.repeat(41) }, /not valid/],
            [{ MasterLabel: '' }, /enter a value/]
        ]) {
            expect(() => configuration.save(TARGET, { ...claims, ...wrong })).to.throw(message);
        }
        configuration.delete(TARGET, 'Claims_Desk');
        expect(names()).to.not.include('Claims_Desk');
    });

    it('is what the address of the page wants', () => {
        const from = (query) => configurationFromQuery(CONFIGURATION, query);
        const { Patchbay_Settings__c: settings } = from('?logKeeper=package&apiVersion=55.0&transcripts=cut');
        expect(settings).to.include({
            Log_Keeper__c: 'package',
            Engagement_API_Version__c: '55.0',
            Transcripts__c: 'cut'
        });
        const inRecord = from('?transcripts=record');
        expect(inRecord.Patchbay_Settings__c.Transcript_Object__c).to.equal('Chat_Transcript__c');
        const transcript = inRecord.Patchbay_Field_Mapping__mdt.find(
            ({ DeveloperName }) => DeveloperName === 'Transcript'
        );
        expect(transcript.Field__c).to.equal('Transcript_Record__c');
        expect(from('')).to.deep.equal(CONFIGURATION);
    });
});
