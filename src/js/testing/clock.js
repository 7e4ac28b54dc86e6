/** Clocks that stand in for the machine's, the last of them for all; what the machine has, put aside meanwhile. */
let active = [];
let putBack = [];

/** A clock that stands still until it is told otherwise, and the timers that were set by it. */
export class Clock {
    #now;
    #timers = new Set();

    constructor(now) {
        this.#now = now;
    }

    get now() {
        return this.#now;
    }

    /** Does something that takes the time from this clock, sets its timers by it and finds nothing random. */
    run(work) {
        const before = active;
        stand([...before, { clock: this }]);
        try {
            return work();
        } finally {
            stand(before);
        }
    }

    /** The same until a promise is kept: between two awaits nobody else can tell whose turn it is. */
    async hold(work) {
        const place = { clock: this };
        stand([...active, place]);
        try {
            return await work();
        } finally {
            stand(active.filter((one) => one !== place));
        }
    }

    // A function in a field, since the Babel of LWC knows no private methods.
    set = (callback, wait = 0) => {
        const timer = { at: this.#now + wait, callback, drop: () => this.#timers.delete(timer) };
        this.#timers.add(timer);
        return timer;
    };

    /** Moves to the next timer that is due by `end` and runs it; says whether there was one. */
    next(end) {
        const due = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (due) {
            due.drop();
            this.moveTo(due.at);
            this.run(due.callback);
        }
        return due !== undefined;
    }

    /** Time never goes back. */
    moveTo(time) {
        this.#now = Math.max(this.#now, time);
    }
}

/** Calls back whoever wrote the test: what they start themselves runs by their own clock. */
export function leave(work) {
    const before = active;
    stand([]);
    try {
        return work();
    } finally {
        stand(before);
    }
}

function stand(clocks) {
    putBack.forEach((put) => put());
    active = clocks;
    const clock = clocks.at(-1)?.clock;
    const { timeOrigin = 0 } = performance;
    putBack = clock
        ? [
              replace(performance, 'now', () => clock.now - timeOrigin),
              replace(Date, 'now', () => clock.now),
              replace(Math, 'random', () => 0.5),
              replace(globalThis, 'setTimeout', clock.set),
              replace(globalThis, 'clearTimeout', (timer) => timer?.drop?.())
          ]
        : [];
}

function replace(owner, name, value) {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
    return () => (before ? Object.defineProperty(owner, name, before) : delete owner[name]);
}
