/** The real Patchbay, in an environment without WebAssembly. */
import CallControls from 'c/callControls';
import InteractionList from 'c/interactionList';
import InteractionLog from 'c/interactionLog';
import MessageInspector from 'c/messageInspector';
import SecureSession from 'c/secureSession';
import StatusControl from 'c/statusControl';
import TransferPanel from 'c/transferPanel';
import { alertText, panel, ready } from './harness';

const { WebAssembly } = globalThis;

beforeAll(() => {
    globalThis.WebAssembly = undefined;
});

afterAll(() => {
    globalThis.WebAssembly = WebAssembly;
});

describe('c-patchbay-element', () => {
    it.each([
        ['c-call-controls', CallControls],
        ['c-interaction-list', InteractionList],
        ['c-interaction-log', InteractionLog],
        ['c-transfer-panel', TransferPanel],
        ['c-secure-session', SecureSession],
        ['c-status-control', StatusControl],
        ['c-message-inspector', MessageInspector]
    ])('%s says why Patchbay could not start, and offers nothing', async (name, constructor) => {
        const element = await ready(name, constructor, { interactionId: '1', statuses: [{ id: '1', label: 'Busy' }] });
        expect(alertText(element)).toMatch(/^Patchbay could not start \(unsupported\)\w+/);
        expect(panel(element).querySelector('[data-load-error="unsupported"]')).not.toBeNull();
        expect(panel(element).querySelector('lightning-spinner')).toBeNull();
        expect(element.shadowRoot.querySelector('lightning-button')).toBeNull();
        await expect(element).toBeAccessible();
    });
});
