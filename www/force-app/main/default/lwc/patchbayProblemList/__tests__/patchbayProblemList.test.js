import { createElement } from 'lwc';
import PatchbayProblemList from 'c/patchbayProblemList';
import { rendered } from '../../patchbaySession/__tests__/harness';

function show(count) {
    const problems = Array.from({ length: count }, (_, at) => ({
        message: `Field_${at}__c was not stored: it is hidden.`
    }));
    const element = Object.assign(createElement('c-patchbay-problem-list', { is: PatchbayProblemList }), {
        heading: 'Not stored',
        problems
    });
    document.body.append(element);
    return element;
}

const parts = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];

describe('c-patchbay-problem-list', () => {
    it.each([1, 5])('shows %i', async (count) => {
        const element = show(count);
        expect(parts(element, 'li')).toHaveLength(count);
        expect(parts(element, 'h4')[0].textContent).toBe('Not stored');
        expect(parts(element, 'button')).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it('shows the first ones of many, and the others when they are asked for', async () => {
        const element = show(12);
        const [more] = parts(element, 'button');
        expect(parts(element, 'li')).toHaveLength(4);
        expect(parts(element, 'h4')[0].textContent).toBe('Not stored (12)');
        expect([more.textContent, more.getAttribute('aria-expanded')]).toEqual(['Show 8 more', 'false']);
        await expect(element).toBeAccessible();
        more.focus();
        more.click();
        await rendered();
        expect(parts(element, 'li')).toHaveLength(12);
        expect([more.textContent, more.getAttribute('aria-expanded')]).toEqual(['Show the first 4 only', 'true']);
        expect(element.shadowRoot.activeElement).toBe(more);
        await expect(element).toBeAccessible();
    });
});
