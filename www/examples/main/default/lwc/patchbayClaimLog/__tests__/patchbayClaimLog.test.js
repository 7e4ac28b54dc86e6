import save from '@salesforce/apex/PatchbayInteractionLog.save';
import { setObjectInfo } from 'c/patchbaySession';
import PatchbayClaimLog from 'c/patchbayClaimLog';
import { call, enter, fieldInfo, pass, ready, receive, requests, stopTime, TASK, watch } from 'patchbay-harness';

jest.mock('@salesforce/apex/PatchbayInteractionLog.save', () => ({ default: jest.fn() }), { virtual: true });

const CASE_NUMBER = '[data-field="Case_Number__c"]';

beforeEach(() => save.mockResolvedValue({ id: TASK, dropped: [] }));

describe('c-patchbay-claim-log', () => {
    it('saves what the agent types, once', async () => {
        stopTime();
        const element = await ready('c-patchbay-claim-log', PatchbayClaimLog);
        await receive(call('1', 'CONNECTED'));
        await enter(element, CASE_NUMBER, '0000102');
        await enter(element, CASE_NUMBER, '00001026');
        await pass(2);
        expect(requests(save).map(({ callLog }) => callLog.Case_Number__c)).toEqual(['00001026']);
        expect(element.shadowRoot.querySelector('[data-save]').textContent).toBe('Log: saved');
    });

    it('says so while there is no log', async () => {
        const element = await ready('c-patchbay-claim-log', PatchbayClaimLog);
        expect(element.shadowRoot.querySelector('c-patchbay-panel').empty).toBe('No interaction has a log yet.');
        await expect(element).toBeAccessible();
    });

    it('shows at the field what cannot be taken', async () => {
        const element = await ready('c-patchbay-claim-log', PatchbayClaimLog);
        await receive(call('1', 'CONNECTED'));
        const fields = { Case_Number__c: fieldInfo({ updateable: false, createable: false }) };
        setObjectInfo({ apiName: 'Task', fields });
        const told = watch(element, CASE_NUMBER);
        await enter(element, CASE_NUMBER, '00001026');
        expect(told()).toMatch(/\w.*\.$/);
    });
});
