/* The whole run: host by host, then sizes and saves; printed as it comes, written when it was everything. */
import { readFile, writeFile } from 'node:fs/promises';
import { path } from '../scripts/paths.js';
import { writeAjvValidator } from './build.js';
import { compare, linesOf, summaryOf } from './compare.js';
import { GOALS, met, reading } from './goals.js';
import { runBrowser } from './hosts/browser.js';
import { runClicks } from './hosts/click.js';
import { runNode } from './hosts/node.js';
import { machine } from './machine.js';
import { RESULTS, formatted, writeDocs } from './report.js';
import { savesOfACall } from './saves.js';
import { sizes } from './size.js';
import { summarise } from './summary.js';
import { describeGoal, figure, time } from './words.js';
import { HOSTS, TIMED } from './works.js';

const FULL = { rounds: 21, milliseconds: 12, interactions: 10_000, clicks: 60 };
const QUICK = { rounds: 7, milliseconds: 6, interactions: 1000, clicks: 30 };

/** Runs what was asked for; everything where nothing was. */
export async function bench({ twice, ...asked }) {
    const started = performance.now();
    await writeAjvValidator();
    const before = twice ? await runOnce(asked) : null;
    const results = await runOnce(asked);
    if (before) {
        const compared = compare(before, results);
        results.twice = summaryOf(compared);
        console.log(`\n── Two runs ──\n${linesOf(compared).join('\n')}`);
    }
    if (asked.hosts.length + asked.works.length === 0) {
        printGoals(results);
        await keep(results, asked.quick);
    }
    console.log(`\nTook ${Math.round((performance.now() - started) / 1000)} s.`);
}

async function runOnce({ quick, hosts: askedHosts, works: askedWorks }) {
    const hosts = askedHosts.length > 0 ? askedHosts : Object.keys(HOSTS);
    const works = askedWorks.length > 0 ? askedWorks : TIMED;
    const { events } = JSON.parse(await readFile(path('tests/fixtures/inbound-call.json'), 'utf8'));
    const results = { date: new Date().toISOString().slice(0, 10), machine: null, hosts: {} };
    let chromium;
    for (const host of hosts) {
        console.log(`\n── ${HOSTS[host]} ──`);
        const options = { ...(quick ? QUICK : FULL), host, works, events };
        const { version, results: samples } = await samplesOf(host, options);
        chromium = version ?? chromium;
        results.hosts[host] = { works: summarise(samples) };
        print(results.hosts[host].works);
    }
    results.machine = await machine(chromium);
    if (askedHosts.length + askedWorks.length === 0) {
        results.size = await sizes();
        results.saves = await savesOfACall(events);
    }
    return results;
}

async function samplesOf(host, options) {
    if (host === 'node') {
        return { results: await runNode(options) };
    }
    const { version, results } = await runBrowser(host, options);
    if (host === 'sandbox' && options.works.includes('click')) {
        results.click = { patchbay: (await runClicks(options.clicks)).map((milliseconds) => milliseconds * 1e6) };
    }
    return { version, results };
}

function print(works) {
    for (const [work, contenders] of Object.entries(works)) {
        const cells = Object.entries(contenders).map(([name, { median, ratio, last }]) =>
            last
                ? `${last.toLocaleString('en')} bytes`
                : `${name} ${time(median)}${ratio ? ` (${figure(ratio)}×)` : ''}`
        );
        console.log(`${work.padEnd(20)} ${cells.join('  ')}`);
    }
}

function printGoals(results) {
    console.log('\n── Goals ──');
    for (const goal of GOALS) {
        const value = reading(results, goal);
        console.log(`${met(results, goal) ? '✔' : '✘'} ${goal.id.padEnd(34)} ${describeGoal(goal)}: ${figure(value)}`);
    }
    console.log(`${GOALS.filter((goal) => met(results, goal)).length} of ${GOALS.length} goals are met.`);
}

async function keep(results, quick) {
    if (quick) {
        console.log('\nA quick run is not written down.');
        return;
    }
    await writeFile(RESULTS, await formatted(JSON.stringify(results, null, 4), 'json'));
    await writeDocs(results);
    console.log('\nWritten to benches/results.json, docs/performance.md, docs/performance.svg and docs/scale.md.');
}
