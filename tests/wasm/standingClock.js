/** A clock that stands until it is moved, with its timers. */
export class Clock {
    time = Date.parse('2026-01-05T09:00:00.000Z');
    timers = new Map();
    now = () => this.time;
    random = () => 0.5;
    setTimeout = (callback, wait) => {
        const timer = Symbol('timer');
        this.timers.set(timer, { at: this.time + wait, callback });
        return timer;
    };
    clearTimeout = (timer) => this.timers.delete(timer);

    async pass(milliseconds) {
        const end = this.time + milliseconds;
        for (;;) {
            for (let turn = 0; turn < 10; turn += 1) {
                await null;
            }
            const [timer, due] = [...this.timers].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
            if (!due || due.at > end) {
                break;
            }
            this.timers.delete(timer);
            this.time = Math.max(this.time, due.at);
            due.callback();
        }
        this.time = end;
    }
}
