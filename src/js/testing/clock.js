/** A clock that stands still until it is told otherwise, and the timers that were set by it. */
export class Clock {
    #now;
    #timers = new Set();
    /** Puts back what is replaced while work of this clock is done; null otherwise. */
    #undo = null;

    constructor(now) {
        this.#now = now;
    }

    get now() {
        return this.#now;
    }

    /** Does something that takes the time from this clock, sets its timers by it and finds nothing random. */
    run(work) {
        return this.#undo ? work() : within(this.#start, this.#stop, work);
    }

    /** Calls back whoever wrote the test: what they start themselves runs by their own clock. */
    leave(work) {
        return this.#undo ? within(this.#stop, this.#start, work) : work();
    }

    // Functions in fields, since the Babel of LWC knows no private methods.
    #set = (callback, wait) => {
        const timer = { at: this.#now + wait, callback };
        this.#timers.add(timer);
        return timer;
    };

    #start = () => {
        const { timeOrigin = 0 } = performance;
        this.#undo = [
            replace(performance, 'now', () => this.#now - timeOrigin),
            replace(Date, 'now', () => this.#now),
            replace(Math, 'random', () => 0.5),
            replace(globalThis, 'setTimeout', (callback, wait = 0) => this.#set(callback, wait)),
            replace(globalThis, 'clearTimeout', (timer) => this.#timers.delete(timer))
        ];
    };

    #stop = () => {
        this.#undo.forEach((put) => put());
        this.#undo = null;
    };

    /** Moves to the next timer that is due by `end` and runs it; says whether there was one. */
    next(end) {
        const due = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (due) {
            this.#timers.delete(due);
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

function within(enter, exit, work) {
    enter();
    try {
        return work();
    } finally {
        exit();
    }
}

function replace(owner, name, value) {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
    return () => (before ? Object.defineProperty(owner, name, before) : delete owner[name]);
}
