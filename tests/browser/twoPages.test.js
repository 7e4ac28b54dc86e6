/*
 * Two pages of one browser with the console, each with its components inside the real sandbox: one call, comments typed in both, the
 * page that saves killed in mid-save. What comes of it is one Task in Activity History with what was typed.
 */
import { expect } from 'chai';
import { startConsole } from './consolePage.js';
import { LogPage } from './logPage.js';

/** Milliseconds that pass on both pages in turn. */
const STEP = 250;
/** Real milliseconds for what no timer brings: an answer of the database. */
const BREATH = 10;
/** Steps after which a state counts as never coming. */
const MANY = 400;

describe('two pages with one call', () => {
    let host;
    let agents;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    after(() => host?.stop());

    /** Time passes on these pages until something holds. */
    async function until(pages, holds) {
        for (let step = 0; step < MANY; step += 1) {
            if (await holds()) {
                return;
            }
            for (const page of pages) {
                await page.clock.runFor(STEP);
            }
            await new Promise((resolve) => setTimeout(resolve, BREATH));
        }
        throw new Error('waited in vain for a state of the pages');
    }

    /** What the client of the first page has published reaches the other one too, as in two windows of one agent. */
    async function forward([from, to], done) {
        const messages = await from.page.evaluate((n) => window.patchbayHost.published.slice(n), done);
        await to.page.evaluate(
            (texts) => texts.forEach((text) => window.patchbayHost.replay(JSON.parse(text))),
            messages
        );
        return done + messages.length;
    }

    const text = (log) => log.comments.evaluate((input) => input.value);
    const stands = (log, state) => log.panel.locator(`[data-save-state="${state}"]`).isVisible();

    it('keeps one Task, closed, with all that was typed, though the page that saves is killed in mid-save', async () => {
        agents = await host.openSeveral(2, { utilities: ['genesys', 'interaction', 'log', 'records'] });
        const logs = agents.map((agent) => new LogPage(agent));
        for (const log of logs) {
            await log.open();
        }
        const id = await agents[0].answeredCall();
        let pages = agents.map(({ page }) => page);
        let heard = 0;
        await until(pages, async () => {
            heard = await forward(agents, heard);
            return (await stands(logs[0], 'saved')) && stands(logs[1], 'saved');
        });
        expect(await logs[0].tasks()).to.have.length(1);
        // One page saves, whichever has claimed the log first; the clocks of the two differ.
        const saved = async (log) => (await log.counts()).succeeded > 0;
        const inOrder = (await saved(logs[0])) ? [0, 1] : [1, 0];
        const [saving, other] = inOrder.map((at) => logs[at]);
        pages = inOrder.map((at) => pages[at]);
        expect([await saved(saving), await saved(other)]).to.deep.equal([true, false]);

        await saving.comments.fill('Asks about the renewal.');
        await until(pages, async () => (await text(other)) === 'Asks about the renewal.');
        await until(pages, async () => (await saving.tasks())[0].Description === 'Asks about the renewal.');
        // What has the focus stays as it is written.
        await saving.comments.blur();
        await other.comments.fill('Asks about the renewal. Wants a quote.');
        await until(pages, async () => (await saving.tasks())[0].Description?.endsWith('Wants a quote.'));
        await until(pages, async () => (await text(saving)).endsWith('Wants a quote.'));
        expect(await saved(other), 'the other page shows, and saves nothing').to.equal(false);

        // The save is on its way when the page is killed, which tells nobody.
        await saving.faults({ latency: 5000 });
        await other.comments.blur();
        await saving.comments.fill('Asks about the renewal. Wants a quote. Call back at noon.');
        await until(pages, () => stands(saving, 'saving'));
        await until([pages[1]], async () => (await text(other)).endsWith('noon.'));
        await pages[0].evaluate(() => {
            window.addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true);
        });
        await pages[0].close();
        await pages[1].evaluate((call) => {
            const data = { id: call, state: 'DISCONNECTED', isDone: true, dispositionCodeName: 'Resolved' };
            window.patchbayHost.replay({ type: 'Interaction', category: 'change', data: { new: data } });
        }, id);
        await until([pages[1]], async () => (await other.tasks())[0].IsClosed === true);
        await until([pages[1]], () => stands(other, 'saved'));

        const [task, ...more] = await other.tasks();
        expect(more).to.deep.equal([]);
        expect({ Status: task.Status, Description: task.Description }).to.deep.equal({
            Status: 'Completed',
            Description: 'Asks about the renewal. Wants a quote. Call back at noon.'
        });
        const left = agents[inOrder[1]];
        await left.openPanel('records');
        const history = pages[1].locator('[data-activities="history"] [data-stored][data-object="Task"]');
        await until([pages[1]], async () => (await history.count()) === 1);
        expect(left.errors).to.deep.equal([]);
    });
});
