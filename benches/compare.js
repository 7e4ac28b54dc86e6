/*
 * Two runs side by side: ratios that are the machine's noise apart say the same. `node benches/compare.js A.json B.json`
 * prints every ratio of both.
 */
import { readFile } from 'node:fs/promises';
import { isMain } from '../scripts/paths.js';
import { figure } from './words.js';

/** Percent by which two ratios may be apart. */
const BOUNDS = [10, 20, 30];
const WORST = 5;

/** Every ratio of two runs, `{ id, first, second, factor }`, those farthest apart first; what only one has is left out. */
export function compare(first, second) {
    const [ours, others] = [ratios(first), ratios(second)];
    return Object.keys(ours)
        .filter((id) => id in others)
        .map((id) => ({ id, first: ours[id], second: others[id], factor: apart(ours[id], others[id]) }))
        .sort((one, other) => other.factor - one.factor);
}

/** What is written down of a comparison: how many ratios, the share within each bound, and the worst. */
export function summaryOf(compared) {
    const within = BOUNDS.map((percent) => [percent, compared.filter((pair) => isWithin(pair, percent)).length]);
    return { ratios: compared.length, within: Object.fromEntries(within), worst: compared.slice(0, WORST) };
}

/** The comparison as lines to be printed. */
export function linesOf(compared) {
    const { ratios: count, within } = summaryOf(compared);
    const width = Math.max(0, ...compared.map(({ id }) => id.length));
    const last = BOUNDS.at(-1);
    return [
        ...compared.map((pair) => {
            const { id, first, second, factor } = pair;
            const mark = isWithin(pair, last) ? '' : `  outside ${last} %`;
            return `${id.padEnd(width)}  ${figure(first)}×  ${figure(second)}×  apart by ${figure(factor)}×${mark}`;
        }),
        ...Object.entries(within).map(
            ([percent, some]) => `${some} of ${count} ratios are within ${percent} % of each other.`
        )
    ];
}

function isWithin({ factor }, percent) {
    return factor <= 1 + percent / 100;
}

function ratios({ hosts }) {
    const all = Object.entries(hosts).flatMap(([host, { works }]) =>
        Object.entries(works).flatMap(([work, contenders]) =>
            Object.entries(contenders)
                .filter(([, { ratio }]) => ratio !== undefined)
                .map(([peer, { ratio }]) => [`${work}/${host}/${peer}`, ratio])
        )
    );
    return Object.fromEntries(all);
}

/** 1.1 where the larger is a tenth more than the smaller. */
function apart(one, other) {
    return Number((Math.max(one, other) / Math.min(one, other)).toPrecision(4));
}

async function main(files) {
    if (files.length !== 2) {
        console.error(
            'node benches/compare.js A.json B.json: the results of two runs, as benches/results.json has them.'
        );
        process.exit(1);
    }
    const runs = files.map(async (file) => JSON.parse(await readFile(file, 'utf8')));
    linesOf(compare(...(await Promise.all(runs)))).forEach((line) => console.log(line));
}

if (isMain(import.meta.url)) {
    await main(process.argv.slice(2));
}
