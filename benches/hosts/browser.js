/*
 * Chromium as three hosts: a page, a page whose policy forbids eval, and a page in which everything that is timed runs
 * inside Lightning Web Security, compiled and evaluated as the platform does with components.
 */
/* global window */
import { mkdir } from 'node:fs/promises';
import { path } from '../../scripts/paths.js';
import { launch } from '../../tests/browser/browser.js';
import { serve } from '../../www/host/server.js';
import { OUT, bundle } from '../build.js';
import { holdAndResume } from '../events.js';
import { PEERS, numbered, programs } from '../programs.js';
import { pagesIn } from './pages.js';

const PAGES = `${OUT}/pages`;
const SUITE = "export { default } from './suite.js';";
const { compile, writeHtml, writeSandboxed } = pagesIn(
    PAGES,
    path('www/force-app/main/default/lwc/patchbay/patchbay.js')
);

const POLICIES = { chromium: 'none', csp: 'wasm', sandbox: 'lightning' };

/** Runs one of these hosts; resolves to the samples. */
export async function runBrowser(host, options) {
    await mkdir(PAGES, { recursive: true });
    const codes = await (host === 'sandbox' ? writeSandbox() : writePage(host));
    const server = await serve({ root: PAGES });
    const browser = await launch();
    try {
        const page = await browser.newPage();
        const said = [];
        page.on('pageerror', ({ message }) => said.push(message));
        page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
        await page.goto(`${server.url}${host}.html?csp=${POLICIES[host]}`);
        await page
            .waitForFunction(() => window.bench, null, { timeout: 30_000 })
            .catch(() => {
                throw new Error(`the page of ${host} did not start: ${said.join('; ')}`);
            });
        const foreign = holdAndResume(options.events);
        const results = await page.evaluate(
            ([text, given]) => window.bench.suite(text, given),
            [JSON.stringify(options), foreign]
        );
        if ((await page.evaluate(() => 'suiteWasHere' in window)) === (host === 'sandbox')) {
            throw new Error(`the suite is ${host === 'sandbox' ? 'not ' : ''}in a sandbox`);
        }
        return {
            version: browser.version(),
            results: { ...JSON.parse(results), ...(await starts(page, codes, options)) }
        };
    } finally {
        await browser.close();
        await server.close();
    }
}

/** What starts a contender must be in a text that is evaluated, which a page without eval cannot do. */
async function starts(page, codes, { host, works, rounds }) {
    if (host === 'csp' || !works.includes('startUp')) {
        return {};
    }
    const startUp = await page.evaluate(([given, times]) => window.bench.startUp(given, times), [codes, rounds]);
    return { startUp };
}

async function writePage(host) {
    const main = `import suite from './suite.js';
import { startUp } from './startUp.js';
import { inFrame } from './hosts/evaluate.js';
window.bench = { suite, startUp: (codes, rounds) => startUp(codes, inFrame, rounds) };`;
    await writeHtml(host, await bundle(main));
    const codes = await programs({ format: 'iife', globalName: 'bench' });
    return { ...codes, patchbay: numbered(codes.patchbay) };
}

async function writeSandbox() {
    const namespaceC = await compile('suite', await bundle(SUITE, inNamespaceC));
    const main = `import suite from 'c/suite';
import { startUp } from ${JSON.stringify(path('benches/startUp.js'))};
import { inSandbox } from ${JSON.stringify(path('benches/hosts/evaluateInSandbox.js'))};
window.bench = { suite, startUp: (codes, rounds) => startUp(codes, inSandbox, rounds) };`;
    await writeSandboxed(namespaceC, main);
    return sandboxPrograms();
}

// The face of the module as components import it.
const inNamespaceC = { external: ['c/patchbay'], alias: { '#patchbay': 'c/patchbay' } };

async function sandboxPrograms() {
    const codes = await programs(inNamespaceC);
    const compiled = {};
    for (const name of PEERS) {
        const { code } = await compile(`start_${name}`, codes[name]);
        compiled[name] = name === 'patchbay' ? numbered(code) : code;
    }
    return compiled;
}
