/** The real Patchbay, in an environment without WebAssembly at first. */
import { releaseMessageContext, subscribe as subscribeToChannel } from 'lightning/messageService';
import { subscribe } from 'c/patchbaySession';
import { rendered, settled } from '../../patchbaySession/__tests__/harness';

const { WebAssembly } = globalThis;

afterEach(() => {
    globalThis.WebAssembly = WebAssembly;
});

describe('c-patchbay-session without Patchbay', () => {
    it('says why there is no session, and tries again for all with the next one that watches', async () => {
        globalThis.WebAssembly = undefined;
        const first = [];
        const second = [];
        const stopFirst = subscribe((state) => first.push(state));
        await settled();
        expect(first.map(({ session, error }) => [session, error.reason])).toEqual([[null, 'unsupported']]);
        expect(releaseMessageContext).toHaveBeenCalledTimes(1);

        globalThis.WebAssembly = WebAssembly;
        const stopSecond = subscribe((state) => second.push(state));
        await settled();
        expect(first.at(-1).error).toBeNull();
        expect(first.at(-1).session).toBe(second.at(-1).session);
        expect(second).toHaveLength(1);
        stopFirst();
        stopSecond();
        await rendered();
        expect(releaseMessageContext).toHaveBeenCalledTimes(subscribeToChannel.mock.calls.length);
    });
});
