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

/**
 * What keeps counts from being what is claimed, in a sentence each. A commit has to count less than a night, `all`; what a step
 * counts that has `failed`, as a function of a test's file, is not asked for: that step is a failure already.
 */
export function faults(counts, { all = true, failed = () => false, claims = CLAIMS } = {}) {
    const counters = claims.flatMap((claim) =>
        Object.entries(claim.counters).map(([counter, least]) => ({
            counter,
            least: all ? least : (claim.commit?.[counter] ?? least),
            asked: !claim.tests?.some(failed)
        }))
    );
    const short = counters
        .filter(({ counter, least, asked }) => asked && casesOf(counter, counts) < least)
        .map(({ counter, least }) => {
            const cases = casesOf(counter, counts);
            return cases === 0
                ? `${counter}: nothing was counted, and ${least} cases are claimed`
                : `${counter}: ${cases} cases, and ${least} are claimed`;
        });
    const unclaimed = Object.keys(counts)
        .filter((name) => !counters.some(({ counter }) => means(counter, name)))
        .map((name) => `${name}: counted, and claimed nowhere; name it in scripts/reliability/claims.js`);
    return [...short, ...unclaimed];
}
