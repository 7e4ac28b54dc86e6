import { __wbg_reset_state as discardInstance, initSync } from '../../build/wasm/patchbay.js';
import { PatchbayError } from './errors.js';
import { BUSY } from './vocabulary.js';
import { PROBLEMS, problem } from './problems.js';
import { forgetTimers } from './time.js';

/**
 * Runs every call into the WebAssembly module, and recovers when one traps. A trap (a bug, exhausted memory, a stack overflow)
 * leaves the module's memory in an undefined state. So the host instantiates the compiled module again, restores what was open in
 * it, and repeats the call once. `exports` are the exports of the first instance.
 */
export function openModuleHost(exports) {
    let current = exports;
    // The last restart failed; the next call tries again.
    let dead = false;
    const listeners = [];
    const residents = new Set();

    const failure = (item, cause) => Object.assign(new PatchbayError([problem(PROBLEMS[item])]), { cause });

    function restart(cause) {
        dead = true;
        forgetTimers();
        try {
            discardInstance();
        } catch {
            throw failure('ModuleGone', cause);
        }
        current = initSync();
        listeners.forEach((listener) => listener(current));
        dead = false;
        for (const resident of residents) {
            try {
                resident.restore();
            } catch {
                dead = true;
                // Restoring trapped: start again with less, as long as there is less to restore.
                if (!resident.setAside()) {
                    throw failure('ModuleGone', cause);
                }
                restart(cause);
                return;
            }
        }
    }

    /** Repeats a call that trapped. An error that names problems is an answer, not a trap. */
    function retry(error, work) {
        if (error instanceof PatchbayError) {
            throw error;
        }
        restart(error);
        try {
            return enter(work);
        } catch (next) {
            if (next instanceof PatchbayError) {
                throw next;
            }
            restart(next);
            throw failure('CallFailed', next);
        }
    }

    function enter(work) {
        if (dead) {
            restart();
        }
        const answer = work();
        // Rust refuses a call that the storage of a session makes while the module writes to it.
        if (answer === BUSY) {
            throw failure('CalledFromWithin');
        }
        return answer;
    }

    /** Runs `work`, which calls the module, and returns its result. Throws a PatchbayError if it traps twice. */
    function call(work) {
        try {
            return enter(work);
        } catch (error) {
            return retry(error, work);
        }
    }

    return {
        /** The exports of the running instance. */
        get exports() {
            return current;
        },
        /** Calls `listener` with the exports, now and after every restart. */
        connect(listener) {
            listeners.push(listener);
            listener(current);
        },
        /**
         * Registers something that lives in the module's memory. `restore()` opens it again after a restart; `setAside()` makes
         * the next `restore()` leave out more of what is stored, and returns false if nothing is left to leave out.
         */
        add: (resident) => residents.add(resident),
        remove: (resident) => residents.delete(resident),
        call,
        /** The same for a call by stock glue, which does not answer with a number. */
        callByGlue: (work) => call(() => (current.is_running() ? BUSY : work()))
    };
}
