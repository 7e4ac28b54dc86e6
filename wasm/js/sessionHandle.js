import { PatchbayError } from './errors.js';
import { PROBLEMS, problem } from './problems.js';

/** Restarts in a row after which what is stored counts as their cause. */
const MAX_RESTARTS = 3;

/** Restarts are in a row if this many milliseconds lie between the first and the last. */
const IN_A_ROW = 60_000;

/** How much of what is stored is set aside: nothing, the tab's, this page's copies too; then the session has no storage. */
const NOTHING = 0;
const ALL = 3;

/**
 * Refers to a session in the module by a number. After a restart of the module the session is opened again and may have another
 * number, so callers read `number` each time. `open(aside, resendFrom)` opens the session without what is set aside and returns its
 * number. `isStored` says whether the session has a storage, `now()` is the time. `renewed()` is called after a restart.
 */
export function openSessionHandle(moduleHost, open, { isStored, now, renewed }) {
    // How much is set aside when the session is opened next.
    let aside = NOTHING;
    // The most that was ever set aside: the next time it is more.
    let most = NOTHING;
    let restarts = [];
    let resendFrom = now();
    const handle = {
        number: 0,
        /** Counts restarts. The answer to a save that was sent before the last restart is ignored. */
        generation: 0,
        /** Whether saves were sent since the last restart: they are given time to arrive. */
        hasSent: true,
        restore() {
            restarts = [...restarts.filter((at) => now() - at < IN_A_ROW), now()];
            if (restarts.length > MAX_RESTARTS) {
                handle.setAside();
                restarts = [];
            }
            resendFrom = handle.hasSent ? now() : resendFrom;
            handle.number = open(aside, resendFrom);
            handle.hasSent = false;
            handle.generation += 1;
            handle.notice = problem(
                PROBLEMS[aside === ALL ? 'SessionWithoutStored' : isStored ? 'SessionRestarted' : 'SessionEmptied']
            );
            forgetSetAside();
            // Not at once: the module is still restarting.
            Promise.resolve().then(renewed);
        },
        /** Sets more aside when the session is opened next; false if it already has no storage. */
        setAside() {
            if (most === ALL) {
                return false;
            }
            most += 1;
            aside = most;
            return true;
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

    /** Sets nothing aside next time: what was is not there any more. Without storage the session stays so. */
    function forgetSetAside() {
        aside = aside === ALL ? ALL : NOTHING;
    }

    function openFirst() {
        try {
            moduleHost.call(() => (handle.number = open(aside, resendFrom)));
        } catch (error) {
            // Opening trapped twice: what is stored may be the cause.
            if (!(error instanceof PatchbayError) || isRefusal(error) || !handle.setAside()) {
                throw error;
            }
            openFirst();
        }
    }

    openFirst();
    if (aside === ALL) {
        handle.notice = problem(PROBLEMS.SessionWithoutStored);
    }
    forgetSetAside();
    moduleHost.add(handle);
    return handle;
}

/** Whether the module was called from inside a call, which is no trap. */
function isRefusal({ problems }) {
    return problems.some(({ code }) => code === PROBLEMS.CalledFromWithin.code);
}
