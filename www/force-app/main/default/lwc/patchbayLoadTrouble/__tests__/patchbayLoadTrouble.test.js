import { createElement } from 'lwc';
import { setup } from '@sa11y/jest';
import PatchbayLoadTrouble from 'c/patchbayLoadTrouble';
import { retry } from 'c/patchbaySession';

jest.mock('c/patchbaySession', () => ({ retry: jest.fn() }));

function show(reason, properties) {
    const element = createElement('c-patchbay-load-trouble', { is: PatchbayLoadTrouble });
    Object.assign(element, { error: { reason, message: 'Add a directive.' }, ...properties });
    document.body.append(element);
    return element;
}

const alert = (element) => element.shadowRoot.querySelector('[role="alert"]');

describe('c-patchbay-load-trouble', () => {
    beforeAll(setup);

    afterEach(() => document.body.replaceChildren());

    it.each([
        ['csp', /has to change a setting/],
        ['sandbox', /security mode .* has to change a setting/],
        ['corrupt', /Reload the page; .* installed again/],
        ['unsupported', /Update it, or use a current/],
        [undefined, /Reload the page and try again/]
    ])('says what to do when the reason is %s, and what an administrator has to know', async (reason, advice) => {
        const element = show(reason);
        expect(alert(element).textContent).toMatch(/^Patchbay could not start/);
        expect(alert(element).textContent).toMatch(advice);
        expect(element.shadowRoot.querySelector('[data-detail]').textContent).toBe('Add a directive.');
        expect(element.shadowRoot.querySelector('[data-tried]')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('asks for another try, and says when that was in vain', async () => {
        const element = show('csp');
        const asked = jest.fn();
        element.addEventListener('retry', asked);
        element.shadowRoot.querySelector('[data-do="retry"]').click();
        expect([asked.mock.calls.length, retry.mock.calls.length]).toEqual([1, 1]);
        jest.useFakeTimers({ now: new Date(2026, 0, 2, 15, 4, 5) });
        element.error = { reason: 'csp', message: 'Add a directive.' };
        await Promise.resolve();
        jest.useRealTimers();
        expect(element.shadowRoot.querySelector('[data-tried]').textContent).toMatch(/^Tried again at 3:04:05\sPM/);
    });
});
