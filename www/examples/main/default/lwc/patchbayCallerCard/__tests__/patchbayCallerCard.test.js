import { createElement } from 'lwc';
import { subscribe } from 'lightning/messageService';
import { load } from 'c/patchbay';
import PatchbayCallerCard from 'c/patchbayCallerCard';

/** What the client publishes about a call. */
const call = (state) => ({
    type: 'Interaction',
    category: 'change',
    data: { new: { id: '1', state, direction: 'Inbound', name: 'Ada Client', queueName: 'Billing' } }
});

// eslint-disable-next-line @lwc/lwc/no-async-operation -- one turn of the event loop, after which all is shown
const rendered = () => new Promise((resolve) => setTimeout(resolve));

/** Patchbay is real here, WebAssembly included: only Salesforce is a stub. It is loaded once for all tests. */
async function mount() {
    const element = createElement('c-patchbay-caller-card', { is: PatchbayCallerCard });
    document.body.append(element);
    await load();
    await rendered();
    return element;
}

const publish = (message) => subscribe.mock.lastCall[2](message);
const who = (element) => element.shadowRoot.querySelector('[data-who]')?.textContent;

afterEach(() => {
    document.body.replaceChildren();
    sessionStorage.clear();
    localStorage.clear();
});

describe('c-patchbay-caller-card', () => {
    it('shows who calls', async () => {
        const element = await mount();
        publish(call('ALERTING'));
        await rendered();
        expect(who(element)).toBe('Ada Client, from Billing');
    });

    it('shows nothing before somebody calls', async () => {
        const element = await mount();
        expect(who(element)).toBeUndefined();
        expect(element.shadowRoot.querySelector('c-patchbay-panel').empty).not.toBeNull();
    });
});
