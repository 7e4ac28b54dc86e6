/* A module that breaks off, in the browser: in a page without eval, and inside Lightning Web Security. */
import { expect } from 'chai';
import { serve } from '../../www/host/server.js';
import { buildTraps } from '../traps/variant.js';
import { launch } from './browser.js';
import { buildModuleSuite } from './moduleSuite.js';
import { runSuite } from './runSuite.js';

const HOSTS = [
    ['breaking off in Chromium', 'suite-page.html?csp=wasm'],
    ['breaking off in Lightning Web Security', 'suite-sandbox.html?csp=lightning']
];

await buildTraps();
const out = await buildModuleSuite({
    out: 'build/traps/suite',
    tests: 'tests/traps',
    pkg: 'build/traps/pkg/index.js',
    lwc: 'build/traps/lwc/patchbay/patchbay.js'
});
const server = await serve({ root: out });
const browser = await launch();
const runs = [];
try {
    for (const [place, address] of HOSTS) {
        runs.push([place, await runSuite({ browser, url: server.url + address }, place)]);
    }
} finally {
    await browser.close();
    await server.close();
}

for (const [place, { tests }] of runs) {
    describe(place, () => {
        for (const { title, error } of tests) {
            it(title, () => {
                if (error) {
                    throw new Error(error);
                }
            });
        }

        it('runs every test', () => {
            expect(tests.length).to.be.above(10);
        });
    });
}
