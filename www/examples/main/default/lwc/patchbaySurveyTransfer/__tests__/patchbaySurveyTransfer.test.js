import PatchbaySurveyTransfer from 'c/patchbaySurveyTransfer';
import { call, confirmation, press, published, ready, receive } from 'patchbay-harness';

const BUTTON = '[data-action="blindTransfer"]';

describe('c-patchbay-survey-transfer', () => {
    it('transfers to the flow it is given', async () => {
        const element = await ready('c-patchbay-survey-transfer', PatchbaySurveyTransfer, {
            flow: 'Umfrage für Kunden'
        });
        await receive(call('1', 'CONNECTED'));
        await press(element, BUTTON);
        expect(JSON.parse(published()[0]).data.participantContext.transferTarget).toBe(
            'sip:Umfrage%20f%C3%BCr%20Kunden'
        );
        expect(confirmation(element)).toMatch('Survey sent at ');
        await expect(element).toBeAccessible();
    });

    it('offers nothing for a call that is not answered', async () => {
        const element = await ready('c-patchbay-survey-transfer', PatchbaySurveyTransfer);
        await receive(call('1', 'ALERTING'));
        expect(element.shadowRoot.querySelector(BUTTON).disabled).toBe(true);
        await expect(element).toBeAccessible();
    });
});
