import { createElement } from 'lwc';
import { setup } from '@sa11y/jest';
import PatchbayPanel from 'c/patchbayPanel';

const QUIET = { loading: false, loadError: null, problems: [], confirmation: '' };

function show(view, empty = null) {
    const element = createElement('c-patchbay-panel', { is: PatchbayPanel });
    Object.assign(element, { heading: 'Transfer', iconName: 'standard:queue', empty, view: { ...QUIET, ...view } });
    document.body.append(element);
    return element;
}

const find = (element, selector) => element.shadowRoot.querySelector(selector);

describe('c-patchbay-panel', () => {
    beforeAll(setup);

    afterEach(() => document.body.replaceChildren());

    it('shows its content, and a silent live region', async () => {
        const element = show({});
        expect(find(element, 'slot')).not.toBeNull();
        expect(find(element, '[role="alert"]')).toBeNull();
        expect(find(element, '[role="status"]').textContent).toBe('');
        await expect(element).toBeAccessible();
    });

    it('shows loading in place of the content', async () => {
        const element = show({ loading: true }, 'Nothing here.');
        expect(find(element, 'lightning-spinner').alternativeText).toBe('Loading Patchbay');
        expect(find(element, 'slot')).toBeNull();
        expect(element.shadowRoot.textContent).not.toContain('Nothing here.');
        await expect(element).toBeAccessible();
    });

    it('shows a load error in place of the content', async () => {
        const error = { reason: 'csp', message: 'Ask an administrator.' };
        const element = show({ loadError: error });
        expect(find(element, 'c-patchbay-load-trouble').error).toEqual(error);
        expect(find(element, 'slot')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('shows every problem', async () => {
        const problems = ['First.', 'Second.'].map((message) => ({ severity: 'error', path: '', code: 'x', message }));
        const element = show({ problems });
        const items = [...find(element, '[role="alert"]').querySelectorAll('li')];
        expect(items.map((item) => item.textContent)).toEqual(['First.', 'Second.']);
        expect(find(element, 'slot')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('confirms politely', async () => {
        const element = show({ confirmation: 'Hold sent.' });
        expect(find(element, '[role="status"]').textContent).toBe('Hold sent.');
        await expect(element).toBeAccessible();
    });

    it('says why it is empty', async () => {
        const element = show({}, 'No interaction is selected.');
        expect(element.shadowRoot.textContent).toContain('No interaction is selected.');
        expect(find(element, 'slot')).toBeNull();
        await expect(element).toBeAccessible();
    });
});
