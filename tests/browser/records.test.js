/* Hundreds of records to choose from: the one in front is always there, namesakes can be told apart, typing replaces. */
import { expect } from 'chai';
import { startConsole } from './consolePage.js';
import { LogPage } from './logPage.js';

const NADIA = '0035g00000LqT4rAAF';
const CASE = '5005g00000RvW2qAAF';

/** Contacts that come with the interaction, as many as one message hands over. */
const handedOver = (from, count) => {
    const contact = (at) => {
        const id = `0035g00001${String(at).padStart(5, '0')}`;
        return [`p${at}`, { id, name: at === 7 ? 'Nadia Lindgren' : `Person ${at}`, type: 'Contact' }];
    };
    return JSON.stringify({ Names: Object.fromEntries(Array.from({ length: count }, (_, at) => contact(from + at))) });
};

describe('records to choose from', () => {
    let host;
    let agent;
    let log;
    before(async () => {
        host = await startConsole({ ownTime: true });
        agent = await host.open({ utilities: ['genesys', 'interaction', 'log'] });
        log = await new LogPage(agent).open();
    });
    after(async () => {
        await agent?.close();
        await host?.stop();
    });

    /** Both lines of each option. What is in components is reached from one of its own elements. */
    const lines = (list) =>
        log
            .picker(list)
            .locator('[role="option"]')
            .first()
            .evaluate((option) =>
                [...option.closest('[role="listbox"]').querySelectorAll('[role="option"]')].map((one) =>
                    ['[data-name]', '[data-about]'].map((line) => one.querySelector(line).textContent)
                )
            );

    it('are 220 with two namesakes, the one in front first, searched in both lines, and replaced by typing', async () => {
        const id = await agent.answeredCall();
        const open = (record) => agent.page.evaluate((given) => window.patchbayHost.workspace.open(given), record);
        await open(NADIA);
        await log.picker('name').locator('[data-hint]', { hasText: 'Harbour Freight Lines' }).waitFor();
        for (const [from, count] of [
            [0, 100],
            [100, 100],
            [200, 19]
        ]) {
            await agent.page.evaluate(
                ([conversation, text]) =>
                    window.patchbayHost.simulator.setAttributes(conversation, { sf_workspaceassociations: text }),
                [id, handedOver(from, count)]
            );
            await log
                .picker('name')
                .locator('[data-hint]', { hasText: `${from + count + 1} records` })
                .waitFor();
        }
        const input = log.picker('name').getByRole('combobox');
        await input.click();
        let shown = (await lines('name')).filter(([name]) => name !== 'None');
        expect(shown).to.have.length(50);
        // The record in front, then those that came last.
        expect(shown[0]).to.deep.equal(['Nadia Lindgren', 'Contact · Harbour Freight Lines']);
        expect(shown[1][0]).to.equal('Person 200');

        await input.fill('nadia');
        shown = await lines('name');
        expect(shown.map(([name]) => name)).to.deep.equal(['Nadia Lindgren', 'Nadia Lindgren']);
        expect(new Set(shown.map(([, about]) => about)).size).to.equal(2);
        await input.fill('harbour');
        expect(await lines('name')).to.deep.equal([['Nadia Lindgren', 'Contact · Harbour Freight Lines']]);
        await input.press('Enter');
        await log.picker('name').locator('[data-hint]', { hasText: 'Harbour Freight Lines, 1 of 220' }).waitFor();

        // The cursor is in the middle of the chosen name.
        await input.click();
        await input.click();
        await input.press('ArrowLeft');
        await agent.page.keyboard.type('person 21');
        expect(await input.inputValue()).to.equal('person 21');
        await agent.page.keyboard.press('Escape');

        await open(CASE);
        await log.picker('relatedTo').locator('[data-hint]', { hasText: 'record' }).waitFor();
        await log.picker('relatedTo').getByRole('combobox').fill('warehouse');
        await log
            .picker('relatedTo')
            .locator('[role="option"] [data-about]', { hasText: 'Water damage in warehouse 3' })
            .waitFor();
        expect(await agent.violations('log')).to.deep.equal([]);
        expect(agent.errors).to.deep.equal([]);
    });
});
