import { createElement } from 'lwc';
import { setup } from '@sa11y/jest';
import PatchbayRefusedActions from 'c/patchbayRefusedActions';

const HOLD = { action: 'hold', label: 'Hold', disabled: true, reason: 'Nobody is on the line.' };
const MUTE = { action: 'mute', label: 'Mute', disabled: false, reason: '' };

function show(...buttons) {
    const element = createElement('c-patchbay-refused-actions', { is: PatchbayRefusedActions });
    element.buttons = buttons;
    document.body.append(element);
    return element.shadowRoot;
}

const texts = (root) => [...root.querySelectorAll('[data-refused]')].map(({ textContent }) => textContent);

describe('c-patchbay-refused-actions', () => {
    beforeAll(setup);

    afterEach(() => document.body.replaceChildren());

    it('is silent while every button can be used', () => {
        const root = show(MUTE, { ...MUTE, action: 'hold' });
        expect([texts(root), root.querySelector('button')]).toEqual([[], null]);
    });

    it('gives the reason of a button that stands alone straight away', async () => {
        const root = show(HOLD);
        expect([texts(root), root.querySelector('button')]).toEqual([['Nobody is on the line.'], null]);
        await expect(root.host).toBeAccessible();
    });

    it('shows the reasons of several when it is asked, and hides them again', async () => {
        const root = show(HOLD, MUTE, { ...HOLD, action: 'pickup', label: 'Pick up' });
        const button = root.querySelector('button');
        const list = root.querySelector('ul');
        expect([button.getAttribute('aria-expanded'), list.className]).toEqual(['false', 'slds-hide']);
        button.click();
        await Promise.resolve();
        expect(button.getAttribute('aria-expanded')).toBe('true');
        expect(list.className).not.toContain('slds-hide');
        expect(texts(root)).toEqual(['Hold – Nobody is on the line.', 'Pick up – Nobody is on the line.']);
        await expect(root.host).toBeAccessible();
        button.click();
        await Promise.resolve();
        expect([button.getAttribute('aria-expanded'), list.className]).toEqual(['false', 'slds-hide']);
    });
});
