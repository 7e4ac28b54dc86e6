// Sends the client's messages: in order, each a little after the one before, and with faults if they are switched on.

export const realClock = {
    now: () => Date.now(),
    setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds)
};

const SLOW = { factor: 3, more: 1500 };

export class Outbox {
    #waiting = [];
    #lastDue = 0;
    #publish;
    #clock;
    #misbehave;

    constructor({ publish, clock, misbehave }) {
        this.#publish = publish;
        this.#clock = clock;
        this.#misbehave = misbehave;
    }

    /** Sends `message`, as it is now, `afterMs` after the one before it. */
    send(message, afterMs) {
        const { slow, duplicate } = this.#misbehave;
        const json = JSON.stringify(message);
        const now = this.#clock.now();
        const wait = slow ? afterMs * SLOW.factor + SLOW.more : afterMs;
        this.#lastDue = Math.max(this.#lastDue, now) + wait;
        for (let copies = duplicate ? 2 : 1; copies > 0; copies -= 1) this.#wait(json);
    }

    /** Messages that are not sent yet: [{ json, due }]. */
    get waiting() {
        return this.#waiting;
    }

    /** Sends the waiting messages of an earlier outbox, when they are due or now. */
    resume(waiting) {
        for (const { json, due } of waiting) {
            this.#lastDue = Math.max(this.#lastDue, this.#clock.now(), due);
            this.#wait(json);
        }
    }

    #wait(json) {
        this.#waiting.push({ json, due: this.#lastDue });
        // Each timer sends the oldest message, not its own: timers may swap, messages must not.
        const sendOldest = () => this.#publish(JSON.parse(this.#waiting.shift().json));
        this.#clock.setTimeout(sendOldest, this.#lastDue - this.#clock.now());
    }
}
