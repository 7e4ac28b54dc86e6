import { expect } from 'chai';
import { load } from '#patchbay';
import { brief } from './helpers.js';

const RECORDS = {
    settings: { Log_Keeper__c: 'patchbay', Region__c: 'Frankfurt' },
    fieldMappings: [
        { DeveloperName: 'Queue', MasterLabel: 'Queue', Attribute__c: 'Call.QueueName', Field__c: 'Queue__c' },
        { DeveloperName: 'Wrong', MasterLabel: 'Wrong', Attribute__c: 'Call.QueueNam', Field__c: 'Other__c' }
    ],
    statuses: [{ DeveloperName: 'Meal', MasterLabel: 'Meal', Genesys_Status__c: 'Meal' }],
    transferTargets: [{ DeveloperName: 'Desk', MasterLabel: 'Desk', Kind__c: 'phone', Value__c: 'desk' }]
};

describe('the configuration', () => {
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    it('gives the options of a session, whose problems name the records', async () => {
        const { options, statuses, transferTargets, problems } = patchbay.configuration(JSON.stringify(RECORDS));
        expect(statuses).to.deep.equal([{ id: 'Meal', label: 'Meal', status: null, subStatus: null }]);
        expect(transferTargets).to.deep.equal([]);
        expect(problems.map(({ path }) => path)).to.deep.equal(['/Patchbay_Transfer_Target__mdt/Desk/Value__c']);
        const session = patchbay.session({ ...options, save: () => '', storage: null });
        expect(session.logKeeper).to.equal('patchbay');
        const named = ['/Patchbay_Field_Mapping__mdt/Wrong/Attribute__c', '/Patchbay_Settings__c/Region__c'];
        expect(session.problems.map(({ path }) => path).sort()).to.deep.equal(named);
        const { problems: found } = session.setObjectInfo({ taskStatuses: [{ name: 'Done', isClosed: true }] });
        expect(found.map(({ path }) => path).sort()).to.deep.equal(named);
        await session.close();
    });

    it('is the same whether records come as JSON or as an object, and may be checked at once', () => {
        const infos = { taskStatuses: [{ name: 'Done', isClosed: true }] };
        const checked = patchbay.configuration(RECORDS, null, infos);
        expect(checked).to.deep.equal(patchbay.configuration(JSON.stringify(RECORDS), undefined, infos));
        expect(checked.problems).to.have.length(3);
        expect(checked.problems.map(({ message }) => message.split(': ')[0]).sort()).to.deep.equal([
            'Patchbay_Field_Mapping.Wrong, Attribute__c',
            'Patchbay_Settings__c, Region__c',
            'Patchbay_Transfer_Target.Desk, Value__c'
        ]);
    });

    it('has what code says before what the records say', () => {
        const code = { logKeeper: 'none', statuses: [{ id: 'Away', label: 'Away' }], region: undefined };
        const { options, statuses } = patchbay.configuration(RECORDS, code);
        expect([options.logKeeper, options.region, statuses[0].id]).to.deep.equal(['none', 'Frankfurt', 'Away']);
    });

    it('is frozen, to its depths', () => {
        const { options, statuses } = patchbay.configuration(RECORDS);
        for (const part of [options, options.fields, options.fields[0], statuses, statuses[0]]) {
            expect(Object.isFrozen(part)).to.equal(true);
        }
    });

    it('never throws, whatever it is given', () => {
        const cyclic = {};
        cyclic.settings = cyclic;
        for (const given of [undefined, null, 'no JSON', () => {}, Symbol('a'), 7n, cyclic]) {
            const { options, problems } = patchbay.configuration(given, given, given);
            expect(options.logKeeper).to.equal('package');
            expect(brief(problems)).to.deep.equal([]);
        }
        for (const given of [7, [], '"text"']) {
            expect(brief(patchbay.configuration(given).problems)).to.deep.equal([['error', '', 'type']]);
        }
    });
});
