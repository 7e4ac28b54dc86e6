/* docs/profiles.md, out of benches/profile/results.json and the sentences beside the works. */
import { path } from '../../scripts/paths.js';
import { bytes } from '../words.js';
import { HOSTS, WORKS } from '../works.js';
import { KINDS } from './owners.js';
import { SUBJECTS, TITLES } from './subjects.js';

export const PROFILES = path('benches/profile/results.json');
export const PAGE = 'docs/profiles.md';

/** Functions shown of a work, and the percent that one of them has somewhere. */
const MOST = 10;
const LEAST = 2;

export function page(results) {
    return [heading(results), ...SUBJECTS.map((subject) => section(results, subject))].join('\n\n');
}

function heading({ date, machine: { cpu, cores, node, chromium, patchbay } }) {
    return `# Profiles

Where the time and the bytes go in what does not reach [its goal](performance.md#goals), taken by
\`npm run bench -- --profile\` and generated from [results.json](../benches/profile/results.json).

V8 looks every 100 µs which function runs (at starts and clicks every 50 µs); a share is that of a function by itself, without
what it calls. The module is the one that ships, but for the names of its functions, and nothing is minified. Being watched
costs time, so only the shares count. A function without a name is counted to who calls it, and a native one that is not named
to the function of JavaScript that uses it: a pattern, a property.

Taken on ${date} with ${cores} cores of ${cpu}; Node ${node}, Chromium ${chromium}; Patchbay ${patchbay}.`;
}

function section(results, { title, works, why }) {
    const tables = Object.hasOwn(works, 'module')
        ? [sizes(results.size)]
        : Object.keys(works).map((work) => ofWork(results, work));
    return [`## ${title}`, why.join('\n\n'), ...tables].join('\n\n');
}

function ofWork({ works }, work) {
    const hosts = works[work];
    const names = Object.keys(hosts);
    const rows = Object.keys(KINDS).flatMap((kind) => {
        const totals = names.map((host) => hosts[host].kinds[kind]);
        if (totals.every((share) => !(share >= 0.5))) {
            return [];
        }
        return [
            [`**${KINDS[kind]}**`, ...totals.map((share) => (share >= 0.5 ? `**${percent(share)}**` : '–'))],
            ...largest(hosts)
                .filter(([ofKind]) => ofKind === kind)
                .map(([, part]) => [part, ...names.map((host) => percent(shareOf(hosts[host], kind, part)))])
        ];
    });
    return [`### ${TITLES[work] ?? WORKS[work]}`, table(['', ...names.map((host) => HOSTS[host])], rows)].join('\n\n');
}

/** The parts of a work that are largest in one of the hosts, `[kind, part]`. */
function largest(hosts) {
    const found = new Map();
    for (const { parts } of Object.values(hosts)) {
        for (const [kind, part, share] of parts) {
            const key = `${kind}\n${part}`;
            found.set(key, Math.max(found.get(key) ?? 0, share));
        }
    }
    const sorted = [...found].filter(([, share]) => share >= LEAST).sort(([, one], [, other]) => other - one);
    return sorted.slice(0, MOST).map(([key]) => key.split('\n'));
}

function shareOf({ parts }, kind, part) {
    return parts.find(([ofKind, name]) => ofKind === kind && name === part)?.[2];
}

function percent(share) {
    return share === undefined ? '–' : `${share.toFixed(share < 10 ? 1 : 0)} %`;
}

function sizes({ crates, largest: functions, variants }) {
    const total = Object.values(crates).reduce((sum, count) => sum + count, 0);
    const [all, ...smaller] = variants;
    return [
        '### Code by crate, and by room of Patchbay',
        'Bytes of code in the optimised module, by the names of its functions: one that names a room of Patchbay counts to it, any other to the crate it names.',
        table(
            ['Crate', 'Bytes', 'Share'],
            Object.entries(crates)
                .filter(([, count]) => count / total >= 0.01)
                .map(([crate, count]) => [`\`${crate}\``, bytes(count), percent((count / total) * 100)])
        ),
        '### The longest functions',
        table(
            ['Function', 'Bytes'],
            functions.map(([name, count]) => [`\`${name}\``, bytes(count)])
        ),
        '### What leaving features out saves',
        table(
            ['', 'WebAssembly', 'JavaScript', 'Total, brotli', 'Saved'],
            [
                ['everything', bytes(all.wasm), bytes(all.js), bytes(all.total), ''],
                ...smaller.map(({ name, wasm, js, total: sum }) => [
                    name,
                    bytes(wasm),
                    bytes(js),
                    bytes(sum),
                    bytes(all.total - sum)
                ])
            ]
        )
    ].join('\n\n');
}

function table(head, rows) {
    return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
