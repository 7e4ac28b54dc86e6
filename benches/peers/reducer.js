/* The session by hand: a reducer over a map of interactions, and a diff that says what changed. */
import { NOTHING_KNOWN, STEPS, read, take, told } from './facts.js';

export function open() {
    const interactions = new Map();

    function receive(message) {
        const event = read(message);
        if (event === null) {
            return [];
        }
        const { id, news, gone } = event;
        const before = interactions.get(id);
        if (gone) {
            interactions.delete(id);
            return before ? [id] : [];
        }
        const known = before ?? { facts: NOTHING_KNOWN, phase: news.direction === 'Outbound' ? 'dialing' : 'alerting' };
        const next = told(news) ?? known.phase;
        const late = STEPS[next] < STEPS[known.phase];
        const facts = take(known.facts, news, late);
        const phase = late ? known.phase : next;
        if (facts === known.facts && phase === known.phase) {
            return [];
        }
        interactions.set(id, { facts, phase });
        return [id];
    }

    return { receive, phase: (id) => interactions.get(id)?.phase };
}
