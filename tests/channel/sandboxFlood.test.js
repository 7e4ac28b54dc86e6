/* The flooded channel inside Lightning Web Security: a message crosses the membrane as often early in a flood as at its end. */
import { mkdir, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import replace from '@rollup/plugin-replace';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { path } from '../../scripts/paths.js';
import { compileNamespaceC, sandboxedNamespaceC } from '../../www/host/bundle/namespaceC.js';
import { serve } from '../../www/host/server.js';
import { launch } from '../browser/browser.js';
import { instrument } from '../browser/crossingPage.js';
import { tried } from '../wasm/reliability.js';

const OUT = path('build/channel');
const COUNTER = path('tests/browser/crossingCounter.js');
const ENGINE = '/@locker/sandbox/';

const MESSAGES = {
    'foreign noise': 2_000,
    'one other interaction, over and over': 1_500,
    'our own messages': 1_000,
    'interactions that ring, each another': 500
};

const PAGE = `import flood from 'c/sandboxFlood';
import { begin, crossings, end } from ${JSON.stringify(COUNTER)};
let time = 0;
performance.now = () => (time += 20);
const turn = () => new Promise((resolve) => setTimeout(resolve));
const most = (traces) => Math.max(...traces.map(({ length }) => length));
window.flood = async (messages) => {
    const calls = JSON.parse(await flood(begin, end, turn, messages));
    return { calls, crossings: Object.fromEntries(Object.entries(crossings()).map(([name, traces]) => [name, most(traces)])) };
};`;

async function buildPage() {
    await mkdir(OUT, { recursive: true });
    const bundles = [
        { name: 'patchbay', file: path('www/force-app/main/default/lwc/patchbay/patchbay.js') },
        { name: 'sandboxFlood', file: path('tests/channel/sandboxFlood.js') }
    ];
    const namespaceC = await compileNamespaceC({ bundles, rootDir: OUT, onwarn });
    const main = '\0main';
    const bundle = await rollup({
        input: main,
        onwarn,
        plugins: [
            { name: 'page', resolveId: (id) => (id === main ? id : null), load: (id) => (id === main ? PAGE : null) },
            sandboxedNamespaceC(namespaceC, { rootDir: OUT }),
            {
                name: 'counting',
                transform: (code, id) => (id.includes(ENGINE) && id.endsWith('index.mjs.js') ? instrument(code) : null)
            },
            replace({ preventAssignment: true, 'process.env.NODE_ENV': '"production"' }),
            nodeResolve()
        ]
    });
    await bundle.write({ file: `${OUT}/flood.js`, format: 'es' });
    await bundle.close();
    await writeFile(
        `${OUT}/index.html`,
        '<!doctype html><meta charset="utf-8"><script type="module" src="flood.js"></script>'
    );
    return OUT;
}

function onwarn(warning) {
    // Libraries may well import one another in circles.
    if (warning.code !== 'CIRCULAR_DEPENDENCY') {
        throw new Error(warning.message);
    }
}

/** Milliseconds within which the page is built, whatever else this machine does. */
const BUILDING = 240_000;

describe('a flooded channel, inside Lightning Web Security', () => {
    let results;
    before(async function build() {
        this.timeout(BUILDING);
        const server = await serve({ root: await buildPage() });
        const browser = await launch();
        try {
            const page = await browser.newPage();
            await page.goto(server.url);
            await page.waitForFunction(() => window.flood);
            results = await page.evaluate((messages) => window.flood(messages), MESSAGES);
        } finally {
            await browser.close();
            await server.close();
        }
    });
    after(() => {
        const messages = Object.values(MESSAGES).reduce((sum, count) => sum + count, 0);
        tried('messages that flooded a session inside the sandbox', messages);
    });

    for (const name of Object.keys(MESSAGES)) {
        it(`${name}: the membrane is crossed no more often at the end`, () => {
            const [early, late] = ['early', 'late'].map((when) => results.crossings[`${name}: ${when}`]);
            expect(early).to.be.above(0);
            expect(late).to.be.at.most(early);
        });

        it(`${name}: the agent’s own call is as it was`, () => {
            const [before, after] = results.calls[name].map((text) => JSON.parse(text));
            expect(before).to.include({ phase: 'connected', relatedTo: '00001026' });
            expect(after).to.deep.equal(before);
        });
    }
});
