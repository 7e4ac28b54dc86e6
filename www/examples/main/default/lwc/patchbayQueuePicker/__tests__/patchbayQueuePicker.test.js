import PatchbayQueuePicker from 'c/patchbayQueuePicker';
import { call, enter, press, published, ready, receive } from 'patchbay-harness';

const BILLING = 'b92d7c05-1e8f-4a3b-8c74-e6f0a9d1b502';
const QUEUES = `Claims Voice=a1f4e2d8-7b3c-4c59-9e60-d2a8b5c7f301; Billing=${BILLING}; Nowhere`;

describe('c-patchbay-queue-picker', () => {
    it.each(['blindTransfer', 'consultTransfer'])('sends %s to the chosen queue', async (action) => {
        const element = await ready('c-patchbay-queue-picker', PatchbayQueuePicker, { queues: QUEUES });
        await receive(call('1', 'CONNECTED'));
        await enter(element, 'lightning-combobox', BILLING);
        await press(element, `[data-action="${action}"]`);
        expect(JSON.parse(published()[0]).data).toEqual({
            action,
            id: '1',
            participantContext: { transferTarget: BILLING, transferTargetType: 'queueId' }
        });
        await expect(element).toBeAccessible();
    });

    it('offers the queues that have an ID, by their names', async () => {
        const element = await ready('c-patchbay-queue-picker', PatchbayQueuePicker, { queues: QUEUES });
        await receive(call('1', 'CONNECTED'));
        const { options, value } = element.shadowRoot.querySelector('lightning-combobox');
        expect(options.map(({ label }) => label)).toEqual(['Claims Voice', 'Billing']);
        expect(value).toBe(options[0].value);
    });

    it('offers nothing while a call rings', async () => {
        const element = await ready('c-patchbay-queue-picker', PatchbayQueuePicker, { queues: QUEUES });
        await receive(call('1', 'ALERTING'));
        const buttons = [...element.shadowRoot.querySelectorAll('[data-action]')];
        expect(buttons.map(({ disabled }) => disabled)).toEqual([true, true]);
    });
});
