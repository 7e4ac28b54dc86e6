import { APPLICATION_SCOPE, subscribe, unsubscribe } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import PatchbayMessageInspector from 'c/patchbayMessageInspector';
import { enter, mount, press, rendered, settled } from '../../patchbaySession/__tests__/harness';
import { arrive, BROKEN, EVENT, HOLD, open, PAUSE, STATUS, SUBSCRIPTION, VALUES } from './inspector';

const SMALL_I = { type: 'PureCloud.interaction.updateState', data: { action: 'hold', id: '1234' } };
const CLEAR = '[data-action="clear"]';

const all = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];
const heads = (element) =>
    all(element, '.message').map((row) =>
        ['.message__type', '.message__label', '[data-verdict]'].map((part) => row.querySelector(part).textContent)
    );
const announced = (element) => element.shadowRoot.querySelector('[role="status"]').textContent;

describe('c-patchbay-message-inspector', () => {
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
        const element = mount('c-patchbay-message-inspector', PatchbayMessageInspector);
        await arrive(HOLD, EVENT);
        await settled();
        expect(heads(element).map(([type]) => type)).toEqual([EVENT.type, HOLD.type]);
    });

    it('shows no value of a person until it is asked to, and hides them again', async () => {
        const NADIA = {
            type: 'Interaction',
            category: 'add',
            data: {
                id: '1234',
                state: 'ALERTING',
                name: 'Nadia Lindgren',
                isConnected: false,
                phone: 61491570156,
                attributes: { status: 'overdue', 'Participant.name': 'Nadia' },
                messages: ['my pin is 4711']
            }
        };
        const SAID = ['Nadia', '61491570156', 'overdue', '4711'];
        const element = await open();
        await arrive(NADIA, { ...BROKEN, data: { ...BROKEN.data, participantContext: 'Nadia' } });
        all(element, '.message__head').forEach((head) => head.click());
        await rendered();
        const shown = () => all(element, '.messages')[0].textContent;
        SAID.forEach((text) => expect(shown()).not.toContain(text));
        expect(JSON.parse(all(element, '.message__json')[1].textContent).data).toMatchObject({
            id: '1234',
            state: 'ALERTING',
            name: '•••',
            isConnected: false
        });
        await enter(element, 'lightning-input', 'Nadia L');
        expect(heads(element)).toHaveLength(0);
        await enter(element, 'lightning-input', '');
        await press(element, VALUES);
        SAID.forEach((text) => expect(shown()).toContain(text));
        expect(element.shadowRoot.querySelector(VALUES).label).toBe('Hide values');
        await expect(element).toBeAccessible();
        await press(element, VALUES);
        SAID.forEach((text) => expect(shown()).not.toContain(text));
    });

    it('opens and closes the details of one message', async () => {
        const element = await open();
        await press(element, VALUES);
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

    it('says why a message is not JSON', async () => {
        const element = await open();
        await press(element, VALUES);
        await arrive({ type: 10n });
        all(element, '.message__head')[0].click();
        await rendered();
        expect(all(element, '.message__json')[0].textContent).toMatch(/^This message is not JSON\. .*BigInt/);
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
});
