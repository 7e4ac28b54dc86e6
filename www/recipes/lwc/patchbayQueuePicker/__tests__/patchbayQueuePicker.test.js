import PatchbayQueuePicker from 'c/patchbayQueuePicker';
import { call, enter, press, published, ready, receive } from 'patchbay-harness';

const BILLING = 'b92d7c05-1e8f-4a3b-8c74-e6f0a9d1b502';

describe('c-patchbay-queue-picker', () => {
    it.each(['blindTransfer', 'consultTransfer'])('sends %s to the chosen queue', async (action) => {
        const element = await ready('c-patchbay-queue-picker', PatchbayQueuePicker);
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

    it('offers nothing while a call rings', async () => {
        const element = await ready('c-patchbay-queue-picker', PatchbayQueuePicker);
        await receive(call('1', 'ALERTING'));
        const buttons = [...element.shadowRoot.querySelectorAll('[data-action]')];
        expect(buttons.map(({ disabled }) => disabled)).toEqual([true, true]);
    });
});
