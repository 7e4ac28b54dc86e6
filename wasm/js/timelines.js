import { NONE } from './changes.js';

const EMPTY = Object.freeze({ entries: NONE, summary: NONE });

/** What happened in each interaction. `ask` reads it from Rust as JSON: when it is asked for, and again once Rust reports a change. */
export function openTimelines(ask) {
    const known = new Map();

    function read(id) {
        const json = typeof id === 'string' ? ask(id) : '';
        if (json === '') {
            return EMPTY;
        }
        const { entries, summary } = JSON.parse(json);
        const timeline = { entries: frozen(entries), summary: frozen(summary) };
        known.set(id, timeline);
        return timeline;
    }

    return {
        of: (id) => known.get(id) ?? read(id),
        forget: (ids) => ids.forEach((id) => known.delete(id)),
        clear: () => known.clear()
    };
}

function frozen(list) {
    return Object.freeze(list.map((one) => Object.freeze(one)));
}
