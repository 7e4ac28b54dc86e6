/* docs/performance.md and its chart, out of benches/results.json and benches/former.json and nothing else. */
import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { isMain, path } from '../scripts/paths.js';
import { chart } from './chart.js';
import { beside } from './former.js';
import { GOALS, met, reading } from './goals.js';
import { scale } from './scale.js';
import { amount, bytes, figure, time, wanted } from './words.js';
import { CONTENDERS, HOSTS, ON_SCREEN, WORKS } from './works.js';

export const RESULTS = path('benches/results.json');
const FORMER = path('benches/former.json');

const TITLES = { ...WORKS, size: 'WebAssembly and JavaScript, brotli', file: 'Largest file of a component' };

const GROUPS = [
    {
        title: 'Start-up',
        intro: 'From code in memory that the engine has never seen to the first message built.',
        works: ['startUp']
    },
    {
        title: 'Events and lists',
        intro: 'A message of the client (held or resumed) until it is known what changed. The hand-written reducer and the XState machine follow phases and fields; Patchbay also follows the interaction log, consult transfers and the selection. Inside LWS the object comes from outside the sandbox. The list is one of an interaction log: adding a record to 100,000, beside adding one to about 10.',
        works: ['eventText', 'eventObject', 'visit']
    },
    {
        title: 'Messages',
        intro: 'All contenders check the same rules, listed in [rules.js](../benches/peers/rules.js). Messages are generated from a seed, over a thousand in each batch; IDs, targets, user data and attributes do not repeat within a run. The [hand-written peer](../benches/peers/hand.js) is what a good engineer would ship: its builders check their arguments and do not validate the result again. Time of one message.',
        works: ['build', 'validate', 'invalid']
    },
    {
        title: 'Encoding',
        intro: '`patchbay.encode` beside `encodeURIComponent`. Time of one text.',
        works: ['encodeShort', 'encodeLong']
    }
];

/** Writes what is generated of these results. */
export async function writeDocs(results) {
    for (const [file, text] of Object.entries(await documents(results))) {
        await writeFile(path(file), text);
    }
}

/** The generated files, by path. */
export async function documents(results) {
    const former = JSON.parse(await readFile(FORMER, 'utf8'));
    return {
        'docs/performance.md': await formatted(performanceOf(results, former), 'markdown'),
        'docs/performance.svg': chart(results),
        ...(results.saves ? { 'docs/scale.md': await formatted(scale(results), 'markdown') } : {})
    };
}

/** As the checkout's other files are. */
export async function formatted(text, parser) {
    const options = JSON.parse(await readFile(path('.prettierrc'), 'utf8'));
    return format(text, { ...options, plugins: [], parser, tabWidth: parser === 'markdown' ? 2 : options.tabWidth });
}

function performanceOf(results, former) {
    return [
        heading(results),
        ...missing(results),
        '## Goals',
        goals(results),
        '## What an agent waits for',
        onScreen(results),
        '## Size',
        size(results),
        ...GROUPS.map((group) => section(results, group)),
        '## Won and lost',
        wonAndLost(results, former),
        '## How it is measured',
        HOW
    ].join('\n\n');
}

function heading({ date, machine }) {
    const { cpu, cores, system, node, chromium = 'not used', patchbay, ...versions } = machine;
    const peers = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
    return `# Performance

Patchbay beside its peers, measured by \`npm run bench\` and generated from [results.json](../benches/results.json). Ratios are
what to keep: absolute figures are not the same on two machines.

![How the peers’ time stands to Patchbay’s, outside and inside Lightning Web Security](performance.svg)

Measured on ${date} with ${cores} cores of ${cpu}, ${system}; Node ${node}, Chromium ${chromium}; Patchbay ${patchbay};
${peers.join(', ')}.`;
}

function missing({ missing: sentences }) {
    const lines = sentences.map((sentence) => `- ${sentence}`);
    return lines.length > 0 ? [`Missing in this run:\n\n${lines.join('\n')}`] : [];
}

function goals(results) {
    const states = { true: '✔ met', false: '✘ not met' };
    const rows = GOALS.map((goal) => [
        TITLES[goal.work],
        HOSTS[goal.host] ?? goal.host,
        wanted(goal) + (goal.own ? ' \\*' : ''),
        amount(reading(results, goal), goal.unit),
        states[met(results, goal)] ?? '– not measured'
    ]);
    const reached = GOALS.filter((goal) => met(results, goal)).length;
    const own = [...new Map(GOALS.filter((goal) => goal.own).map(({ work, own }) => [work, own]))];
    return [
        `${reached} of ${GOALS.length} are met.`,
        table(['Work', 'Where', 'Wanted', 'Measured', ''], rows),
        `\\* Our own bound, chosen as follows. ${own.map(([work, why]) => `${TITLES[work]}: ${why}`).join('; ')}.`,
        ...unmet(results)
    ].join('\n\n');
}

/** What the time of a goal that is not met is made of. */
function unmet(results) {
    const missed = GOALS.filter((goal) => met(results, goal) === false);
    const works = new Map(missed.map((goal) => [`${TITLES[goal.work]}${goal.about}`, goal]));
    if (works.size === 0) {
        return [];
    }
    const lines = [...works.values()].map(({ work, about }) => `- **${TITLES[work]}**: ${about}`);
    return [`### Not met, and where the time or the bytes go\n\n${lines.join('\n')}`];
}

function onScreen({ hosts }) {
    const rows = ON_SCREEN.filter((work) => hosts.sandbox?.[work]).map((work) => [
        WORKS[work],
        time(hosts.sandbox[work].patchbay.median)
    ]);
    const memory = Object.entries(hosts)
        .filter(([, { memory }]) => memory)
        .map(([host, { memory }]) => [HOSTS[host], bytes(memory.first), bytes(memory.last)]);
    return [
        'Components in the local console, inside LWS. Client and records are simulated and add no delay. Time from the cause to the change in the document, layout included.',
        table(['', 'Median'], rows),
        'Bytes of WebAssembly memory in one session of 10,000 interactions with ten messages each.',
        table(['Where', 'After 1,000', 'After 10,000'], memory)
    ].join('\n\n');
}

function size({ size: found }) {
    if (!found) {
        return 'Not measured.';
    }
    const { peers, files, ...builds } = found;
    const rows = [
        ...Object.entries(builds).map(([name, { wasm, js, total, page }]) => [
            `Patchbay, ${name}`,
            ...[wasm, js, total, page].map(bytes)
        ]),
        ...Object.entries(peers).map(([name, total]) => [
            `${CONTENDERS[name]}, with the schema`,
            '',
            '',
            bytes(total),
            bytes(total)
        ])
    ];
    return [
        'Bytes after minifying and brotli at level 11. A Salesforce page loads the WebAssembly as text within JavaScript: the last column. The peers only validate messages. For builds without some features see [sizes.json](../sizes.json).',
        table(['What', 'WebAssembly', 'JavaScript', 'Together', 'As a page loads it'], rows),
        `Salesforce takes files of at most 1,000,000 bytes; the largest are ${files.map(([name, count]) => `\`${name}\` (${bytes(count)})`).join(', ')}.`
    ].join('\n\n');
}

function section({ hosts }, { title, intro, works }) {
    const rows = works.flatMap((work) =>
        Object.keys(HOSTS)
            .filter((host) => hosts[host]?.[work])
            .map((host) => ({ work, host, contenders: hosts[host][work] }))
    );
    const names = Object.keys(CONTENDERS).filter((name) => rows.some(({ contenders }) => contenders[name]));
    const cells = rows.map(({ work, host, contenders }) => [
        WORKS[work],
        HOSTS[host],
        ...names.map((name) => cell(contenders[name]))
    ]);
    const head = ['Work', 'Where', ...names.map((name) => CONTENDERS[name])];
    return [`## ${title}`, intro, rows.length > 0 ? table(head, cells) : 'Not measured.'].join('\n\n');
}

function cell(contender) {
    if (!contender) {
        return '–';
    }
    const { median, ratio } = contender;
    return ratio === undefined ? `**${time(median)}**` : `${time(median)} (${figure(ratio)}×)`;
}

function wonAndLost(results, former) {
    const all = beside(former, results);
    const of = (wantedVerdict) => all.filter(({ verdict }) => verdict === wantedVerdict);
    const lines = (verdict) => {
        const rows = of(verdict).map(({ work, host, peer, unit, then, now }) => [
            TITLES[work],
            HOSTS[host] ?? host,
            peer ? CONTENDERS[peer] : '',
            amount(then, unit),
            amount(now, unit)
        ]);
        return rows.length > 0 ? table(['Work', 'Where', 'Beside', former.date, results.date], rows) : 'None.';
    };
    const [won, lost, same, gone] = ['won', 'lost', 'same', 'missing'].map((verdict) => of(verdict).length);
    return [
        `Beside the page of ${former.date}, as ratios to the same peers, or as bytes and times where there is no peer: ${won} figures are better, ${lost} worse, ${same} the same within 15 % (two runs differ by as much), and ${gone} are missing in this run.`,
        '### Won',
        lines('won'),
        '### Lost',
        lines('lost'),
        '### Measured differently, or no longer',
        former.dropped.map((sentence) => `- ${sentence}`).join('\n')
    ].join('\n\n');
}

function table(head, rows) {
    return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const HOW = `- One process per host. Contenders take turns, pass by pass, so that noise hits all of them. Inputs are new for each batch and made
  outside the measured time. A figure is the median of the passes, a ratio the median of the passes' ratios.
- In brackets stands the contender's time divided by Patchbay's: 2× takes twice as long as Patchbay, 0.5× half as long.
- Every contender is checked before it is timed: same messages, same verdicts, same paths of problems, same phases of a captured
  call.
- All are bundled and minified in the same way. Inside LWS all measured code is compiled with LWC's transforms and evaluated by the
  real engine; the bench checks that it is.
- Ajv runs with \`allErrors\`, since listing all problems is the task, and with custom formats for rules that JSON Schema cannot
  express. Its standalone code is measured, since its compiler needs eval.
- Start-up happens in a new thread (Node), a new frame (Chromium) or a new module in the same sandbox (LWS). A number in a custom
  section makes the WebAssembly different each time, so that no cache of the engine has it.
- Again: \`npm run bench\`, under four minutes on a quiet machine; \`--quick\` for fewer rounds, \`--host\` and \`--work\` for a part.
- To see where time goes: \`npm run bench -- --host node --work eventText --profile\` writes a CPU profile with the names of Rust
  functions into \`build/bench\`; open it in the browser's developer tools. In the console, use the developer tools directly. To see
  where bytes go: \`npm run size -- --top\`.`;

// Anew from the results that are there.
if (isMain(import.meta.url)) {
    await writeDocs(JSON.parse(await readFile(RESULTS, 'utf8')));
}
