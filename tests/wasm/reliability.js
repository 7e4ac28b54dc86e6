/** Whether a run tries all there is, as every night, or what suits a commit. */
export const ALL = process.env.PATCHBAY_ALL === '1';

/** Says how much a test has tried, in a line that can be gathered. */
export function tried(name, cases) {
    console.log(`reliability: ${name}: ${cases} cases`);
}

/** Numbers from 0 to below 1 that look like chance, the same for the same seed (mulberry32). */
export function chanceOf(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}
