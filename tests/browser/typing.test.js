/*
 * An agent types while interactions come, go and are selected: every character lands in the log it was begun in, and what was
 * typed and not sent goes to nobody else.
 */
import { expect } from 'chai';
import { AppPage } from './appPage.js';
import { startConsole } from './consolePage.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const STEPS = 160;
const CALLERS = [
    { name: 'Nadia', number: '+61491570156' },
    { name: 'Theo', number: '+13175550123' },
    { name: 'Unknown', number: '+13175550199' }
];

/** The same numbers for the same seed (mulberry32). */
function dice(seed) {
    let state = seed;
    return (sides) => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
    };
}

describe('typing', () => {
    let host;
    let app;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    beforeEach(() => {
        app = null;
    });
    afterEach(() => app?.closeWithoutErrors());
    after(() => host?.stop());

    const log = (selector) => app.part('c-patchbay-interaction-log', selector);
    const comments = () => log('[data-field="Description"] textarea');
    const shownLog = () => log('[data-log]').getAttribute('data-log');
    const waiting = () => app.app.locator('c-patchbay-waiting-interaction [data-waiting]');
    const pass = () => app.page.clock.runFor(300);
    const descriptions = () =>
        app.page.evaluate(async () => {
            const tasks = await window.patchbayHost.records.tasks();
            return Object.fromEntries(tasks.map(({ CallObject, Description }) => [CallObject, Description ?? '']));
        });

    for (const seed of [7, 20]) {
        it(`lands in the log it was begun in, whatever rings, ends or is selected (seed ${seed})`, async () => {
            app = await AppPage.open(host);
            const roll = dice(seed);
            const written = new Map();
            /** The log that the sentence was begun in, while the field has the focus. */
            let begunIn = null;
            await app.simulate('inboundCall', CALLERS[0]);
            await pass();
            await app.tab('log');
            await comments().waitFor();

            const begin = async () => {
                // A call that only rang leaves no log.
                if (!(await comments().isVisible())) {
                    return;
                }
                await comments().click();
                await app.page.keyboard.press('Control+End');
                begunIn = await shownLog();
            };
            const key = async () => {
                const letter = LETTERS[roll(LETTERS.length)];
                await app.page.keyboard.press(letter);
                written.set(begunIn, (written.get(begunIn) ?? '') + letter);
            };
            const rows = () => app.part('c-patchbay-interaction-list', '[data-id]');
            const any = async () => {
                const ids = await app.ids();
                return ids.length ? ids[roll(ids.length)] : null;
            };
            const events = [
                async () => {
                    if ((await app.ids()).length < 5) {
                        await app.simulate(roll(4) ? 'inboundCall' : 'chat', CALLERS[roll(CALLERS.length)]);
                    }
                },
                async () => app.simulate('select', await any()),
                async () => app.simulate('customerHangsUp', await any()),
                async () => app.simulate('completeWrapUp', await any()),
                async () => app.page.evaluate(connect, await any())
            ];
            for (let step = 0; step < STEPS; step += 1) {
                const chance = roll(20);
                if (chance < 6) {
                    await events[roll(events.length)]();
                } else if (chance === 6 && (await waiting().isVisible())) {
                    begunIn = null;
                    await waiting().locator('button').click();
                } else if (chance === 7 && (await rows().count())) {
                    begunIn = null;
                    await rows()
                        .nth(roll(await rows().count()))
                        .press('Enter');
                } else if (begunIn === null) {
                    await begin();
                } else {
                    expect(await shownLog(), `step ${step}`).to.equal(begunIn);
                    await key();
                }
                await pass();
            }
            expect(written.size).to.be.above(1);
            const wanted = Object.fromEntries([...written].map(([id, text]) => [id, text]));
            await app.page.waitForFunction(async (texts) => {
                const tasks = await window.patchbayHost.records.tasks();
                return Object.entries(texts).every(([id, text]) =>
                    tasks.some(({ CallObject, Description }) => CallObject === id && Description === text)
                );
            }, wanted);
            const others = Object.entries(await descriptions()).filter(([id]) => !written.has(id));
            expect(others.filter(([, text]) => text !== '')).to.deep.equal([]);
        });
    }

    it('goes on after a reload, and the new call is offered by name', async () => {
        app = await AppPage.open(host);
        const first = await app.connected();
        await app.tab('log');
        await comments().click();
        await app.page.keyboard.type('Wants a callback on Mo');
        const second = await app.simulate('inboundCall', { name: 'Theo Okafor', number: '+13175550123' });
        await app.simulate('select', second);
        await waiting().waitFor();
        await app.page.keyboard.type('nday');
        await app.page.reload();
        await app.page.locator('[data-lws]').waitFor({ state: 'attached' });
        await app.toggle('console', true);
        await app.app.locator('[data-layout]').waitFor();
        await app.tab('log');
        await comments().waitFor();
        expect(await shownLog()).to.equal(first);
        expect(await comments().inputValue()).to.equal('Wants a callback on Monday');
        await app.simulate('select', second);
        await pass();
        expect(await shownLog()).to.equal(first);
        expect(await waiting().textContent()).to.match(/New call from Theo Okafor/);
        await waiting().locator('button').click();
        await log(`[data-log="${second}"]`).waitFor();
        expect(await comments().inputValue()).to.equal('');
    });

    it('keeps what was not sent with its interaction', async () => {
        app = await AppPage.open(host);
        const first = await app.connected();
        await app.tab('transfer');
        const flow = () => app.part('c-patchbay-secure-session', '[data-field="flowId"] input');
        await flow().fill('PaymentFlow');
        // The focus is elsewhere, and the text still waits.
        await app.app.locator('[data-tab="transfer"]').focus();
        const second = await app.simulate('inboundCall', CALLERS[1]);
        await app.simulate('select', second);
        await waiting().waitFor();
        expect(await flow().inputValue()).to.equal('PaymentFlow');
        await waiting().locator('button').click();
        await app.app.locator(`[data-id="${second}"][aria-current="true"]`).waitFor();
        expect(await flow().inputValue()).to.equal('');
        await app.app.locator(`c-patchbay-interaction-list [data-id="${first}"]`).click();
        await app.app.locator(`[data-id="${first}"][aria-current="true"]`).waitFor();
        expect(await flow().inputValue()).to.equal('PaymentFlow');
    });

    for (const lang of ['en', 'de']) {
        it(`leaves axe nothing to say while another call waits and an earlier log is edited (${lang})`, async () => {
            app = await AppPage.open(host, { query: `?lang=${lang}` });
            const first = await app.connected();
            await app.simulate('customerHangsUp', first);
            await app.connected();
            await app.tab('log');
            await comments().click();
            await app.simulate('inboundCall', CALLERS[1]);
            await waiting().waitFor();
            expect(await app.violations('console')).to.deep.equal([]);
            expect(await app.overflowing()).to.deep.equal([]);
            await log('lightning-combobox[data-recent] button').click();
            await log('lightning-combobox[data-recent] [role="option"]').first().click();
            await log('[data-earlier]').waitFor();
            expect(await shownLog()).to.equal(first);
            expect(await app.violations('console')).to.deep.equal([]);
            expect(await app.overflowing()).to.deep.equal([]);
            await log('[data-action="back"] button').click();
            await log('[data-earlier]').waitFor({ state: 'detached' });
            expect(await shownLog()).to.not.equal(first);
        });
    }
});

/** In the page: the agent answers in the client. */
function connect(id) {
    const { simulator } = window.patchbayHost;
    const conversation = simulator.find(id);
    if (conversation?.state === 'ALERTING') {
        simulator.connect(conversation);
    }
}
