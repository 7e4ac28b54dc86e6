/*
 * Time that stands still until it is told to pass: timers and performance.now() of everything that runs meanwhile, so that
 * what takes minutes is told in a moment, and the same each time.
 */
export async function inVirtualTime(work) {
    const real = { setTimeout, clearTimeout, now: performance.now };
    const timers = new Map();
    let elapsed = 0;
    let last = 0;
    globalThis.setTimeout = (callback, milliseconds) => {
        timers.set(++last, { at: elapsed + milliseconds, callback });
        return last;
    };
    globalThis.clearTimeout = (timer) => timers.delete(timer);
    performance.now = () => elapsed;

    /** Promises have been kept by the real next turn. */
    const turn = () => new Promise((resolve) => setImmediate(resolve));

    async function pass(milliseconds) {
        const end = elapsed + milliseconds;
        for (;;) {
            await turn();
            const [next] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
            if (!next) break;
            timers.delete(next[0]);
            elapsed = Math.max(elapsed, next[1].at);
            next[1].callback();
        }
        elapsed = end;
    }

    try {
        return await work({ pass, elapsed: () => elapsed });
    } finally {
        Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
        performance.now = real.now;
    }
}
