import { publish } from 'lightning/messageService';
import { alertText, press, rendered } from '../../patchbaySession/__tests__/harness';
import { EVENT, HOLD, open, STATUS } from './inspector';

describe('a replay of c-patchbay-message-inspector', () => {
    const REPLAY = '[data-action="replay"]';
    const EVENTS = [
        { afterMs: 0, message: HOLD },
        { afterMs: 1000, message: EVENT },
        { afterMs: 500, message: STATUS }
    ];
    const types = (events) => events.map(({ message }) => message.type);
    /** The types of the messages that were heard, the oldest first. */
    const heard = (element) =>
        [...element.shadowRoot.querySelectorAll('.message__type')].map(({ textContent }) => textContent).reverse();
    const shown = (element) => element.shadowRoot.querySelector('[data-replay]')?.textContent ?? null;
    const button = (element) => element.shadowRoot.querySelector(REPLAY);

    // jsdom's files cannot be read as text.
    async function load(element, text, name = 'call.json') {
        const file = Object.assign(new File([text], name), { text: async () => text });
        element.shadowRoot
            .querySelector('.recorder__file')
            .dispatchEvent(new CustomEvent('change', { detail: { files: [file] } }));
        await rendered();
    }

    async function loaded(speed, events = EVENTS) {
        const element = await open();
        await load(element, JSON.stringify({ title: 'A call', events }));
        const field = element.shadowRoot.querySelector('.recorder__speed');
        field.dispatchEvent(new CustomEvent('change', { detail: { value: speed } }));
        await rendered();
        return element;
    }

    async function pass(milliseconds) {
        jest.advanceTimersByTime(milliseconds);
        await rendered();
    }

    beforeEach(() => {
        jest.useFakeTimers();
    });

    it('is not possible before a file is there', async () => {
        const element = await open();
        expect(button(element).disabled).toBe(true);
        element.shadowRoot
            .querySelector('.recorder__file')
            .dispatchEvent(new CustomEvent('change', { detail: { files: [] } }));
        await rendered();
        expect(shown(element)).toBeNull();
    });

    it('plays the messages in their own time', async () => {
        const element = await loaded('1');
        expect(shown(element)).toBe('call.json: 3 messages. A call');
        await press(element, REPLAY);
        await pass(0);
        expect(heard(element)).toEqual(types(EVENTS.slice(0, 1)));
        expect(button(element).label).toBe('Stop replay');
        expect(shown(element)).toBe('call.json: 1 of 3 messages. A call');
        await pass(999);
        expect(heard(element)).toHaveLength(1);
        await pass(1);
        expect(heard(element)).toHaveLength(2);
        await pass(500);
        expect(heard(element)).toEqual(types(EVENTS));
        expect(button(element).label).toBe('Replay');
        // That the list is read out waits for its own time.
        expect(publish).not.toHaveBeenCalled();
    });

    it('plays them ten times as fast', async () => {
        const element = await loaded('10');
        await press(element, REPLAY);
        await pass(149);
        expect(heard(element)).toHaveLength(2);
        await pass(1);
        expect(heard(element)).toHaveLength(3);
    });

    it('plays them as fast as possible, and lets the page draw in between', async () => {
        const many = Array.from({ length: 120 }, (_, index) => ({ afterMs: 60000, message: { type: `${index}` } }));
        const element = await loaded('Infinity', many);
        await press(element, REPLAY);
        jest.advanceTimersToNextTimer();
        await rendered();
        expect(heard(element)).toHaveLength(50);
        await pass(10);
        expect(heard(element)).toEqual(types(many));
    });

    it('stops when it is told to, and begins anew', async () => {
        const element = await loaded('1');
        await press(element, REPLAY);
        await pass(0);
        await press(element, REPLAY);
        await pass(5000);
        expect(heard(element)).toHaveLength(1);
        expect(jest.getTimerCount()).toBe(0);
        await press(element, REPLAY);
        await pass(0);
        expect(heard(element)).toEqual([...types(EVENTS.slice(0, 1)), ...types(EVENTS.slice(0, 1))]);
    });

    it('stops when the component goes, and when another file comes', async () => {
        const element = await loaded('1');
        await press(element, REPLAY);
        await load(element, '{"events":[]}', 'empty.json');
        expect(jest.getTimerCount()).toBe(0);
        expect(button(element).disabled).toBe(true);
        await load(element, JSON.stringify({ events: EVENTS }));
        await press(element, REPLAY);
        element.remove();
        expect(jest.getTimerCount()).toBe(0);
    });

    it('is heard by nobody else: nothing is published, stored or saved', async () => {
        const store = jest.spyOn(Storage.prototype, 'setItem');
        const element = await loaded('Infinity');
        await press(element, REPLAY);
        await pass(10);
        expect(heard(element)).toHaveLength(EVENTS.length);
        expect(element.shadowRoot.querySelector('[data-rehearsed]').textContent).toMatch(/1234\s*connected/);
        expect(publish).not.toHaveBeenCalled();
        expect(store).not.toHaveBeenCalled();
        store.mockRestore();
    });

    it('is accessible before, while and after it plays', async () => {
        jest.useRealTimers();
        const element = await loaded('1');
        await expect(element).toBeAccessible();
        await press(element, REPLAY);
        await expect(element).toBeAccessible();
        await press(element, REPLAY);
        await expect(element).toBeAccessible();
    });

    const NO_EVENTS = /It has no list of events; write .+\.$/;
    it.each([
        ['{"cut', /It is not JSON: .+\.$/],
        ['', /It is not JSON: .+\.$/],
        ['null', NO_EVENTS],
        ['[]', NO_EVENTS],
        ['{"events":{}}', NO_EVENTS],
        ['{"events":[{"afterMs":0,"message":1},null]}', /Event 2 has no message\.$/],
        ['{"events":[{"afterMs":0}]}', /Event 1 has no message\.$/],
        ['{"events":[{"message":{}}]}', /Event 1 has no afterMs; write .+\.$/],
        ['{"events":[{"afterMs":-1,"message":{}}]}', /Event 1 has no afterMs; write .+\.$/],
        ['{"events":[{"afterMs":"1","message":{}}]}', /Event 1 has no afterMs; write .+\.$/]
    ])('says what is wrong with the file %s', async (text, sentence) => {
        jest.useRealTimers();
        const element = await open();
        await load(element, text, 'broken.json');
        expect(alertText(element)).toMatch(/^broken\.json cannot be replayed\. /);
        expect(alertText(element)).toMatch(sentence);
        expect(button(element).disabled).toBe(true);
        await expect(element).toBeAccessible();
        await load(element, JSON.stringify({ events: EVENTS }));
        expect(alertText(element)).toBeNull();
    });
});
