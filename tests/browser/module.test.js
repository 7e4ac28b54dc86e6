/* The tests of tests/wasm, run in the browser: in a page without eval, and inside Lightning Web Security. */
import { expect } from 'chai';
import { serve } from '../../www/host/server.js';
import { launch } from './browser.js';
import { buildModuleSuite } from './moduleSuite.js';
import { runSuite } from './runSuite.js';

const HOSTS = [
    {
        name: 'the module in Chromium, under a policy without eval',
        place: 'Chromium',
        address: 'suite-page.html?csp=wasm',
        sandboxed: false
    },
    {
        name: 'the module in Chromium, inside Lightning Web Security',
        place: 'Lightning Web Security',
        address: 'suite-sandbox.html?csp=lightning',
        sandboxed: true
    }
];

const LOADING = [
    ['loading-page.html?csp=wasm', 'loaded', 'loads without eval'],
    ['loading-page.html?csp=self', 'PatchbayLoadError: csp', 'says that the policy forbids it'],
    [
        'loading-fast.html?csp=lightning',
        'PatchbayLoadError: sandbox',
        'says that the mode of the sandbox hides its memory'
    ]
];

// The results are needed before the tests can be named.
const server = await serve({ root: await buildModuleSuite() });
const browser = await launch();
const at = (address) => ({ browser, url: server.url + address });
const runs = [];
const loaded = {};
try {
    for (const [address] of LOADING) {
        loaded[address] = (await runSuite(at(address))).tests;
    }
    for (const host of HOSTS) {
        runs.push({ ...host, ...(await runSuite(at(host.address), host.place)) });
    }
} finally {
    await browser.close();
    await server.close();
}

for (const { name, sandboxed, tests, marked } of runs) {
    describe(name, () => {
        for (const { title, error } of tests) {
            it(title, () => {
                if (error) {
                    throw new Error(error);
                }
            });
        }

        it('runs every test', () => {
            expect(tests.length).to.equal(runs[0].tests.length).and.above(150);
        });

        it(`is ${sandboxed ? '' : 'not '}in a sandbox: what it writes to its globals shows in the page only without one`, () => {
            expect(marked).to.equal(!sandboxed);
        });
    });
}

describe('loading the module in Chromium', () => {
    for (const [address, result, title] of LOADING) {
        it(`${title} (${address})`, () => {
            expect(loaded[address]).to.equal(result);
        });
    }
});
