/* Samples become results. */

export function median(numbers) {
    const sorted = [...numbers].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Medians, and the ratios to Patchbay's time of the same pass: what slows a pass slows both. */
export function summarise(contenders) {
    const ours = contenders.patchbay;
    const summary = Object.entries(contenders).map(([name, samples]) => {
        const ratio = median(samples.map((sample, pass) => sample / ours[pass]));
        return [name, { median: short(median(samples)), ...(name === 'patchbay' ? {} : { ratio: short(ratio) }) }];
    });
    return Object.fromEntries(summary);
}

function short(number) {
    return Number(number.toPrecision(4));
}
