/** The real Patchbay, in an environment without WebAssembly at first. */
import PatchbayConsole from 'c/patchbayConsole';
import { press, ready, settled } from '../../patchbaySession/__tests__/harness';
import { Sizes } from './sizes';

const { WebAssembly } = globalThis;

const find = (element, selector) => element.shadowRoot.querySelector(selector);

afterEach(() => {
    globalThis.WebAssembly = WebAssembly;
});

describe('c-patchbay-console without Patchbay', () => {
    it('says why Patchbay could not start, tries again when it is told to, and then works', async () => {
        globalThis.ResizeObserver = Sizes;
        globalThis.WebAssembly = undefined;
        const element = await ready('c-patchbay-console', PatchbayConsole);
        const trouble = find(element, 'c-patchbay-load-trouble');
        const isTried = () => find(trouble, '[data-tried]') !== null;
        expect([trouble.error.reason, isTried()]).toEqual(['unsupported', false]);
        expect(find(element, '[data-layout]')).toBeNull();
        await expect(element).toBeAccessible();
        await press(trouble, '[data-do="retry"]');
        await settled();
        expect(isTried()).toBe(true);
        globalThis.WebAssembly = WebAssembly;
        await press(trouble, '[data-do="retry"]');
        await settled();
        expect(find(element, 'c-patchbay-load-trouble')).toBeNull();
        expect(find(element, 'c-patchbay-interaction-list')).not.toBeNull();
    });
});
