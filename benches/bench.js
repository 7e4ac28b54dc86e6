/* The whole run: host by host, then the screen, sizes and saves. What fails is said and left out; the rest is still measured. */
import os from 'node:os';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { path } from '../scripts/paths.js';
import { BUILDS, brotli, sizesNow } from '../scripts/size.js';
import { bundle, peers, program, writeAjvValidator } from './build.js';
import { GOALS, met, reading } from './goals.js';
import { openBrowser } from './hosts/browser.js';
import { onScreen } from './hosts/console.js';
import { openNode } from './hosts/node.js';
import { RESULTS, formatted, writeDocs } from './report.js';
import { savesOfACall } from './saves.js';
import { startUp } from './startUp.js';
import { summarise } from './summary.js';
import { amount, figure, time, wanted } from './words.js';
import { HOSTS, ON_SCREEN, WHERE, WORKS } from './works.js';

const FULL = { passes: 9, starts: 11, interactions: 10_000, onScreen: 30 };
const QUICK = { passes: 3, starts: 5, interactions: 1000, onScreen: 10 };

const VERSIONED = ['ajv', 'zod', 'valibot', 'xstate', '@locker/sandbox', 'lwc'];

/** Runs what was asked for; everything where nothing was. */
export async function bench({ quick, profile, hosts: askedHosts, works: askedWorks }) {
    const started = performance.now();
    const isWhole = askedHosts.length + askedWorks.length === 0;
    const hosts = askedHosts.length > 0 ? askedHosts : Object.keys(HOSTS);
    const works = askedWorks.length > 0 ? askedWorks : Object.keys(WORKS);
    const { events } = JSON.parse(await readFile(path('tests/fixtures/inbound-call.json'), 'utf8'));
    const options = { ...(quick ? QUICK : FULL), profile, events };
    const results = { date: new Date().toISOString().slice(0, 10), hosts: {}, missing: [] };
    await writeAjvValidator();
    let chromium;
    for (const host of hosts) {
        const ofHost = works.filter((work) => WHERE[work].includes(host));
        console.log(`\n── ${HOSTS[host]} ──`);
        results.hosts[host] = {};
        chromium = (await runHost(host, ofHost, { ...options, results })) ?? chromium;
    }
    results.machine = await machine(chromium);
    if (isWhole) {
        await alsoKeep(results, 'size', () => sizes(results));
        await alsoKeep(results, 'saves', () => savesOfACall(events));
        printGoals(results);
    }
    results.missing.forEach((sentence) => console.log(`missing: ${sentence}`));
    console.log(`\nTook ${Math.round((performance.now() - started) / 1000)} s.`);
    if (isWhole && !quick) {
        await writeFile(RESULTS, await formatted(JSON.stringify(results, null, 4), 'json'));
        await writeDocs(results);
        console.log('Written to benches/results.json, docs/performance.md, docs/performance.svg and docs/scale.md.');
    }
}

async function runHost(host, works, { results, ...options }) {
    const keep = (work, contenders) => {
        if (contenders.error) {
            results.missing.push(`${WORKS[work]}, ${HOSTS[host]}: ${inShort(contenders)}`);
            return;
        }
        results.hosts[host][work] = work === 'memory' ? contenders : summarise(contenders);
        print(work, results.hosts[host][work]);
    };
    const keepAll = (all) => Object.entries(all).forEach(([work, contenders]) => keep(work, contenders));
    const failed = (some) => (error) => some.forEach((work) => keep(work, { error: error.message }));
    const inSuite = works.filter((work) => !ON_SCREEN.includes(work) && work !== 'startUp');
    const shown = works.filter((work) => ON_SCREEN.includes(work));
    let version;
    try {
        const opened = host === 'node' ? await openNode(options) : await openBrowser(host);
        version = opened.version;
        if (inSuite.length > 0) {
            await opened.suite({ ...options, works: inSuite }).then(keepAll, failed(inSuite));
        }
        if (works.includes('startUp')) {
            const starting = programs(opened).then((codes) => startUp(codes, opened.evaluate, options.starts));
            await starting.then((samples) => keep('startUp', samples), failed(['startUp']));
        }
        await opened.close();
    } catch (error) {
        failed(works.filter((work) => !shown.includes(work) && !results.hosts[host][work]))(error);
    }
    if (shown.length > 0) {
        const times = await onScreen(shown, options.onScreen).catch((error) => void failed(shown)(error));
        for (const [work, samples] of Object.entries(times ?? {})) {
            keep(work, samples.error ? samples : { patchbay: samples.map((milliseconds) => milliseconds * 1e6) });
        }
    }
    return version;
}

/** The first line, without the machine's own paths. */
function inShort({ error }) {
    return error.split('\n')[0].replaceAll(path(''), '');
}

/** The contenders as programs of their own, as a host takes them. */
async function programs({ format, compile = (_, code) => code }) {
    const codes = {};
    for (const name of peers()) {
        codes[name] = await compile(name, await bundle(program(name), format));
    }
    return codes;
}

async function alsoKeep(results, name, make) {
    try {
        results[name] = await make();
    } catch (error) {
        results.missing.push(`${name}: ${inShort({ error: error.message })}`);
    }
}

/** Bytes of Patchbay, of the peers as programs, and of the largest files that Salesforce takes. */
async function sizes({ missing }) {
    const found = await sizesNow();
    for (const [name, folder] of BUILDS.filter(([one]) => !found[one])) {
        missing.push(`Patchbay, ${name}: ${folder} was not built`);
    }
    found.peers = {};
    for (const name of peers().filter((peer) => peer !== 'patchbay' && peer !== 'messages')) {
        found.peers[name] = brotli(Buffer.from(await bundle(program(name))));
    }
    const folder = path('www/force-app/main/default/lwc');
    const names = (await readdir(folder, { recursive: true })).filter((name) => /^[^_]*\.js$/.test(name));
    const files = names.map(async (name) => [name.replaceAll('\\', '/'), (await readFile(`${folder}/${name}`)).length]);
    found.files = (await Promise.all(files)).sort(([, one], [, other]) => other - one).slice(0, 3);
    return found;
}

/** On what it was measured, and what of. */
async function machine(chromium) {
    const manifest = async (file) => JSON.parse(await readFile(path(file), 'utf8')).version;
    const versions = VERSIONED.map(async (name) => [name, await manifest(`node_modules/${name}/package.json`)]);
    return {
        cpu: os.cpus()[0].model.trim(),
        cores: os.cpus().length,
        system: `${os.type()} ${os.release().split('.').slice(0, 2).join('.')} ${os.arch()}`,
        node: process.versions.node,
        ...(chromium ? { chromium } : {}),
        patchbay: await manifest('pkg/package.json'),
        ...Object.fromEntries(await Promise.all(versions))
    };
}

function print(work, contenders) {
    const cells =
        work === 'memory'
            ? [`${amount(contenders.first, 'bytes')}, then ${amount(contenders.last, 'bytes')}`]
            : Object.entries(contenders).map(
                  ([name, { median, ratio }]) => `${name} ${time(median)}${ratio ? ` (${figure(ratio)}×)` : ''}`
              );
    console.log(`${work.padEnd(12)} ${cells.join('  ')}`);
}

function printGoals(results) {
    console.log('\n── Goals ──');
    for (const goal of GOALS) {
        const mark = { true: '✔', false: '✘' }[met(results, goal)] ?? '–';
        console.log(`${mark} ${goal.id.padEnd(32)} ${wanted(goal)}: ${amount(reading(results, goal), goal.unit)}`);
    }
}
