/*
 * Components that come and go while the module loads, inside Lightning Web Security: ten at once load it once, one that is
 * gone before it is there leaves nothing behind, and what failed for all is tried again for all.
 */
import { expect } from 'chai';
import { serve } from '../../www/host/server.js';
import { launch } from '../browser/browser.js';
import { tried } from '../wasm/reliability.js';
import { buildComponents } from './components.js';
import { watch } from './inside/watch.js';
import { told } from './tab.js';

/** What each component shows of a call that is connected. */
const SHOWS = {
    'c-patchbay-console': '[data-phase="connected"]',
    'c-patchbay-interaction-list': '[data-phase="connected"]',
    'c-patchbay-call-controls': '[data-action="hold"] button:enabled',
    'c-patchbay-transfer-panel': 'input[role="combobox"]',
    'c-patchbay-secure-session': 'textarea',
    'c-patchbay-interaction-log': '[data-save-state]',
    'c-patchbay-status-control': '[data-status]',
    'c-patchbay-message-inspector': '[data-verdict]'
};
const ALL = Object.keys(SHOWS);

const TENS = {
    'ten of the same': Array(10).fill('c-patchbay-console'),
    'ten of all kinds': [...ALL, 'c-patchbay-console', 'c-patchbay-interaction-list']
};

const CALL = told('call-1', 'CONNECTED');

/** Milliseconds within which the page is built, whatever else this machine does. */
const BUILDING = 240_000;

describe('components that load the module', () => {
    let server;
    let browser;
    let page;
    let errors;
    let cases = 0;
    before(async function build() {
        this.timeout(BUILDING);
        server = await serve({ root: await buildComponents() });
        browser = await launch();
    });
    afterEach(async () => {
        expect(errors).to.deep.equal([]);
        await page.close();
    });
    after(async () => {
        await browser?.close();
        await server?.close();
        tried('components that come and go while the module loads', cases);
    });

    /** With `held`, the module does not compile until the page is told to. */
    async function open({ held = false } = {}) {
        errors = [];
        page = await browser.newPage();
        page.on('pageerror', (error) => errors.push(error.message));
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        await page.addInitScript(watch, held);
        await page.goto(server.url);
        await page.waitForFunction(() => window.stage);
    }

    const stage = (name, ...args) => page.evaluate(([what, given]) => window.stage[what](...given), [name, args]);
    const compiles = (count) => page.waitForFunction((n) => window.watch.compiled === n, count);
    const release = () => page.evaluate(() => window.watch.release());

    /** What a component can leave behind. */
    const left = () =>
        page.evaluate(() => ({
            timers: window.watch.timers.size,
            listeners: window.watch.listeners,
            heard: window.stage.traffic.heard
        }));

    /** All of these are there and follow the call. */
    async function live(names) {
        await stage('say', CALL);
        for (const name of new Set(names)) {
            const count = names.filter((other) => other === name).length;
            const shown = page.locator(`body > ${name}`).filter({ has: page.locator(SHOWS[name]) });
            await shown.nth(count - 1).waitFor({ state: 'attached' });
            expect(await page.locator('[data-load-error]').count()).to.equal(0);
            cases += count;
        }
    }

    for (const [title, names] of Object.entries(TENS)) {
        it(`${title} at once: the module is loaded once, and all are live`, async () => {
            await open();
            await stage('mount', ...names);
            await live(names);
            expect(await page.evaluate(() => [window.watch.compiled, window.watch.memories.length])).to.deep.equal([
                1, 1
            ]);
        });
    }

    it('each, gone before the module is there: it leaves nothing, and is live when it comes again', async () => {
        await open({ held: true });
        const before = await left();
        for (const name of ALL) {
            await stage('mount', name);
            await compiles(1);
            await stage('unmount');
            expect(await left(), name).to.deep.equal(before);
        }
        await release();
        await page.waitForFunction(() => window.watch.memories.length === 1);
        await stage('say', CALL);
        expect(await left()).to.deep.equal(before);
        await stage('mount', ...ALL);
        await live(ALL);
        expect(await page.evaluate(() => window.watch.compiled)).to.equal(1);
    });

    it('all, taken away and put back while the module loads: live, with one load', async () => {
        await open({ held: true });
        await stage('mount', ...ALL);
        await compiles(1);
        await stage('move');
        await stage('move');
        await release();
        await live(ALL);
        expect(await page.evaluate(() => window.watch.compiled)).to.equal(1);
    });

    it('all, taken away in the middle of a call: no timer, no listener, and nothing is heard any more', async () => {
        await open();
        const before = await left();
        await stage('mount', ...ALL);
        await live(ALL);
        const during = await left();
        expect(during.timers).to.be.above(0);
        expect(during.listeners).to.include.keys('pagehide');
        await stage('unmount');
        // Closing a session takes as long as the org takes to answer.
        await page.waitForFunction((timers) => window.watch.timers.size === timers, before.timers);
        await stage('say', CALL);
        expect(await left()).to.deep.equal({ ...before, heard: during.heard });
    });

    it('one of each, and the module does not load: each says so, and is live when it is put there again', async () => {
        await open({ held: true });
        await stage('mount', ...ALL);
        await compiles(1);
        await page.evaluate(() => window.watch.fail());
        await page
            .getByText('Patchbay is damaged; deploy or install all files')
            .nth(ALL.length - 1)
            .waitFor();
        await page.evaluate(() => {
            window.watch.hold();
            window.watch.release();
        });
        await stage('move');
        await live(ALL);
        expect(await page.evaluate(() => window.watch.compiled)).to.equal(2);
    });

    it('ten, and the module does not load: the button of one of them brings back all', async () => {
        const names = TENS['ten of the same'];
        await open({ held: true });
        await stage('mount', ...names);
        await compiles(1);
        await page.evaluate(() => window.watch.fail());
        await page
            .locator('[data-do="retry"] button')
            .nth(names.length - 1)
            .waitFor();
        await page.evaluate(() => {
            window.watch.hold();
            window.watch.release();
        });
        await page.locator('[data-do="retry"] button').first().click();
        await live(names);
        expect(await page.evaluate(() => window.watch.compiled)).to.equal(2);
    });
});
