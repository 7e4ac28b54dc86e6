import { __wbg_reset_state as beginAnew, initSync } from '../../build/wasm/patchbay.js';
import { PatchbayError } from './errors.js';
import { PROBLEMS, problem } from './problems.js';
import { forgetTimers } from './time.js';

/**
 * The running module, and what lives in it. Whatever leaves it other than by its answer (a trap, memory that is all used
 * up, a stack that is too deep) has left it half done, so everything begins anew in another instance, and the call is made
 * once more there.
 */
export function openInstance(exports) {
    let current = exports;
    /** It crashed and could not be restarted. */
    let dead = false;
    /** Something outside is called from within: a storage, which must not come back in. */
    let busy = false;
    const bound = [];
    const living = new Set();

    const fail = (item, cause) => Object.assign(new PatchbayError([problem(PROBLEMS[item])]), { cause });

    function revive(cause) {
        busy = false;
        dead = true;
        forgetTimers();
        try {
            beginAnew();
        } catch {
            throw fail('ModuleGone', cause);
        }
        current = initSync();
        bound.forEach((bind) => bind(current));
        dead = false;
        for (const one of living) {
            try {
                one.restore();
            } catch {
                dead = true;
                // What is kept makes it break off: without that.
                if (!one.giveUp()) {
                    throw fail('ModuleGone', cause);
                }
                revive(cause);
                return;
            }
        }
    }

    /** Makes a call again that has thrown, unless it was told why. */
    function again(error, call) {
        if (error instanceof PatchbayError) {
            throw error;
        }
        revive(error);
        try {
            return enter(call);
        } catch (next) {
            if (next instanceof PatchbayError) {
                throw next;
            }
            revive(next);
            throw fail('CallBrokeOff', next);
        }
    }

    /** Calls into the module, from outside it only. */
    function enter(call) {
        if (busy) {
            throw fail('CalledFromWithin');
        }
        if (dead) {
            revive();
        }
        busy = true;
        try {
            return call();
        } finally {
            busy = false;
        }
    }

    return {
        get exports() {
            return current;
        },
        /** Is told the exports, now and whenever they are others. */
        connect(bind) {
            bound.push(bind);
            bind(current);
        },
        /** What lives in the module: `restore()` makes it anew, `giveUp()` says whether it can be made with less. */
        add: (one) => living.add(one),
        remove: (one) => living.delete(one),
        again,
        call(work) {
            try {
                return enter(work);
            } catch (error) {
                return again(error, work);
            }
        }
    };
}
