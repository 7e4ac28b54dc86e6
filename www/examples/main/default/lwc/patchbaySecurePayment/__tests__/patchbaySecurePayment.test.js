import PatchbaySecurePayment from 'c/patchbaySecurePayment';
import { alertText, call, press, published, ready, receive } from 'patchbay-harness';

const BUTTON = '[data-action="secureSession"]';
const FLOW = '2e9b6d50-8c17-4f3a-95ad-0b4c7e8f1a64';
const RECORD = '0065g00000KdR1nAAF';

async function calling(state, properties) {
    const element = await ready('c-patchbay-secure-payment', PatchbaySecurePayment, {
        flowId: FLOW,
        recordId: RECORD,
        ...properties
    });
    await receive(call('1', state));
    return element;
}

describe('c-patchbay-secure-payment', () => {
    it('starts the flow, which is told the record', async () => {
        const element = await calling('CONNECTED');
        await press(element, BUTTON);
        const { action, secureSessionContext } = JSON.parse(published()[0]).data;
        expect(action).toBe('secureSession');
        expect(JSON.stringify(secureSessionContext)).toContain(RECORD);
        await expect(element).toBeAccessible();
    });

    it('says what is missing', async () => {
        const element = await calling('CONNECTED', { flowId: undefined });
        await press(element, BUTTON);
        expect(alertText(element)).toMatch('flowId');
        expect(published()).toEqual([]);
    });

    it('is switched off until the call is connected', async () => {
        const element = await calling('ALERTING');
        expect(element.shadowRoot.querySelector(BUTTON).disabled).toBe(true);
    });
});
