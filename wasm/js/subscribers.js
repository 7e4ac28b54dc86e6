import { PatchbayError } from './errors.js';
import { PROBLEMS, problem } from './problems.js';

/** The functions to call after every change. `first` may be undefined; it is called before all others. */
export function openSubscribers(first) {
    // Entries, not functions: a function that subscribes twice is called twice.
    const subscribers = new Set(first ? [{ listener: first, at: '/onChange' }] : []);

    function add(listener) {
        if (typeof listener !== 'function') {
            throw new PatchbayError([problem(PROBLEMS.ListenerWrongKind, { value: listener })]);
        }
        const subscriber = { listener, at: '' };
        subscribers.add(subscriber);
        return () => {
            subscribers.delete(subscriber);
        };
    }

    /** Calls every function, also after one has thrown. Returns a problem for each that threw; what it threw may be personal. */
    function notify(change) {
        const failed = [];
        for (const subscriber of [...subscribers]) {
            try {
                // An earlier one may have unsubscribed it.
                if (subscribers.has(subscriber)) {
                    subscriber.listener(change);
                }
            } catch {
                failed.push(problem(PROBLEMS.ListenerFailed, subscriber));
            }
        }
        return failed;
    }

    return { add, notify };
}
