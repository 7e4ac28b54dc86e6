/** The real Patchbay, in an environment without WebAssembly at first. */
import PatchbayConsole from 'c/patchbayConsole';
import { ready, settled } from '../../patchbaySession/__tests__/harness';
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
        expect([trouble.error.reason, trouble.triedAt]).toEqual(['unsupported', null]);
        expect(find(element, '[data-layout]')).toBeNull();
        await expect(element).toBeAccessible();
        trouble.dispatchEvent(new CustomEvent('retry'));
        await settled();
        expect(find(element, 'c-patchbay-load-trouble').triedAt).toBeInstanceOf(Date);
        globalThis.WebAssembly = WebAssembly;
        find(element, 'c-patchbay-load-trouble').dispatchEvent(new CustomEvent('retry'));
        await settled();
        expect(find(element, 'c-patchbay-load-trouble')).toBeNull();
        expect(find(element, 'c-patchbay-interaction-list')).not.toBeNull();
    });
});
