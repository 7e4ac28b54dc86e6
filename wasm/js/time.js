/*
 * Clocks and timers. A session of `patchbay/testing` has a clock that the test moves; every other session has the page's. Timers that
 * Rust sets call `setTimeout` and `clearTimeout` of this file, because the build imports them into wasm-bindgen's glue.
 */

const CLOCK = ['now', 'setTimeout', 'clearTimeout', 'random'];

/**
 * The given clock if it is one, else the page's. The page's clock never goes back, unlike Date.now(). Its functions are bound once,
 * because inside Lightning Web Security every read of a property of `performance` is slow.
 */
export function clockOf(given) {
    try {
        if (CLOCK.every((name) => typeof given[name] === 'function')) {
            return given;
        }
    } catch {
        // No clock was given.
    }
    const elapsed = performance.now.bind(performance);
    // Test doubles of performance may lack its origin.
    const origin = performance.timeOrigin ?? Date.now() - elapsed();
    return {
        now: () => origin + elapsed(),
        setTimeout: (callback, wait) => globalThis.setTimeout(callback, wait),
        clearTimeout: (timer) => globalThis.clearTimeout(timer),
        random: () => Math.random()
    };
}

/** The clock of the session that called the module last. */
let time;

/** Timers of the module that have not gone off, each with its clock. */
const pending = new Map();

/** Called after the module's timer callback has returned: until then the module must not be called again. */
let due = [];

/** Sets the clock for timers that the module sets from now on. */
export function useClock(other) {
    time = other;
}

export function setTimeout(callback, wait) {
    const timer = time.setTimeout(() => {
        pending.delete(timer);
        callback();
        due.splice(0).forEach((work) => work());
    }, wait);
    pending.set(timer, time);
    return timer;
}

export function clearTimeout(timer) {
    pending.get(timer)?.clearTimeout(timer);
    pending.delete(timer);
    return timer;
}

/** Calls `work` after the running timer callback of the module. */
export function afterTimer(work) {
    due.push(work);
}

/** Clears all timers of the module: after a restart they would call into the discarded instance. */
export function forgetTimers() {
    for (const [timer, { clearTimeout: clear }] of pending) {
        clear(timer);
    }
    pending.clear();
    due = [];
}
