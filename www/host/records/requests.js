// Every request that reached for the record store, what became of it, and how many there were.

const KEPT = 200;
const NONE = Object.freeze({ sent: 0, succeeded: 0, failed: 0, stored: 0 });

export class RequestLog {
    /**
     * Oldest first: { what, kind, payload, at, fault, outcome, stored, answer }. `outcome` is what the page was told: 'under way',
     * 'succeeded' or 'failed'; `stored` how often it was carried out, whatever the page was told.
     */
    entries = [];
    /** By kind: { sent, succeeded, failed, stored }. */
    counts = { read: NONE, write: NONE, save: NONE };
    #watchers = new Set();

    /** `memory` is what another one was as JSON. What was under way then will not be answered any more. */
    constructor(memory = {}) {
        Object.assign(this, memory);
    }

    begin({ what, kind, payload, fault }) {
        const entry = {
            what,
            kind,
            payload: plain(payload),
            at: Date.now(),
            fault,
            outcome: 'under way',
            stored: 0,
            answer: null
        };
        this.entries = [...this.entries, entry].slice(-KEPT);
        this.#count(kind, 'sent');
        return entry;
    }

    stored(entry) {
        entry.stored += 1;
        this.#count(entry.kind, 'stored');
    }

    settle(entry, outcome, answer) {
        entry.outcome = outcome;
        entry.answer = plain(answer);
        this.#count(entry.kind, outcome);
    }

    clear() {
        this.entries = [];
        this.counts = { read: NONE, write: NONE, save: NONE };
        this.#changed();
    }

    /** Calls `watcher` after every change; gives a function that stops it. */
    watch(watcher) {
        this.#watchers.add(watcher);
        return () => this.#watchers.delete(watcher);
    }

    toJSON() {
        const { entries, counts } = this;
        return { entries, counts };
    }

    #count(kind, name) {
        this.counts = { ...this.counts, [kind]: { ...this.counts[kind], [name]: this.counts[kind][name] + 1 } };
        this.#changed();
    }

    #changed() {
        for (const watcher of this.#watchers) watcher();
    }
}

const plain = (value) => JSON.parse(JSON.stringify(value ?? null));
