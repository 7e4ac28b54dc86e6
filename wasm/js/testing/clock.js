/** A clock that stands still until the test moves it, with its timers. `random` always returns the same number. */
export class Clock {
    #time;
    #timers = new Set();

    constructor(time) {
        this.#time = time;
    }

    // Fields, not methods: a session calls these functions without the clock.
    now = () => this.#time;
    random = () => 0.5;

    setTimeout = (callback, wait = 0) => {
        const timer = { at: this.#time + wait, callback };
        this.#timers.add(timer);
        return timer;
    };

    clearTimeout = (timer) => {
        this.#timers.delete(timer);
    };

    /** Moves to the next timer that is due by `end` and runs it. Returns whether there was one. */
    next(end) {
        const due = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (due) {
            this.clearTimeout(due);
            this.moveTo(due.at);
            due.callback();
        }
        return due !== undefined;
    }

    /** Time never goes back. */
    moveTo(time) {
        this.#time = Math.max(this.#time, time);
    }
}
