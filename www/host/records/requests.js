// All requests to the record store, with their outcomes and counts.

const KEPT = 200;
const MAX_TEXT_LENGTH = 1000;
const NONE = Object.freeze({ sent: 0, succeeded: 0, failed: 0, stored: 0 });
/** 'save' is of the interaction log, 'engagement' of EngagementInteraction records, 'write' of any others. */
const NO_COUNTS = Object.freeze({ read: NONE, write: NONE, save: NONE, engagement: NONE });

export class RequestLog {
    /**
     * Oldest first: { what, kind, payload, at, fault, outcome, stored, answer }. `outcome` is what the page was told: 'under way',
     * 'succeeded' or 'failed'; `stored` how often it was carried out, whatever the page was told.
     */
    entries = [];
    /** By kind: { sent, succeeded, failed, stored }. */
    counts = NO_COUNTS;
    #watchers = new Set();

    /** `memory` is the JSON of an earlier instance. Its requests in flight will not be answered. */
    constructor(memory = {}) {
        Object.assign(this, memory, { counts: { ...NO_COUNTS, ...memory.counts } });
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
        this.counts = NO_COUNTS;
        this.#changed();
    }

    /** Calls `watcher` after every change; gives a function that stops it. */
    watch(watcher) {
        this.#watchers.add(watcher);
        return () => this.#watchers.delete(watcher);
    }

    toJSON() {
        const { entries, counts } = this;
        // Browser storage holds a few million characters, and one transcript may have 131,072.
        const shorter = ({ payload, answer, ...entry }) => ({
            ...entry,
            payload: shortened(payload),
            answer: shortened(answer)
        });
        return { entries: entries.map(shorter), counts };
    }

    #count(kind, name) {
        this.counts = { ...this.counts, [kind]: { ...this.counts[kind], [name]: this.counts[kind][name] + 1 } };
        this.#changed();
    }

    #changed() {
        for (const watcher of this.#watchers) watcher();
    }
}

/** The same data with its long texts cut. */
export const shortened = (data) =>
    JSON.parse(
        JSON.stringify(data, (_, value) =>
            typeof value === 'string' && value.length > MAX_TEXT_LENGTH ? `${value.slice(0, MAX_TEXT_LENGTH)}…` : value
        )
    );

const plain = (value) => JSON.parse(JSON.stringify(value ?? null));
