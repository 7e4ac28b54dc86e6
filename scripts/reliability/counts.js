/* How much the tests have tried: what they print of it, and whether that is what is claimed. */
import { CLAIMS } from './claims.js';

const LINE = /reliability: (.+): (\d+) cases/g;

/** What a text of tests says they have tried: `{name: cases}`. */
export function gather(text) {
    return Object.fromEntries(Array.from(text.matchAll(LINE), ([, name, cases]) => [name, Number(cases)]));
}

/** Whether a counter of a claim, in which `*` stands for any text, means this name. */
export function means(counter, name) {
    const parts = counter.split('*').map((part) => part.replace(/[.()[\]+?^$|{}\\/]/g, '\\$&'));
    return new RegExp(`^${parts.join('.+')}$`).test(name);
}

/** The cases of a counter: all of them whose names it means. */
export function casesOf(counter, counts) {
    const named = Object.keys(counts).filter((name) => means(counter, name));
    return named.reduce((sum, name) => sum + counts[name], 0);
}

/** What keeps counts from being what is claimed, in a sentence each. */
export function faults(counts, claims = CLAIMS) {
    const counters = claims.flatMap((claim) => Object.entries(claim.counters));
    const short = counters
        .map(([counter, least]) => ({ counter, least, cases: casesOf(counter, counts) }))
        .filter(({ least, cases }) => cases < least)
        .map(({ counter, least, cases }) =>
            cases === 0
                ? `${counter}: nothing was counted, and ${least} cases are claimed`
                : `${counter}: ${cases} cases, and ${least} are claimed`
        );
    const unclaimed = Object.keys(counts)
        .filter((name) => !counters.some(([counter]) => means(counter, name)))
        .map((name) => `${name}: counted, and claimed nowhere; name it in scripts/reliability/claims.js`);
    return [...short, ...unclaimed];
}
