/** A stream of messages with the time between them, as a file: {title, events: [{afterMs, message}]}. */
import { fill } from 'c/patchbayShared';
import labels from './labels';
import { redacted } from './redacted';

/** A recording stops here, so that a forgotten one does not eat the browser's memory. */
export const CAPACITY = 10000;

export class Recorder {
    events = [];
    last = null;

    get count() {
        return this.events.length;
    }

    get isFull() {
        return this.count >= CAPACITY;
    }

    /** What is not JSON cannot have come over the channel, and is left out. */
    add({ time, json }, showsValues) {
        if (json === null || this.isFull) {
            return;
        }
        const whole = JSON.parse(json);
        const message = showsValues ? whole : redacted(whole);
        this.events.push({ afterMs: Math.max(0, time - (this.last ?? time)), message });
        this.last = time;
    }

    toFile() {
        return JSON.stringify(
            { title: fill(labels.recordedAt, new Date().toISOString()), events: this.events },
            null,
            1
        );
    }
}

/** Reads such a file; throws an Error that says what is wrong with it and where. */
export function parse(text) {
    const recording = parseJson(text);
    if (!Array.isArray(recording?.events)) {
        throw new Error(labels.noEvents);
    }
    recording.events.forEach(check);
    const { title, events } = recording;
    return { title: typeof title === 'string' ? title : '', events };
}

function check(event, index) {
    if (event === null || typeof event !== 'object' || !('message' in event)) {
        throw new Error(fill(labels.eventNoMessage, index + 1));
    }
    if (!Number.isFinite(event.afterMs) || event.afterMs < 0) {
        throw new Error(fill(labels.eventNoTime, index + 1));
    }
}

function parseJson(text) {
    try {
        return JSON.parse(text);
    } catch ({ message }) {
        throw new Error(fill(labels.fileNotJson, message));
    }
}
