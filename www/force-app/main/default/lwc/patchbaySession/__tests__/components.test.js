/** The real Patchbay, in an environment without WebAssembly. */
import PatchbayCallControls from 'c/patchbayCallControls';
import PatchbayInteractionList from 'c/patchbayInteractionList';
import PatchbayInteractionLog from 'c/patchbayInteractionLog';
import PatchbayMessageInspector from 'c/patchbayMessageInspector';
import PatchbaySecureSession from 'c/patchbaySecureSession';
import PatchbayStatusControl from 'c/patchbayStatusControl';
import PatchbayStory from 'c/patchbayStory';
import PatchbayTransferPanel from 'c/patchbayTransferPanel';
import { alertText, panel, ready } from './harness';

const { WebAssembly } = globalThis;

beforeAll(() => {
    globalThis.WebAssembly = undefined;
});

afterAll(() => {
    globalThis.WebAssembly = WebAssembly;
});

describe('a component of Patchbay', () => {
    it.each([
        ['c-patchbay-call-controls', PatchbayCallControls],
        ['c-patchbay-interaction-list', PatchbayInteractionList],
        ['c-patchbay-interaction-log', PatchbayInteractionLog],
        ['c-patchbay-story', PatchbayStory],
        ['c-patchbay-transfer-panel', PatchbayTransferPanel],
        ['c-patchbay-secure-session', PatchbaySecureSession],
        ['c-patchbay-status-control', PatchbayStatusControl],
        ['c-patchbay-message-inspector', PatchbayMessageInspector]
    ])('%s says why Patchbay could not start, and offers nothing', async (name, constructor) => {
        const element = await ready(name, constructor, { interactionId: '1', statuses: [{ id: '1', label: 'Busy' }] });
        expect(alertText(element)).toMatch(/^Patchbay could not startThis browser \w+/);
        const trouble = panel(element).querySelector('c-patchbay-load-trouble').shadowRoot;
        expect(trouble.querySelector('[data-load-error="unsupported"]')).not.toBeNull();
        expect(panel(element).querySelector('lightning-spinner')).toBeNull();
        expect(element.shadowRoot.querySelector('lightning-button')).toBeNull();
        await expect(element).toBeAccessible();
    });
});
