/* Samples become results: medians, the quartiles around them, and how a peer's time stands to Patchbay's. */
import { median } from './measure.js';

/** The works of one host. */
export function summarise(works) {
    return Object.fromEntries(
        Object.entries(works).map(([work, contenders]) => [
            work,
            work === 'memory' ? memoryOf(contenders) : timesOf(contenders)
        ])
    );
}

function timesOf(contenders) {
    const ours = contenders.patchbay;
    return Object.fromEntries(
        Object.entries(contenders).map(([name, samples]) => {
            const sorted = [...samples].sort((a, b) => a - b);
            const quartile = (share) => sorted[Math.round((sorted.length - 1) * share)];
            return [
                name,
                {
                    median: short(median(samples)),
                    low: short(quartile(0.25)),
                    high: short(quartile(0.75)),
                    // Of each round, then the median: what slows a round slows both.
                    ...(name === 'patchbay'
                        ? {}
                        : { ratio: short(median(samples.map((sample, at) => sample / ours[at]))) })
                }
            ];
        })
    );
}

/** After the first tenth of the interactions, and after the last. */
function memoryOf({ patchbay }) {
    return { patchbay: { first: patchbay[0], last: patchbay.at(-1) } };
}

function short(number) {
    return Number(number.toPrecision(4));
}
