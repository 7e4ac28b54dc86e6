/* Every recipe, shown by the local console: inside the sandbox, with a call to act on. */
import { expect } from 'chai';
import { readdir } from 'node:fs/promises';
import { path } from '../../scripts/paths.js';
import { startConsole } from '../browser/consolePage.js';

const CASE = '5005g00000RvW2qAAF';

describe('recipes in the local console', () => {
    let host;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    after(() => host.stop());

    async function show(query) {
        const shown = await host.open({ query, utilities: ['recipe', 'genesys'] });
        await shown.page.evaluate(() => window.patchbayHost.simulator.inboundCall());
        const panel = shown.panel('recipe');
        await panel.waitFor();
        return { ...shown, shown, panel, page: shown.page };
    }

    async function pickUp({ page }) {
        await page.evaluate(() => {
            const { simulator } = window.patchbayHost;
            const [{ id }] = simulator.conversations;
            simulator.receive({ type: 'PureCloud.Interaction.updateState', data: { action: 'pickup', id } });
        });
    }

    const received = ({ page }) => page.evaluate(() => window.patchbayHost.orders.map(({ json }) => JSON.parse(json)));

    it('are all there', async () => {
        for (const name of await readdir(path('www/examples/main/default/lwc'))) {
            const recipe = await show(`?recipe=${name}`);
            const tag = `c-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
            await recipe.panel.locator(tag).waitFor({ state: 'attached' });
            expect(recipe.shown.errors, name).to.deep.equal([]);
            await recipe.page.close();
        }
    });

    it('act on the call, with what the address gives them', async () => {
        const recipe = await show(`?recipe=patchbayCaseTransfer&recordId=${CASE}&flow=Customer%20Survey`);
        await pickUp(recipe);
        await recipe.panel.locator('[data-action="blindTransfer"] button:enabled').click();
        await recipe.panel.getByText('Transfer sent at').waitFor();
        const [transfer, attributes] = await received(recipe);
        expect(attributes.data.attributes).to.deep.equal({ caseNumber: '00012345' });
        expect(transfer.data.participantContext.transferTarget).to.equal('sip:Customer%20Survey');
    });

    it('are asked by a flow, and answer it', async () => {
        const recipe = await show('?recipe=patchbayFlowStatus&statusId=3fd96123-badb-4f69-bc03-1b1ccc6d8014');
        await recipe.panel.locator('[data-next] button').click();
        await recipe.panel.getByText('The flow goes on').waitFor();
        const [status] = await received(recipe);
        expect(status.type).to.equal('PureCloud.User.updateStatus');
        const wrong = await show('?recipe=patchbayFlowStatus');
        await wrong.panel.locator('[data-next] button').click();
        await wrong.panel.getByText('The flow takes its fault path: id is missing').waitFor();
    });

    it('that are not there are told, with those that are', async () => {
        const { panel } = await show('?recipe=nothing');
        expect(await panel.locator('[role="alert"]').textContent()).to.match(
            /no recipe 'nothing'; .*patchbayCaseTransfer/
        );
    });
});
