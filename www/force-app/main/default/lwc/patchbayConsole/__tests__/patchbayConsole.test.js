import { EnclosingUtilityId, open as openUtility, updateUtility } from 'lightning/platformUtilityBarApi';
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
            'Log',
            'Transfer',
            'Status'
        ]);
        expect(shown(element)).toEqual(['Log']);
        const log = find(element, 'c-patchbay-interaction-log');
        tab(element, 'status').click();
        await rendered();
        expect(shown(element)).toEqual(['Status']);
        expect(find(element, 'c-patchbay-interaction-log')).toBe(log);
        expect(tab(element, 'status').getAttribute('aria-selected')).toBe('true');
        expect(tab(element, 'log').getAttribute('aria-selected')).toBe('false');
        await expect(element).toBeAccessible();
    });

    it('goes from tab to tab by keyboard, with one of them in the tab order', async () => {
        const element = await open();
        const steps = [
            ['ArrowRight', 'Transfer'],
            ['ArrowLeft', 'Log'],
            ['ArrowLeft', 'Status'],
            ['ArrowRight', 'Log'],
            ['End', 'Status'],
            ['Home', 'Log']
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
        expect(shown(element)).toEqual(['Log']);
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
        expect(shown(element)).toHaveLength(isNarrow ? 1 : 3);
        expect(all(element, isNarrow ? '[role="tabpanel"]' : '.pane[role="group"]')).toHaveLength(3);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['status', 'Status'],
        ['nonsense', 'Log'],
        [undefined, 'Log']
    ])('begins with the tab that it is given: %s', async (startPane, expected) => {
        const element = await open({ startPane });
        expect(shown(element)).toEqual([expected]);
    });

    it('keeps the controls in sight whatever tab is in front, without headings that say what a tab says', async () => {
        const element = await open();
        expect(find(element, 'c-patchbay-call-controls')).toBeNull();
        await receive(call('1', 'ALERTING'));
        tab(element, 'transfer').click();
        await rendered();
        const controls = find(element, 'c-patchbay-call-controls');
        expect(controls.closest('.fixed')).not.toBeNull();
        const parts = ['call-controls', 'interaction-list', 'transfer-panel', 'interaction-log', 'status-control'];
        const bare = () => parts.map((name) => find(element, `c-patchbay-${name}`).bare);
        expect(bare()).toEqual(parts.map(() => true));
        await wide(1040);
        expect(bare()).toEqual(parts.map(() => false));
    });

    it('puts the focus where a target is searched for when the transfer is clicked, not when a key goes there', async () => {
        const element = await open();
        const focus = jest.spyOn(find(element, 'c-patchbay-transfer-panel'), 'focusSearch');
        await key(element, 'ArrowRight');
        expect(focus).not.toHaveBeenCalled();
        tab(element, 'transfer').dispatchEvent(new MouseEvent('click', { detail: 1 }));
        await rendered();
        expect(focus).toHaveBeenCalledTimes(1);
    });

    describe('in a utility', () => {
        async function inUtility(properties) {
            const element = await open(properties);
            EnclosingUtilityId.emit('0');
            await rendered();
            return element;
        }

        it('is highlighted while something rings', async () => {
            await inUtility();
            await receive(call('1', 'ALERTING'), call('2', 'ALERTING'));
            await receive(call('1', 'CONNECTED'));
            expect(updateUtility.mock.calls).toEqual([['0', { highlighted: true }]]);
            await receive(call('2', 'DISCONNECTED'));
            expect(updateUtility.mock.calls[1]).toEqual(['0', { highlighted: false }]);
            expect(openUtility).not.toHaveBeenCalled();
        });

        it('opens then, if the organisation wants that, and takes the focus from nobody', async () => {
            await inUtility({ opensOnAlert: true });
            await receive(call('1', 'ALERTING'));
            expect(openUtility.mock.calls).toEqual([['0', { autoFocus: false }]]);
        });

        it('goes on where the utility bar does not answer', async () => {
            updateUtility.mockRejectedValueOnce(new Error('no bar'));
            const element = await inUtility();
            await receive(call('1', 'ALERTING'));
            expect(find(element, 'c-patchbay-call-controls')).not.toBeNull();
        });
    });

    it('asks no utility bar on a page', async () => {
        await open({ opensOnAlert: true });
        await receive(call('1', 'ALERTING'));
        expect([updateUtility.mock.calls, openUtility.mock.calls]).toEqual([[], []]);
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
