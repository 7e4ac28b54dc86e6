/* `npm run bench -- --profile`: where the time goes in what is not as fast as it is to be. Into results.json and docs/. */
import { readFile, writeFile } from 'node:fs/promises';
import { path } from '../../scripts/paths.js';
import { writeAjvValidator } from '../build.js';
import { holdAndResume } from '../events.js';
import { machine } from '../machine.js';
import { formatted } from '../report.js';
import { openPage, openWork, startIn } from './browser.js';
import { watchClicks } from './click.js';
import { buildNamed } from './named.js';
import { openNode, watchStarts } from './node.js';
import { ofClick, ofSandboxedStart, ofSandboxedWork, ofStart, ofWork } from './owners.js';
import { PAGE, PROFILES, page } from './page.js';
import { BENCH, startProgram, writePage, writeSandbox } from './pages.js';
import { kindsOf, partsOf } from './parts.js';
import { sizeOf } from './size.js';
import { SUBJECTS } from './subjects.js';

const TIMING = { warmUp: 1000, milliseconds: 2500 };
const STARTS = 30;
const CLICKS = 80;
/** What is over soon is looked at oftener. */
const OFTEN = 50;
/** Percent; smaller parts are not kept. */
const LEAST = 1;

export async function profile() {
    await buildNamed();
    await writeAjvValidator();
    const { events } = JSON.parse(await readFile(path('tests/fixtures/inbound-call.json'), 'utf8'));
    const results = { date: new Date().toISOString().slice(0, 10), machine: null, works: {} };
    const keep = (work, host, parts) => {
        results.works[work] = { ...results.works[work], [host]: summary(parts) };
        console.log(
            `${work} (${host}): ${parts.slice(0, 3).map(([, part, share]) => `${part} ${share.toFixed(0)} %`)}`
        );
    };
    await inNode(events, keep);
    await inPage('chromium', events, keep);
    const version = await inPage('sandbox', events, keep);
    const clicks = await watchClicks(CLICKS);
    keep('click', 'sandbox', partsOf([clicks], ofClick(clicks)));
    results.machine = await machine(version);
    results.size = await sizeOf();
    await writeFile(PROFILES, await formatted(JSON.stringify(results, null, 4), 'json'));
    await writeFile(path(PAGE), await formatted(page(results), 'markdown'));
    console.log(`\nWritten to benches/profile/results.json and ${PAGE}.`);
}

async function inNode(events, keep) {
    const watch = await openNode();
    for (const work of worksOf('node')) {
        const profiled = await watch({ host: 'node', work, events }, holdAndResume(events), TIMING);
        keep(work, 'node', partsOf([profiled], ofWork));
    }
    keep('startUp', 'node', partsOf(await watchStarts(STARTS, OFTEN), ofStart));
}

async function inPage(host, events, keep) {
    const code = await (host === 'sandbox' ? writeSandbox() : writePage());
    const { page: open, watch, version, close } = await openPage(host);
    try {
        for (const work of worksOf(host)) {
            const again = await openWork(open, { host, work, events }, holdAndResume(events));
            const profiled = await watch(again, TIMING);
            keep(work, host, partsOf([profiled], code ? ofSandboxedWork(profiled, code, BENCH) : ofWork));
        }
        const starts = startIn(open, await startProgram(host));
        const profiled = await watch(starts, { warmUp: 0, milliseconds: STARTS, interval: OFTEN });
        keep('startUp', host, partsOf([profiled], code ? ofSandboxedStart(profiled) : ofStart));
        return version;
    } finally {
        await close();
    }
}

/** What is done again and again in a host; starts and clicks are not. */
function worksOf(host) {
    const works = SUBJECTS.flatMap(({ works: ofSubject }) => Object.entries(ofSubject));
    const there = works.filter(([work, hosts]) => hosts.includes(host) && work !== 'startUp' && work !== 'click');
    return there.map(([work]) => work);
}

function summary(parts) {
    const short = (share) => Number(share.toFixed(1));
    const kinds = Object.entries(kindsOf(parts)).map(([kind, share]) => [kind, short(share)]);
    return {
        kinds: Object.fromEntries(kinds),
        parts: parts.filter(([, , share]) => share >= LEAST).map(([kind, part, share]) => [kind, part, short(share)])
    };
}
