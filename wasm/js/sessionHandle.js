import { PatchbayError } from './errors.js';
import { PROBLEMS, problem } from './problems.js';

/**
 * Refers to a session in the module by a number. After a restart of the module the session is opened again and may have another
 * number, so callers read `number` each time. `open(withStored)` opens the session, with its stored data or without, and returns
 * its number. `isStored` says whether the session has a storage. `renewed()` is called after a restart.
 */
export function openSessionHandle(moduleHost, open, { isStored, renewed }) {
    let withStored = true;
    const handle = {
        number: 0,
        /** Counts restarts. The answer to a save that was sent before the last restart is ignored. */
        generation: 0,
        restore() {
            handle.number = open(withStored);
            handle.generation += 1;
            handle.notice = problem(
                PROBLEMS[!withStored ? 'SessionWithoutStored' : isStored ? 'SessionRestarted' : 'SessionEmptied']
            );
            // Not at once: the module is still restarting.
            Promise.resolve().then(renewed);
        },
        skipStored() {
            const could = withStored;
            withStored = false;
            return could;
        },
        /** The problem that reports the last restart; null once it was taken. */
        notice: null,
        takeNotice() {
            const { notice } = handle;
            handle.notice = null;
            return notice;
        },
        release: () => moduleHost.remove(handle)
    };
    const openFirst = () => {
        handle.number = open(withStored);
    };
    try {
        moduleHost.call(openFirst);
    } catch (error) {
        // Opening trapped twice: stored data may be the cause.
        if (!(error instanceof PatchbayError) || !handle.skipStored()) {
            throw error;
        }
        moduleHost.call(openFirst);
        handle.notice = problem(PROBLEMS.SessionWithoutStored);
    }
    moduleHost.add(handle);
    return handle;
}
