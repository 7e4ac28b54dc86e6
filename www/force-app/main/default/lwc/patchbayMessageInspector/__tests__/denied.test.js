import { subscribe } from 'lightning/messageService';
import { open } from './inspector';

jest.mock('@salesforce/customPermission/Patchbay_Inspector', () => ({ __esModule: true, default: undefined }), {
    virtual: true
});

describe('c-patchbay-message-inspector without its custom permission', () => {
    it('hears and shows nothing, and says what is missing', async () => {
        const element = await open();
        expect(subscribe).not.toHaveBeenCalled();
        expect(element.shadowRoot.querySelector('[data-denied]').textContent).toMatch('permission set Patchbay Admin');
        expect(element.shadowRoot.querySelector('c-patchbay-panel')).toBeNull();
        await expect(element).toBeAccessible();
        element.remove();
    });
});
