/*
 * Whose time it is. A session takes the time and its timers from here; `patchbay/testing` gives a session a clock of its
 * own. wasm-bindgen's glue is bundled with these timers too.
 */

const CLOCK = ['now', 'setTimeout', 'clearTimeout', 'random'];

/**
 * A clock that is given, if it is one, or else the page's own: nobody sets it back. What is read often is bound once, since
 * each reading crosses the sandbox.
 */
export function clockOf(given) {
    try {
        if (CLOCK.every((name) => typeof given[name] === 'function')) {
            return given;
        }
    } catch {
        // None was given.
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

let time;

/** The module's own timers that have not gone off, and whose they are. */
const pending = new Map();

/** What is to be done once the module's timer has returned, so that the module is not entered while it is being left. */
let due = [];

/** Says whose time it is for all that the module does until somebody else says so. */
export function use(other) {
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

export function afterTimer(work) {
    due.push(work);
}

/** The timers of a module that is no more would call into nothing. */
export function forgetTimers() {
    for (const [timer, { clearTimeout: clear }] of pending) {
        clear(timer);
    }
    pending.clear();
    due = [];
}
