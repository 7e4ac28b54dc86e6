import PatchbayConsole from 'c/patchbayConsole';
import { call, done, mount, ready, receive, rendered, settled } from '../../patchbaySession/__tests__/harness';
import { Sizes } from './sizes';

const find = (element, selector) => element.shadowRoot.querySelector(selector);
const all = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];
const tab = (element, name) => find(element, `[data-tab="${name}"]`);
const shown = (element) =>
    all(element, '.pane')
        .filter(({ className }) => !className.includes('slds-hide'))
        .map((pane) => pane.getAttribute('aria-label'));

async function open(properties) {
    return ready('c-patchbay-console', PatchbayConsole, properties);
}

async function wide(width) {
    Sizes.tell(width);
    await rendered();
}

async function key(element, name) {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
    find(element, '[role="tablist"]').dispatchEvent(event);
    await rendered();
    return event.defaultPrevented;
}

beforeEach(() => {
    globalThis.ResizeObserver = Sizes;
});

describe('c-patchbay-console', () => {
    it('says that it is starting', async () => {
        const element = mount('c-patchbay-console', PatchbayConsole);
        expect(find(element, '[role="status"]').textContent).toBe('Patchbay is starting…');
        expect(find(element, '[data-layout]')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('says what to expect while nothing is live, and no more once something is', async () => {
        const element = await open();
        expect(find(element, '[data-idle]').textContent).toMatch(/^Calls, chats and messages appear here/);
        await expect(element).toBeAccessible();
        await receive(call('1', 'CONNECTED'));
        expect(find(element, '[data-idle]')).toBeNull();
        await receive(done('1'));
        expect(find(element, '[data-idle]')).not.toBeNull();
    });

    it('shows one part at a time where it is narrow, and keeps the others', async () => {
        const element = await open();
        expect(all(element, '[role="tab"]').map(({ textContent }) => textContent)).toEqual([
            'Controls',
            'Transfer',
            'Log',
            'Status'
        ]);
        expect(shown(element)).toEqual(['Controls']);
        const log = find(element, 'c-patchbay-interaction-log');
        tab(element, 'log').click();
        await rendered();
        expect(shown(element)).toEqual(['Log']);
        expect(find(element, 'c-patchbay-interaction-log')).toBe(log);
        expect(tab(element, 'log').getAttribute('aria-selected')).toBe('true');
        expect(tab(element, 'controls').getAttribute('aria-selected')).toBe('false');
        await expect(element).toBeAccessible();
    });

    it('goes from tab to tab by keyboard, with one of them in the tab order', async () => {
        const element = await open();
        const steps = [
            ['ArrowRight', 'Transfer'],
            ['ArrowLeft', 'Controls'],
            ['ArrowLeft', 'Status'],
            ['ArrowRight', 'Controls'],
            ['End', 'Status'],
            ['Home', 'Controls']
        ];
        for (const [name, expected] of steps) {
            // eslint-disable-next-line no-await-in-loop -- one after the other is the point
            expect(await key(element, name)).toBe(true);
            expect(shown(element)).toEqual([expected]);
            expect(element.shadowRoot.activeElement.textContent).toBe(expected);
            expect(all(element, '[role="tab"][tabindex="0"]').map(({ textContent }) => textContent)).toEqual([
                expected
            ]);
        }
        expect(await key(element, 'a')).toBe(false);
        expect(shown(element)).toEqual(['Controls']);
    });

    it.each([
        [679, 'narrow'],
        [680, 'two'],
        [1039, 'two'],
        [1040, 'three']
    ])('is %d pixels wide: %s', async (width, layout) => {
        const element = await open();
        await wide(width);
        expect(find(element, '[data-layout]').dataset.layout).toBe(layout);
        const isNarrow = layout === 'narrow';
        expect(find(element, '[role="tablist"]') !== null).toBe(isNarrow);
        expect(shown(element)).toHaveLength(isNarrow ? 1 : 4);
        expect(all(element, isNarrow ? '[role="tabpanel"]' : '[role="group"]')).toHaveLength(4);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['log', 'Log'],
        ['nonsense', 'Controls'],
        [undefined, 'Controls']
    ])('begins with the tab that it is given: %s', async (startPane, expected) => {
        const element = await open({ startPane });
        expect(shown(element)).toEqual([expected]);
    });

    it('leaves the form for secure flows out when it is told to', async () => {
        const element = await open();
        expect(find(element, 'c-patchbay-secure-session')).not.toBeNull();
        element.hideSecureSession = true;
        await rendered();
        expect(find(element, 'c-patchbay-secure-session')).toBeNull();
    });

    it('offers the statuses that it is given', async () => {
        const statuses = [{ id: '1', label: 'Busy', status: 'BUSY' }];
        const element = await open({ statuses });
        expect(find(element, 'c-patchbay-status-control').statuses).toEqual(statuses);
    });

    it('watches its size only while it is there', async () => {
        const element = await open();
        expect(Sizes.watched.size).toBe(1);
        element.remove();
        expect(Sizes.watched.size).toBe(0);
        document.body.append(element);
        await settled();
        expect(Sizes.watched.size).toBe(1);
    });
});
