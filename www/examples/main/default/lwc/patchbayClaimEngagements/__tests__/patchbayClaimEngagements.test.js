import { createRecord } from 'lightning/uiRecordApi';
import { visit } from 'c/patchbaySession';
import PatchbayClaimEngagements from 'c/patchbayClaimEngagements';
import { alertText, call, pass, press, ready, receive, stopTime } from 'patchbay-harness';

jest.mock('c/patchbaySetup', () => ({ __esModule: true, default: { engagement: { apiVersion: '62.0' } } }));

const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
    const Navigate = Symbol('Navigate');
    const NavigationMixin = (Base) =>
        class extends Base {
            [Navigate](reference) {
                mockNavigate(reference.attributes);
            }
        };
    return { NavigationMixin: Object.assign(NavigationMixin, { Navigate }) };
});

const CLAIM = 'a0K5g00000BvR2mEAF';
const ENGAGEMENT = '0rC5g00000XyZ12EAF';
const rows = (element) => [...element.shadowRoot.querySelectorAll('[data-id] p')].map(({ textContent }) => textContent);

async function onTheClaim() {
    stopTime();
    createRecord.mockResolvedValue({ id: ENGAGEMENT });
    const element = await ready('c-patchbay-claim-engagements', PatchbayClaimEngagements, { recordId: CLAIM });
    await receive(call('1', 'CONNECTED', { startTime: '2026-05-04T08:00:00.000Z' }));
    return element;
}

describe('c-patchbay-claim-engagements', () => {
    it('shows the record of a call that is about the claim, and opens it', async () => {
        const element = await onTheClaim();
        expect(rows(element)).toEqual([]);
        visit({ id: CLAIM, objectApiName: 'Claim__c', name: 'CL-0001' });
        await press(element, '[data-relate]');
        await pass(2);
        expect(rows(element)).toEqual([expect.stringMatching(/^Call .+: InProgress, saved$/)]);
        await press(element, '[data-id] lightning-button');
        expect(mockNavigate.mock.calls).toEqual([[expect.objectContaining({ recordId: ENGAGEMENT })]]);
    });

    it('says why a call cannot be about the claim', async () => {
        const element = await onTheClaim();
        await press(element, '[data-relate]');
        expect(alertText(element)).toMatch(/\w.*\.$/);
    });
});
