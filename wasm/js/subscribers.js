import { PatchbayError } from './errors.js';
import { PROBLEMS, problem } from './problems.js';

/** The functions to call after every change. `first` may be undefined; it is called before all others. */
export function openSubscribers(first) {
    // Entries, not functions: a function that subscribes twice is called twice.
    const subscribers = new Set(first ? [{ listener: first }] : []);

    function add(listener) {
        if (typeof listener !== 'function') {
            throw new PatchbayError([problem(PROBLEMS.ListenerWrongKind, { value: listener })]);
        }
        const subscriber = { listener };
        subscribers.add(subscriber);
        return () => {
            subscribers.delete(subscriber);
        };
    }

    /** Calls every function, also after one has thrown; then throws what the first of them threw. */
    function notify(change) {
        const thrown = [];
        for (const subscriber of [...subscribers]) {
            try {
                // An earlier one may have unsubscribed it.
                if (subscribers.has(subscriber)) {
                    subscriber.listener(change);
                }
            } catch (error) {
                thrown.push(error);
            }
        }
        if (thrown.length > 0) {
            throw thrown[0];
        }
    }

    return { add, notify };
}
