/* Every recipe may be removed while Patchbay loads, be put back, and be there twice: each leaves as many listeners as are shown. */
import { readdirSync } from 'node:fs';
import { createMessageContext, releaseMessageContext, subscribe } from 'lightning/messageService';
import { call, mount, settled } from 'patchbay-harness';

const NAMES = readdirSync('www/recipes/lwc');

const tagOf = (name) => `c-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Contexts that were made for the whole app and not given back, and the listeners in them. */
let contexts;
let listeners;
/** Subscriptions in a context that was given back already. */
let late;

beforeEach(() => {
    contexts = new Set();
    listeners = new Map();
    late = 0;
    createMessageContext.mockImplementation(() => {
        const context = { number: createMessageContext.mock.calls.length };
        contexts.add(context);
        return context;
    });
    releaseMessageContext.mockImplementation((context) => {
        contexts.delete(context);
        listeners.delete(context);
    });
    subscribe.mockImplementation((context, channel, listener, options) => {
        if (options?.scope) {
            late += contexts.has(context) ? 0 : 1;
            listeners.set(context, [...(listeners.get(context) ?? []), listener]);
        }
        return {};
    });
});

afterEach(() => {
    document.body.replaceChildren();
    expect([contexts.size, listeners.size, late]).toEqual([0, 0, 0]);
    [createMessageContext, releaseMessageContext, subscribe].forEach((mock) => mock.mockReset());
});

const heard = () => [...listeners.values()].flat();

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
    });

    it('listens as often after it was put back while Patchbay loads as when it stays', async () => {
        show();
        await settled();
        const { length } = heard();
        document.body.replaceChildren();
        const element = show();
        element.remove();
        document.body.append(element);
        await settled();
        expect(heard()).toHaveLength(length);
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
