/** The real Patchbay, in an environment without WebAssembly at first. */
import { subscribe as subscribeToChannel } from 'lightning/messageService';
import { retry, subscribe } from 'c/patchbaySession';
import { rendered, settled } from '../../patchbaySession/__tests__/harness';

const { WebAssembly } = globalThis;

afterEach(() => {
    globalThis.WebAssembly = WebAssembly;
});

describe('another attempt of c-patchbay-session', () => {
    it('is made when it is asked for, one at a time, and not while nobody watches', async () => {
        retry();
        expect(subscribeToChannel).not.toHaveBeenCalled();
        globalThis.WebAssembly = undefined;
        const states = [];
        const stop = subscribe((state) => states.push(state));
        await settled();
        globalThis.WebAssembly = WebAssembly;
        retry();
        retry();
        await settled();
        expect(states.map(({ session, error }) => [session !== null, error?.reason ?? null])).toEqual([
            [false, 'unsupported'],
            [true, null]
        ]);
        retry();
        expect(subscribeToChannel).toHaveBeenCalledTimes(2);
        stop();
        await rendered();
    });
});
