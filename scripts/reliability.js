/*
 * Writes docs/reliability.md from the claims and from the counts of the last `npm test`, which it stores in docs/reliability.json.
 * `node scripts/reliability.js`
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { format } from 'prettier';
import { CLAIMS } from './reliability/claims.js';
import { casesOf, faults, gather } from './reliability/counts.js';
import { isMain, path } from './paths.js';

export { faults, gather };

const LAST_RUN = path('build/reliability.json');

/** The counts on the page. */
export const TOLD = path('docs/reliability.json');

const INTRO = `# Reliability

This page lists what Patchbay claims, the tests behind each claim, and how many cases they tried. \`node scripts/reliability.js\`
generates it from [the claims](../scripts/reliability/claims.js) and from the counts that the tests print in the last whole run of
\`npm test\`. A run fails if it counts less than the minimum of a claim, or something that no claim names.

For longer runs, use \`PATCHBAY_RUNS=1000000 cargo test --release --test core model\` for the session and \`node scripts/fuzz.js 600\`
for functions that accept outside text. A failure prints how to repeat it.
`;

/** The text of the page. */
export async function reliabilityPage(counts, claims = CLAIMS) {
    const topics = [...new Set(claims.map(({ topic }) => topic))];
    const sections = topics.map((topic) => section(topic, claims, counts));
    const options = JSON.parse(await readFile(path('.prettierrc'), 'utf8'));
    return format([INTRO, ...sections].join('\n'), { ...options, parser: 'markdown', tabWidth: 2 });
}

function section(topic, claims, counts) {
    const rows = claims
        .filter((one) => one.topic === topic)
        .map(({ claim, tests, counters }) => [claim, tests.map(link).join(', '), ...figures(counters, counts)]);
    const table = [
        ['Claim', 'Tested by', 'Counted', 'At least', 'Last run'],
        ['---', '---', '---', '--:', '--:'],
        ...rows
    ];
    return `## ${topic}\n\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

function link(test) {
    return `[${test.replace(/^tests\//, '')}](../${test})`;
}

/** Each counter on its own line, because they count different things. */
function figures(counters, counts) {
    const lines = (write) => Object.entries(counters).map(write).join('<br>');
    return [
        lines(([counter]) => counter.replace(/, \*| \*/, '')),
        lines(([, least]) => least.toLocaleString('en')),
        lines(([counter]) => casesOf(counter, counts).toLocaleString('en'))
    ];
}

/** Stores the counts of a whole run, for the page. */
export async function keepRun(counts) {
    await mkdir(dirname(LAST_RUN), { recursive: true });
    await writeFile(LAST_RUN, json(counts));
}

/** Sorted, so that the order of the steps does not matter. */
function json(counts) {
    const sorted = Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1));
    return `${JSON.stringify(Object.fromEntries(sorted), null, 4)}\n`;
}

if (isMain(import.meta.url)) {
    const counts = JSON.parse(await readFile(LAST_RUN, 'utf8'));
    const wrong = faults(counts);
    if (wrong.length > 0) {
        console.error(`The last run is not what is claimed:\n${wrong.join('\n')}`);
        process.exitCode = 1;
    } else {
        await writeFile(TOLD, json(counts));
        await writeFile(path('docs/reliability.md'), await reliabilityPage(counts));
    }
}
