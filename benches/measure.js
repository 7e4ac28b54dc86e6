/*
 * Timing. Contenders take turns round by round, so that whatever slows the machine slows all of them; each runs in batches
 * long enough for the clock at hand, and the median of the rounds is what counts.
 */
/** Batches. */
const WARM_UP = 6;

let sink;

function batch({ run }, times) {
    const started = performance.now();
    for (let time = 0; time < times; time++) {
        sink = run(time);
    }
    return performance.now() - started;
}

/** How often a contender runs to fill a batch. */
function calibrate(contender, milliseconds) {
    let times = 1;
    for (;;) {
        const took = batch(contender, times);
        if (took >= milliseconds) {
            return times;
        }
        times = Math.ceil(times * Math.min(10, Math.max(1.2, (milliseconds / Math.max(took, 0.01)) * 1.1)));
    }
}

/**
 * The nanoseconds of every round by contender. A contender is `{ name, run, per }`, `per` being how many things one run
 * does; one with `times` runs so often in a round, and `before` makes ready for that.
 */
export function measure(contenders, { rounds, milliseconds }) {
    const adjustable = contenders.filter(({ times }) => times === undefined);
    // To begin with everybody runs until the engine has compiled what it will, and only then is counted how often.
    adjustable.forEach((contender) => calibrate(contender, milliseconds * WARM_UP));
    const lanes = contenders.map((contender) => ({
        contender,
        times: contender.times ?? calibrate(contender, milliseconds),
        samples: []
    }));
    // Two rounds do not count: a contender's code may have been given up and compiled anew by what the others did.
    for (let round = -2; round < rounds; round++) {
        for (let lane = 0; lane < lanes.length; lane++) {
            const { contender, times, samples } = lanes[(lane + round + lanes.length * 2) % lanes.length];
            contender.before?.(times);
            const took = batch(contender, times);
            if (round >= 0) {
                samples.push((took * 1e6) / times / (contender.per ?? 1));
            }
        }
    }
    return Object.fromEntries(lanes.map(({ contender, samples }) => [contender.name, samples]));
}

/** What the last run made: read by nobody, and so that no compiler can leave the work out. */
export const lastMade = () => sink;

export function median(numbers) {
    const sorted = [...numbers].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
