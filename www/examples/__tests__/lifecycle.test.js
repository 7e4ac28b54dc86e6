/*
 * Every recipe may be removed while Patchbay loads, be put back, and be there twice: each leaves as many listeners as are shown, and
 * closes each session that it opened.
 */
import { readdirSync } from 'node:fs';
import { createMessageContext, releaseMessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import { call, mount, settled } from 'patchbay-harness';

/** Sessions that were opened and not closed, whoever opened them. */
const mockOpen = new Set();

jest.mock('c/patchbay', () => {
    const real = jest.requireActual('c/patchbay');
    const session = (patchbay, options) => {
        const opened = Object.create(patchbay.session(options), {
            close: {
                value() {
                    mockOpen.delete(opened);
                    return Object.getPrototypeOf(opened).close();
                }
            }
        });
        mockOpen.add(opened);
        return opened;
    };
    const load = async () => {
        const patchbay = await real.load();
        return { ...patchbay, session: (options) => session(patchbay, options) };
    };
    return { ...real, load };
});

const NAMES = readdirSync('www/examples/main/default/lwc');

const tagOf = (name) => `c-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Contexts that were made for modules and not given back, and the subscriptions that have not ended. */
let contexts;
let subscriptions;
/** Contexts that were given back, and subscriptions in one of them. */
let released;
let late;

beforeEach(() => {
    contexts = new Set();
    subscriptions = new Set();
    mockOpen.clear();
    released = new Set();
    late = 0;
    createMessageContext.mockImplementation(() => {
        const context = { number: createMessageContext.mock.calls.length };
        contexts.add(context);
        return context;
    });
    releaseMessageContext.mockImplementation((context) => {
        contexts.delete(context);
        released.add(context);
        subscriptions.forEach((one) => one.context === context && subscriptions.delete(one));
    });
    subscribe.mockImplementation((context, channel, listener) => {
        late += released.has(context) ? 1 : 0;
        const subscription = { context, listener };
        subscriptions.add(subscription);
        return subscription;
    });
    unsubscribe.mockImplementation((subscription) => subscriptions.delete(subscription));
});

afterEach(() => {
    document.body.replaceChildren();
    expect([contexts.size, subscriptions.size, late, mockOpen.size]).toEqual([0, 0, 0, 0]);
    [createMessageContext, releaseMessageContext, subscribe, unsubscribe].forEach((mock) => mock.mockReset());
});

const heard = () => [...subscriptions].map(({ listener }) => listener);

describe.each(NAMES)('%s', (name) => {
    let Recipe;
    const show = () => mount(tagOf(name), Recipe);
    beforeAll(() => {
        Recipe = jest.requireActual(`c/${name}`).default;
    });

    it('leaves nothing when it is removed while Patchbay loads', async () => {
        show().remove();
        await settled();
        expect(heard()).toEqual([]);
        expect(mockOpen.size).toBe(0);
    });

    it('listens as often after it was put back while Patchbay loads as when it stays, in as many sessions', async () => {
        show();
        await settled();
        const { length } = heard();
        const { size } = mockOpen;
        document.body.replaceChildren();
        const element = show();
        element.remove();
        document.body.append(element);
        await settled();
        expect(heard()).toHaveLength(length);
        expect(mockOpen.size).toBe(size);
    });

    it('is there twice, and both go on when the other is gone', async () => {
        const [first] = [show(), show()];
        await settled();
        heard().forEach((listener) => listener(call('1', 'CONNECTED')));
        first.remove();
        await settled();
        expect(() => heard().forEach((listener) => listener(call('1', 'HELD')))).not.toThrow();
        await settled();
    });
});
