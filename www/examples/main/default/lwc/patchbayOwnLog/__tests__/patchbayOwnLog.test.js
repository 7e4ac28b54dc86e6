import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { subscribe } from 'lightning/messageService';
import PatchbayOwnLog from 'c/patchbayOwnLog';
import { call, mount, pass, rendered, settled, stopTime } from 'patchbay-harness';

const NOTE = 'a0X5g00000BvR2mEAF';
const hear = (message) => subscribe.mock.lastCall[2](message);
const shown = (element) => [...element.shadowRoot.querySelectorAll('[data-log]')].map((row) => row.textContent);

async function opened() {
    stopTime();
    const element = mount('c-patchbay-own-log', PatchbayOwnLog);
    await settled();
    hear(call('1', 'CONNECTED'));
    await pass(2);
    return element;
}

describe('c-patchbay-own-log', () => {
    it('makes one record of its own object, and updates it', async () => {
        createRecord.mockResolvedValue({ id: NOTE });
        updateRecord.mockResolvedValue({ id: NOTE });
        const element = await opened();
        const [{ apiName, fields }] = createRecord.mock.lastCall;
        expect(apiName).toBe('Call_Note__c');
        expect(fields).toMatchObject({ Interaction_Id__c: '1', Subject__c: expect.stringMatching(/^Call /) });
        expect(fields.Log_Key__c).toMatch(/ 1 \S+$/);
        hear(call('1', 'DISCONNECTED', { disposition: 'Solved' }));
        await pass(2);
        expect(createRecord).toHaveBeenCalledTimes(1);
        expect(updateRecord.mock.lastCall[0].fields).toMatchObject({ Id: NOTE, Wrap_Up__c: 'Solved' });
        expect(shown(element)).toEqual([expect.stringMatching(/: saved$/)]);
        await rendered();
    });

    it('takes the record that is there already when an answer was lost', async () => {
        const found = `duplicate value found: Log_Key__c duplicates value on record with id: ${NOTE}`;
        createRecord.mockRejectedValue({ body: { errorCode: 'DUPLICATE_VALUE', message: found } });
        updateRecord.mockResolvedValue({ id: NOTE });
        await opened();
        await pass(5);
        expect(updateRecord.mock.lastCall[0].fields.Id).toBe(NOTE);
    });

    it('says why a log is not stored, and goes on trying', async () => {
        createRecord.mockRejectedValue({ body: { message: 'You may not create call notes.' } });
        const element = await opened();
        expect(shown(element)[0]).toContain('You may not create call notes.');
        await pass(5);
        expect(createRecord.mock.calls.length).toBeGreaterThan(1);
    });
});
