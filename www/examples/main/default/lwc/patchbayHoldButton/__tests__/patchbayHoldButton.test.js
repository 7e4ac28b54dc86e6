import { publish } from 'lightning/messageService';
import PatchbayHoldButton from 'c/patchbayHoldButton';
import { call, press, published, ready, receive } from 'patchbay-harness';

const button = (element) => element.shadowRoot.querySelector('lightning-button');
const refusal = (element) => element.shadowRoot.querySelector('[role="status"]').textContent;

describe('c-patchbay-hold-button', () => {
    it('waits for a call that can be held, and holds it', async () => {
        const element = await ready('c-patchbay-hold-button', PatchbayHoldButton);
        expect(button(element).disabled).toBe(true);
        await receive(call('1', 'ALERTING'));
        expect(button(element).disabled).toBe(true);
        await receive(call('1', 'CONNECTED'));
        expect(button(element).disabled).toBe(false);
        await press(element, 'lightning-button');
        expect(published().map((json) => JSON.parse(json).data)).toEqual([{ action: 'hold', id: '1' }]);
        expect(refusal(element)).toBe('');
        await expect(element).toBeAccessible();
    });

    it('says why nothing was sent', async () => {
        const element = await ready('c-patchbay-hold-button', PatchbayHoldButton);
        await receive(call('1', 'CONNECTED'));
        publish.mockImplementationOnce(() => {
            throw new Error('The channel is gone.');
        });
        await press(element, 'lightning-button');
        expect(refusal(element)).toBe('That could not be sent. Tell your administrator: The channel is gone.');
    });
});
