/* docs/performance.md and its chart, out of benches/results.json and nothing else. */
import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { path } from '../scripts/paths.js';
import { chart } from './chart.js';
import { GOALS, met, reading } from './goals.js';
import { noteOf } from './notes.js';
import { subjectOf } from './profile/subjects.js';
import { scale } from './scale.js';
import { bytes, describeGoal, figure, time, withUnit } from './words.js';
import { CONTENDERS, HOSTS, WORKS } from './works.js';

export const RESULTS = path('benches/results.json');

const NAMES = { ...HOSTS, size: 'as shipped' };

const GROUPS = [
    {
        title: 'Messages',
        intro: 'Seven contenders that all check the same of a message ([rules.js](../benches/peers/rules.js) lists it), and agree on every message of the corpus before they are timed. Patchbay remembers what it found of the last few texts and what Rust said of the last 64 kinds of message, since an agent’s messages name the same few again and again; the rows “not seen before” are a thousand transfers, each of another interaction to another target. Time of one message.',
        works: ['build', 'buildEncoded', 'buildFresh', 'validate', 'validateFresh', 'invalid']
    },
    {
        title: 'Encoding',
        intro: '`patchbay.encode` beside `encodeURIComponent`. Time of one text.',
        works: ['encodeClean', 'encodeShort', 'encodeKilobyte', 'encodeTenKilobytes', 'encodeMixed']
    },
    {
        title: 'Events',
        intro: 'A message of the client, held or resumed, received until it is known what changed. The reducer by hand and the XState machine follow phases and fields; Patchbay follows the interaction log, consult transfers and the selection with it. Inside LWS an object comes from outside the sandbox.',
        works: ['eventText', 'eventObject']
    },
    {
        title: 'Lists of a log',
        intro: 'A record joins a list of 100,000, beside one that joins a list of about 10 and beside the whole list made anew; and 20 records that join at once until the change is read, beside `JSON.parse` of the same change.',
        works: ['visit', 'delta']
    },
    {
        title: 'Start-up and click',
        intro: 'Start-up: from the code in memory, compiled by an engine that has never seen it, to the first message built. Click: a button of `c-call-controls` in the local console, until the simulated client has the message.',
        works: ['startUp', 'click']
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
    return {
        'docs/performance.md': await formatted(performanceOf(results), 'markdown'),
        'docs/performance.svg': chart(results),
        'docs/scale.md': await formatted(scale(results), 'markdown')
    };
}

/** As the checkout's other files are. */
export async function formatted(text, parser) {
    const options = JSON.parse(await readFile(path('.prettierrc'), 'utf8'));
    return format(text, { ...options, plugins: [], parser, tabWidth: parser === 'markdown' ? 2 : options.tabWidth });
}

function performanceOf(results) {
    return [
        heading(results),
        '## Goals',
        goals(results),
        ...GROUPS.map((group) => section(results, group)),
        '## Size',
        size(results),
        '## Memory',
        memory(results),
        ...twice(results),
        '## How it is measured',
        HOW
    ].join('\n\n');
}

function heading({ date, machine }) {
    const { cpu, cores, system, node, chromium, patchbay, ...versions } = machine;
    const peers = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
    return `# Performance

Patchbay beside its peers, measured by \`npm run bench\` and generated from [results.json](../benches/results.json). Ratios are
what to keep: absolute figures are not the same on two machines.

![How the peers’ time stands to Patchbay’s, outside and inside Lightning Web Security](performance.svg)

Measured on ${date} with ${cores} cores of ${cpu}, ${system}; Node ${node}, Chromium ${chromium}; Patchbay ${patchbay};
${peers.join(', ')}.`;
}

function goals(results) {
    const rows = GOALS.map((goal) => {
        const { row, work, host, measure } = goal;
        const state = met(results, goal) ? '✔ met' : '✘ not met';
        const value = withUnit(reading(results, goal), measure);
        return [row, WORKS[work], NAMES[host], describeGoal(goal), value, state];
    });
    const reached = GOALS.filter((goal) => met(results, goal)).length;
    return [
        `${reached} of ${GOALS.length} are met.`,
        table(['Goal', 'Work', 'Where', 'Wanted', 'Measured', ''], rows),
        ...unmet(results)
    ].join('\n\n');
}

function unmet(results) {
    const missed = GOALS.filter((goal) => !met(results, goal));
    if (missed.length === 0) {
        return [];
    }
    const lines = groupBy(missed, noteOf).map(([note, some]) => {
        const works = groupBy(some, ({ work }) => WORKS[work]).map(
            ([work, goals]) =>
                `${work} (${groupBy(goals, ({ host }) => NAMES[host])
                    .map(([host]) => host)
                    .join('; ')})`
        );
        return `- **${works.join(', ')}**: ${note ?? 'not explained yet.'}${profiles(some)}`;
    });
    return ['### What is not met, and why', lines.join('\n')];
}

/** Where a reader finds the profiles of these goals. */
function profiles(goals) {
    const links = groupBy(goals, ({ work }) => subjectOf(work)).flatMap(([subject]) =>
        subject ? [`[${subject.title}](profiles.md#${subject.id})`] : []
    );
    return links.length > 0 ? ` Profile: ${links.join(', ')}.` : '';
}

function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        groups.set(key, [...(groups.get(key) ?? []), item]);
    }
    return [...groups];
}

function section({ hosts }, { title, intro, works }) {
    const measured = works.flatMap((work) =>
        Object.keys(HOSTS).flatMap((host) => {
            const contenders = hosts[host]?.works[work];
            return contenders ? [{ work, host, contenders }] : [];
        })
    );
    const names = Object.keys(CONTENDERS).filter((name) => measured.some(({ contenders }) => contenders[name]));
    const rows = measured.map(({ work, host, contenders }) => [
        WORKS[work],
        HOSTS[host],
        ...names.map((name) => cell(contenders[name]))
    ]);
    return [`## ${title}`, intro, table(['Work', 'Where', ...names.map((name) => CONTENDERS[name])], rows)].join(
        '\n\n'
    );
}

function cell(contender) {
    if (!contender) {
        return '–';
    }
    const { median, ratio } = contender;
    return ratio === undefined ? `**${time(median)}**` : `${time(median)} (${figure(ratio)}×)`;
}

function size({ size: { module, raw, peers, variants, lwc } }) {
    const rows = [
        ['Patchbay, everything', bytes(module.wasm), bytes(module.js), bytes(module.total)],
        ...variants.map(({ name, wasm, js, total }) => [`Patchbay, ${name}`, bytes(wasm), bytes(js), bytes(total)]),
        ...Object.entries(peers).map(([name, total]) => [`${CONTENDERS[name]}, with the schema`, '', '', bytes(total)])
    ];
    return [
        `Bytes in brotli at level 11, minified. The peers only judge messages; before compression Patchbay is ${bytes(raw.wasm)} bytes of WebAssembly and ${bytes(raw.js)} of JavaScript.`,
        table(['What', 'WebAssembly', 'JavaScript', 'Total'], rows),
        `Salesforce takes files of at most 1,000,000 bytes; the largest are ${lwc.map(([name, count]) => `\`${name}\` (${bytes(count)})`).join(', ')}.`
    ].join('\n\n');
}

function memory({ hosts }) {
    const rows = Object.entries(hosts)
        .filter(([, { works }]) => works.memory)
        .map(([host, { works }]) => {
            const { first, last } = works.memory.patchbay;
            return [HOSTS[host], bytes(first), bytes(last)];
        });
    return [
        'Bytes of WebAssembly memory while one session takes 10,000 interactions, ten messages each: after the first tenth, and after the last.',
        table(['Where', 'After 1,000', 'After 10,000'], rows)
    ].join('\n\n');
}

/** How far two whole runs, one after the other, are apart. */
function twice({ twice: both }) {
    if (!both) {
        return [];
    }
    const { ratios, within, worst } = both;
    const shares = Object.entries(within).map(
        ([percent, some]) => `${some} (${Math.round((some / ratios) * 100)} %) within ${percent} %`
    );
    const rows = worst.map(({ id, first, second, factor }) => {
        const [work, host, peer] = id.split('/');
        return [
            WORKS[work],
            HOSTS[host],
            CONTENDERS[peer],
            ...[first, second, factor].map((value) => `${figure(value)}×`)
        ];
    });
    return [
        '## Two runs',
        `The bench run twice, one after the other, by \`npm run bench -- --twice\`: of ${ratios} ratios ${shares.join(', ')} of each other. This page shows the second run. Farthest apart are:`,
        table(['Work', 'Where', 'Beside', 'First run', 'Second run', 'Apart by'], rows)
    ];
}

function table(head, rows) {
    return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const HOW = `- One process for each host. Contenders take turns, round by round; a round is a batch of at least 12 ms, so that the coarse
  clock of a browser does not matter; a figure is the median of 21 rounds, a ratio the median of the ratios of the rounds.
  \`benches/results.json\` has the quartiles.
- In brackets stands the contender's time divided by Patchbay's: 2× takes twice as long as Patchbay, 0.5× half as long.
- Every contender is checked before it is timed: the same message out, the same verdict, the same places of problems, the
  same story of a captured call.
- All of them are minified and bundled alike. Inside LWS everything that is timed is compiled with LWC's transforms and
  evaluated by the real engine; the page in which it runs checks that it is.
- Ajv is told to find all errors, since the list of problems is the job, and checks formats of its own for what JSON Schema
  has no words for. It needs eval, so under a CSP without it only its standalone code runs. zod notices by itself.
- Start-up in Node is in a fresh thread, in Chromium in a fresh frame, inside LWS as a fresh module of the same sandbox. Each
  time the WebAssembly is another to the engine, by a number in a custom section, so that no cache answers.
- Again: \`npm run bench\`, under ten minutes; \`npm run bench -- --quick\`, under two; \`--host\` and \`--work\` for a part;
  \`--twice\` for two runs and how far they are apart; \`--profile\` for [where the time goes](profiles.md).`;
