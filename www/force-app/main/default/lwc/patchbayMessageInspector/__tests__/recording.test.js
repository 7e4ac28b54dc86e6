import { press } from '../../patchbaySession/__tests__/harness';
import { arrive, BROKEN, EVENT, HOLD, open, PAUSE, STATUS } from './inspector';

describe('a recording of c-patchbay-message-inspector', () => {
    const RECORD = '[data-action="record"]';
    const SAVE = '[data-action="save"]';
    const find = (element, selector) => element.shadowRoot.querySelector(selector);
    const blobs = [];
    let clicked;

    // What jsdom has not got: object URLs, and following a link.
    beforeEach(() => {
        blobs.length = 0;
        URL.createObjectURL = jest.fn((blob) => `blob:${blobs.push(blob)}`);
        URL.revokeObjectURL = jest.fn();
        clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    });

    afterEach(() => clicked.mockRestore());

    const read = (blob) =>
        new Promise((resolve) => {
            const reader = new FileReader();
            reader.onload = () => resolve(JSON.parse(reader.result));
            reader.readAsText(blob);
        });

    async function save(element) {
        await press(element, SAVE);
        jest.useRealTimers();
        return read(blobs.at(-1));
    }

    it('has nothing to save before there is one', async () => {
        const element = await open();
        await arrive(HOLD);
        expect(find(element, SAVE).disabled).toBe(true);
        expect(find(element, '[data-recording]')).toBeNull();
        await press(element, RECORD);
        expect(find(element, SAVE).disabled).toBe(true);
        await expect(element).toBeAccessible();
    });

    it('collects the stream with the time between messages, paused or not, and saves it as a file', async () => {
        jest.useFakeTimers({ now: Date.parse('2026-04-09T04:20:00Z') });
        const element = await open();
        await arrive(STATUS);
        await press(element, RECORD);
        expect(find(element, RECORD).label).toBe('Stop recording');
        await arrive(HOLD);
        jest.advanceTimersByTime(396);
        await press(element, PAUSE);
        await arrive(EVENT, () => {});
        expect(find(element, '[data-recording]').textContent).toBe('Recording: 2 messages recorded.');
        await press(element, RECORD);
        await arrive(BROKEN);
        expect(find(element, '[data-recording]').textContent).toBe('2 messages recorded.');
        expect(await save(element)).toEqual({
            title: 'Recorded 2026-04-09T04:20:00.396Z',
            events: [
                { afterMs: 0, message: HOLD },
                { afterMs: 396, message: EVENT }
            ]
        });
        const [link] = clicked.mock.contexts;
        expect([link.href, link.download]).toEqual(['blob:1', 'messages-2026-04-09T04-20-00.json']);
        expect(URL.revokeObjectURL.mock.calls).toEqual([['blob:1']]);
    });

    it('stops by itself at 10,000 messages', async () => {
        const element = await open();
        await press(element, PAUSE);
        await press(element, RECORD);
        await arrive(...Array.from({ length: 10005 }, () => STATUS));
        expect(find(element, RECORD).label).toBe('Record');
        expect(find(element, '[data-recording]').textContent).toBe(
            '10,000 messages recorded, more does not fit in one recording.'
        );
        expect((await save(element)).events).toHaveLength(10000);
    });
});
