/*
 * The flooded channel, as the components have it inside Lightning Web Security: what is drawn and published for a burst of
 * messages is the same early and late, the inspector's list ends, and the agent's own call is on the screen as before.
 */
import { expect } from 'chai';
import { load } from '#patchbay';
import { serve } from '../../www/host/server.js';
import { launch } from '../browser/browser.js';
import { buildComponents } from '../page/components.js';
import { tried } from '../wasm/reliability.js';
import { drawing } from './drawing.js';
import { BEGINNING, CALL, FLOODS } from './floods.js';

/** Messages that come before the page has its turn to draw: every message of these floods as often as the others. */
const BURST = 84;

/** Bursts of each flood, 5,040 messages in all; the inspector's list is full after the third. */
const BURSTS = {
    'foreign noise': 24,
    'one other interaction, over and over': 24,
    'our own messages': 12
};
const EARLY = 4;

/** As many messages as the inspector lists. */
const LISTED = 200;

const START = Date.parse('2026-04-09T10:00:00Z');

/** Milliseconds within which the page is built, whatever else this machine does. */
const BUILDING = 240_000;

describe('a flooded channel with components on it, inside Lightning Web Security', () => {
    let server;
    let browser;
    let page;
    let patchbay;
    const errors = [];
    before(async function build() {
        this.timeout(BUILDING);
        patchbay = await load();
        server = await serve({ root: await buildComponents() });
        browser = await launch();
        page = await browser.newPage();
        page.on('pageerror', (error) => errors.push(error.message));
        await page.clock.install({ time: START });
        await page.addInitScript(drawing);
        await page.goto(server.url);
        await page.waitForFunction(() => window.stage);
        await page.evaluate(() => window.stage.mount('c-patchbay-console', 'c-patchbay-message-inspector'));
        await page.locator('c-patchbay-interaction-list').waitFor();
        await page.evaluate((messages) => messages.forEach(window.stage.say), BEGINNING);
        await own().waitFor();
        // From now on nothing is drawn because a second has passed.
        await page.clock.pauseAt(START + 600_000);
    });
    after(async () => {
        await browser?.close();
        await server?.close();
        const bursts = Object.values(BURSTS).reduce((sum, count) => sum + count, 0);
        tried('messages that flooded the components inside the sandbox', bursts * BURST);
    });

    const own = () => page.locator(`[data-id="${CALL}"][data-phase="connected"][aria-current="true"]`);
    const buttons = () =>
        page
            .locator('c-patchbay-call-controls [data-action] button:enabled')
            .evaluateAll((all) => all.map(({ name }) => name));

    const messages = (name, number) =>
        Array.from({ length: BURST }, (_, at) => FLOODS[name](number * BURST + at, patchbay));

    /** Publishes a burst; what was drawn and published for it, and how much is on the page then. */
    function burst(name, number) {
        return page.evaluate((all) => window.drawing(() => all.forEach(window.stage.say)), messages(name, number));
    }

    /** A client that was set up again is subscribed to again: once each time. */
    const setUps = (name, number) =>
        messages(name, number).filter((message) => message?.type === 'InitialSetup').length;

    for (const [name, count] of Object.entries(BURSTS)) {
        it(`${name}: as much is drawn for the last burst as for an early one, and nothing published in vain`, async () => {
            const before = await buttons();
            const seen = [];
            for (let number = 0; number < count; number += 1) {
                seen.push(await burst(name, number));
            }
            const [early, late] = [seen[EARLY], seen.at(-1)];
            expect(early.drawn).to.be.above(0);
            expect(late).to.deep.equal(early);
            expect(late.published).to.equal(setUps(name, count - 1));
            expect(await page.locator('c-patchbay-message-inspector li.message').count()).to.equal(LISTED);
            expect(await own().count()).to.equal(1);
            expect(await buttons())
                .to.deep.equal(before)
                .and.include('hold');
            expect(errors).to.deep.equal([]);
        });
    }

    it('the call goes on when the flood is over', async () => {
        const held = { id: CALL, name: 'Somebody', direction: 'Inbound', state: 'HELD' };
        await page.evaluate((data) => window.stage.say({ type: 'Interaction', category: 'change', data }), held);
        await page.locator(`[data-id="${CALL}"][data-phase="held"]`).waitFor();
    });
});
