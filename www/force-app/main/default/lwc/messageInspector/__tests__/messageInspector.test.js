import { APPLICATION_SCOPE, publish, subscribe, unsubscribe } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import MessageInspector from 'c/messageInspector';
import {
    alertText,
    enter,
    mount,
    press,
    published,
    ready,
    rendered,
    settled
} from '../../patchbayElement/__tests__/harness';

const STATUS = { type: 'PureCloud.User.updateStatus', data: { id: '1234' } };
const HOLD = { type: 'PureCloud.Interaction.updateState', data: { action: 'hold', id: '1234' } };
const SMALL_I = { type: 'PureCloud.interaction.updateState', data: { action: 'hold', id: '1234' } };
const BROKEN = { type: 'PureCloud.Interaction.updateState', data: { action: 'blindTransfer' } };
const EVENT = { type: 'Interaction', category: 'connect', data: { id: '1234', state: 'CONNECTED' } };

const SUBSCRIPTION = { subscription: true };
const PAUSE = '[data-action="pause"]';
const CLEAR = '[data-action="clear"]';

const open = () => ready('c-message-inspector', MessageInspector);
const all = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];
const heads = (element) =>
    all(element, '.message').map((row) =>
        ['.message__type', '.message__label', '[data-verdict]'].map((part) => row.querySelector(part).textContent)
    );
const announced = (element) => element.shadowRoot.querySelector('[role="status"]').textContent;

async function arrive(...messages) {
    const listener = subscribe.mock.lastCall[2];
    messages.forEach((message) => listener(message));
    await rendered();
}

beforeEach(() => {
    subscribe.mockReturnValue(SUBSCRIPTION);
});

afterEach(() => jest.useRealTimers());

describe('c-message-inspector', () => {
    it('hears the whole app, once, until it is removed', async () => {
        jest.useFakeTimers();
        const element = await open();
        expect(subscribe).toHaveBeenCalledTimes(1);
        expect(subscribe.mock.lastCall[1]).toBe(CLIENT_EVENT);
        expect(subscribe.mock.lastCall[3]).toEqual({ scope: APPLICATION_SCOPE });
        await arrive(EVENT, HOLD);
        expect(subscribe).toHaveBeenCalledTimes(1);
        expect(unsubscribe).not.toHaveBeenCalled();
        element.remove();
        expect(unsubscribe.mock.calls).toEqual([[SUBSCRIPTION]]);
        expect(jest.getTimerCount()).toBe(0);
    });

    it('says so when nothing has arrived', async () => {
        const element = await open();
        expect(element.shadowRoot.textContent).toContain('No messages yet.');
        await expect(element).toBeAccessible();
    });

    it('lists the newest first, each with its judgement', async () => {
        const element = await open();
        await arrive(STATUS, HOLD, SMALL_I, BROKEN, EVENT);
        expect(heads(element)).toEqual([
            ['Interaction', 'connect', 'event'],
            ['PureCloud.Interaction.updateState', 'blindTransfer', '2 problems'],
            ['PureCloud.interaction.updateState', 'hold', 'warnings'],
            ['PureCloud.Interaction.updateState', 'hold', 'valid'],
            ['PureCloud.User.updateStatus', '', 'valid']
        ]);
        expect(element.shadowRoot.querySelector('time').textContent).toMatch(/^\d\d:\d\d:\d\d\.\d{3}$/);
        await expect(element).toBeAccessible();
    });

    it('keeps what arrives before Patchbay is loaded', async () => {
        const element = mount('c-message-inspector', MessageInspector);
        await arrive(HOLD, EVENT);
        await settled();
        expect(heads(element).map(([type]) => type)).toEqual([EVENT.type, HOLD.type]);
    });

    it('opens and closes the details of one message', async () => {
        const element = await open();
        await arrive(HOLD, BROKEN);
        const [head, other] = all(element, '.message__head');
        expect(head.getAttribute('aria-expanded')).toBe('false');
        head.click();
        await rendered();
        expect(head.getAttribute('aria-expanded')).toBe('true');
        expect(other.getAttribute('aria-expanded')).toBe('false');
        expect(all(element, '.message__json').map((pre) => pre.textContent)).toEqual([JSON.stringify(BROKEN, null, 4)]);
        const problems = all(element, '.problem');
        expect(problems).toHaveLength(2);
        expect(problems.map((problem) => problem.textContent)).toEqual([
            expect.stringMatching(/^errorrequired\/data\/id\w.+\.$/),
            expect.stringMatching(/^errorrequired\/data\/participantContext\w.+\.$/)
        ]);
        await expect(element).toBeAccessible();
        head.click();
        await rendered();
        expect(all(element, '.message__json')).toHaveLength(0);
    });

    const cycle = {};
    cycle.self = cycle;
    it.each([
        ['null', null],
        ['undefined', undefined],
        ['a string', 'hello'],
        ['a number', 42],
        ['an array', [1, [2]]],
        ['an empty object', {}],
        ['a type that is no text', { type: { a: 1 }, category: 7, data: null }],
        ['data that is no object', { type: 'PureCloud.User.updateStatus', data: 'x' }],
        ['a cycle', cycle],
        ['a BigInt', { type: 10n }],
        ['a function', () => {}],
        ['a symbol', Symbol('x')],
        ['a toJSON that throws', { toJSON: () => null.x }],
        ['a getter that throws', Object.defineProperty({}, 'type', { enumerable: true, get: () => null.x })],
        ['a toJSON that gives nothing', { toJSON: () => undefined }],
        ['a prototype', JSON.parse('{"type":"x","__proto__":{"data":1},"constructor":null}')]
    ])('lists %s like anything else', async (_, message) => {
        const element = await open();
        await arrive(message, HOLD);
        expect(heads(element)).toHaveLength(2);
        all(element, '.message__head')[1].click();
        await rendered();
        expect(all(element, '.message__json')[0].textContent).toMatch(/\S/);
        await expect(element).toBeAccessible();
    });

    it('keeps 200 messages', async () => {
        const element = await open();
        await arrive(...Array.from({ length: 250 }, (_, index) => ({ type: `Event ${index}` })));
        const types = heads(element).map(([type]) => type);
        expect(types).toHaveLength(200);
        expect([types.at(0), types.at(-1)]).toEqual(['Event 249', 'Event 50']);
    });

    it('holds messages back while it is paused', async () => {
        const element = await open();
        await arrive(HOLD);
        await press(element, PAUSE);
        await arrive(EVENT, STATUS);
        expect(heads(element)).toHaveLength(1);
        expect(element.shadowRoot.querySelector('.summary').textContent).toBe(
            'Paused, 2 waiting. 1 of 1 messages listed.'
        );
        expect(element.shadowRoot.querySelector(PAUSE).label).toBe('Resume');
        await expect(element).toBeAccessible();
        await press(element, PAUSE);
        expect(heads(element).map(([type]) => type)).toEqual([STATUS.type, EVENT.type, HOLD.type]);
    });

    it('filters by text, in any letter case, and clears', async () => {
        const element = await open();
        await arrive(HOLD, EVENT);
        await enter(element, 'lightning-input', 'connected');
        expect(heads(element).map(([type]) => type)).toEqual([EVENT.type]);
        await enter(element, 'lightning-input', 'no such text');
        expect(element.shadowRoot.textContent).toContain('No message contains this text.');
        await expect(element).toBeAccessible();
        await press(element, CLEAR);
        expect(element.shadowRoot.textContent).toContain('No messages yet.');
    });

    it('tells a screen reader of a burst of messages in one sentence', async () => {
        jest.useFakeTimers();
        const element = await open();
        await arrive(HOLD, EVENT, STATUS);
        expect(announced(element)).toBe('');
        expect(jest.getTimerCount()).toBe(1);
        jest.runOnlyPendingTimers();
        await rendered();
        expect(announced(element)).toBe('3 of 3 messages listed.');
    });

    describe('a recording', () => {
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
                '10000 messages recorded, more does not fit in one recording.'
            );
            expect((await save(element)).events).toHaveLength(10000);
        });
    });

    describe('a replay', () => {
        const REPLAY = '[data-action="replay"]';
        const EVENTS = [
            { afterMs: 0, message: HOLD },
            { afterMs: 1000, message: EVENT },
            { afterMs: 500, message: STATUS }
        ];
        const jsons = (events) => events.map(({ message }) => JSON.stringify(message));
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

        it('publishes the messages in their own time', async () => {
            const element = await loaded('1');
            expect(shown(element)).toBe('call.json: 3 messages. A call');
            await press(element, REPLAY);
            await pass(0);
            expect(published()).toEqual(jsons(EVENTS.slice(0, 1)));
            expect(button(element).label).toBe('Stop replay');
            expect(shown(element)).toBe('call.json: 1 of 3 messages. A call');
            await pass(999);
            expect(publish).toHaveBeenCalledTimes(1);
            await pass(1);
            expect(publish).toHaveBeenCalledTimes(2);
            await pass(500);
            expect(published()).toEqual(jsons(EVENTS));
            expect(button(element).label).toBe('Replay');
            expect(jest.getTimerCount()).toBe(0);
        });

        it('publishes them ten times as fast', async () => {
            const element = await loaded('10');
            await press(element, REPLAY);
            await pass(149);
            expect(publish).toHaveBeenCalledTimes(2);
            await pass(1);
            expect(publish).toHaveBeenCalledTimes(3);
        });

        it('publishes them as fast as possible, and lets the page draw in between', async () => {
            const many = Array.from({ length: 120 }, (_, index) => ({ afterMs: 60000, message: { type: `${index}` } }));
            const element = await loaded('Infinity', many);
            await press(element, REPLAY);
            jest.runOnlyPendingTimers();
            expect(publish).toHaveBeenCalledTimes(50);
            await pass(10);
            expect(published()).toEqual(jsons(many));
        });

        it('stops when it is told to, and begins anew', async () => {
            const element = await loaded('1');
            await press(element, REPLAY);
            await pass(0);
            await press(element, REPLAY);
            await pass(5000);
            expect(publish).toHaveBeenCalledTimes(1);
            expect(jest.getTimerCount()).toBe(0);
            await press(element, REPLAY);
            await pass(0);
            expect(published()).toEqual([...jsons(EVENTS.slice(0, 1)), ...jsons(EVENTS.slice(0, 1))]);
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

        it('stops when the channel does not take a message, and says so', async () => {
            const element = await loaded('Infinity');
            publish.mockImplementationOnce(() => {
                throw new TypeError('The channel is not there.');
            });
            await press(element, REPLAY);
            await pass(10);
            expect(publish).toHaveBeenCalledTimes(1);
            expect(alertText(element)).toBe('The replay stopped: The channel is not there.');
            expect(button(element).label).toBe('Replay');
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
});
