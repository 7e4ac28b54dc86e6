import { getRecord } from 'lightning/uiRecordApi';
import PatchbayCaseTransfer from 'c/patchbayCaseTransfer';
import { alertText, call, press, published, ready, receive, rendered } from 'patchbay-harness';

const BUTTON = '[data-action="blindTransfer"]';
const CASE = { fields: { CaseNumber: { value: '00001026' } } };

async function onTheCase(properties) {
    const element = await ready('c-patchbay-case-transfer', PatchbayCaseTransfer, {
        recordId: '5005g00000RvW2qAAF',
        ...properties
    });
    await receive(call('1', 'CONNECTED'));
    return element;
}

describe('c-patchbay-case-transfer', () => {
    it('sends the case number, then the call', async () => {
        const element = await onTheCase();
        getRecord.emit(CASE);
        await rendered();
        await press(element, BUTTON);
        expect(published().map((json) => JSON.parse(json).data)).toEqual([
            { attributes: { caseNumber: '00001026' }, id: '1' },
            {
                action: 'blindTransfer',
                id: '1',
                participantContext: { transferTarget: 'sip:Auditor%20Secure%20Flow', transferTargetType: 'address' }
            }
        ]);
        await expect(element).toBeAccessible();
    });

    it('waits for the case, and for a call that can be transferred', async () => {
        const element = await onTheCase();
        const button = element.shadowRoot.querySelector(BUTTON);
        expect(button.disabled).toBe(true);
        expect(element.shadowRoot.querySelector('p').textContent).toMatch(/^Open a case/);
        getRecord.emit(CASE);
        await rendered();
        expect(button.disabled).toBe(false);
        expect(element.shadowRoot.querySelector('p').textContent).toMatch(/with case 00001026\.$/);
        await receive(call('1', 'DISCONNECTED'));
        expect(button.disabled).toBe(true);
    });

    it('keeps the call where Patchbay refuses the attributes', async () => {
        const element = await onTheCase();
        getRecord.emit({ fields: { CaseNumber: { value: '\ud800' } } });
        await rendered();
        await press(element, BUTTON);
        expect(alertText(element)).not.toBeNull();
        expect(published()).toEqual([]);
    });
});
