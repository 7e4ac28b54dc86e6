/** A clock that stands still until a test moves it. */
export class TestClock {
    #now = Date.parse('2026-04-09T04:19:30.000Z');
    #timers = [];

    now = () => this.#now;

    setTimeout = (callback, milliseconds) => {
        this.#timers.push({ at: this.#now + milliseconds, callback });
    };

    /** Drops every timer, as a page does that goes. */
    clear() {
        this.#timers = [];
    }

    /** Runs everything due within the next `milliseconds`, in order, with the time it is due at. */
    advance(milliseconds) {
        const end = this.#now + milliseconds;
        for (;;) {
            const due = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
            if (!due) break;
            this.#timers.splice(this.#timers.indexOf(due), 1);
            this.#now = Math.max(this.#now, due.at);
            due.callback();
        }
        this.#now = end;
    }
}
