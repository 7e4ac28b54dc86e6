/*
 * An administrator configures Patchbay in the console's Setup: a mapping, a status and a target. After a reload, without a build, the
 * agent works with them, and what is wrong is named by its record.
 */
import { expect } from 'chai';
import { startConsole } from './consolePage.js';
import { LogPage } from './logPage.js';

const COACHING = '1a2e7b09-8d45-4c3f-b6e1-0f9d8c7b6a52';

describe('the configuration in Setup', () => {
    let host;
    let agent;
    let setup;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    beforeEach(async () => {
        agent = await host.open({ utilities: ['genesys', 'interaction', 'log', 'status', 'setup'] });
        setup = await agent.openPanel('setup');
    });
    afterEach(async () => {
        expect(agent.errors).to.deep.equal([]);
        await agent.close();
    });
    after(() => host?.stop());

    const show = (label) => setup.locator('[data-object]').selectOption({ label });
    const press = (name) => setup.getByRole('button', { name, exact: true }).click();

    /** Fills fields in, by their labels, and saves. */
    async function save(values) {
        for (const [label, value] of Object.entries(values)) {
            const field = setup.getByLabel(label, { exact: true });
            const isPicklist = await field.evaluate((it) => it.matches('select'));
            await (isPicklist ? field.selectOption({ label: value }) : field.fill(value));
        }
        await press('Save');
    }

    async function add(object, values) {
        await press(`New ${object}`);
        await save(values);
        await setup.locator('[data-saved]').waitFor();
    }

    async function reload() {
        await press('Reload this page');
        await agent.page.locator('[data-lws]').waitFor();
    }

    it('is made by clicks, and the agent works with it after a reload', async () => {
        await show('Patchbay Field Mappings');
        await press('Delete Case Number');
        await add('Patchbay Field Mapping', {
            Label: 'Called number',
            Name: 'Called_Number',
            Attribute: 'Call.CalledNumber',
            Field: 'Case_Number__c',
            Direction: 'Inbound'
        });
        await add('Patchbay Field Mapping', {
            Label: 'Priority of calls',
            Name: 'Priority_Of_Calls',
            'Fixed value': 'High',
            Field: 'Priority',
            'Interaction type': 'Call'
        });
        await show('Patchbay Task Rules');
        await add('Patchbay Task Rule', { Label: 'Calls', Name: 'Calls', 'Open status': 'In Progress' });
        await show('Patchbay Statuses');
        await press('Edit Coaching');
        await save({ Label: 'In a lesson' });
        await add('Patchbay Status', { Label: 'Errand', Name: 'Errand', 'Genesys Cloud status': 'Errand', Order: '0' });
        await show('Patchbay Transfer Targets');
        await add('Patchbay Transfer Target', {
            Label: 'Night desk',
            Name: 'Night_Desk',
            Kind: 'Phone number',
            Value: '+1 317 555 0199'
        });
        await add('Patchbay Transfer Target', {
            Label: 'Reception',
            Name: 'Reception',
            Kind: 'Phone number',
            Value: 'desk'
        });
        await reload();

        const status = await agent.openPanel('status');
        const has = (at, label) => status.locator('[data-status]').nth(at).filter({ hasText: label }).waitFor();
        await has(0, 'Errand');
        await has(1, 'Available');
        await status.locator(`[data-status="${COACHING}"]`).filter({ hasText: 'In a lesson' }).waitFor();

        const log = await new LogPage(agent).open();
        await agent.answeredCall();
        await log.stored(1);
        const [task] = await log.tasks();
        expect([task.Priority, task.Status]).to.deep.equal(['High', 'In Progress']);
        expect(task.Case_Number__c).to.match(/^\+/);
        const picker = agent.panel('interaction').getByRole('combobox', { name: 'Transfer to' });
        await picker.fill('night');
        await agent.panel('interaction').getByRole('option', { name: 'Night desk' }).waitFor();
        await log.panel.getByText(/Patchbay_Transfer_Target__mdt\/Reception\/Value__c/).waitFor();
    });

    it('refuses a name twice, and goes on with what was typed', async () => {
        await show('Patchbay Statuses');
        await press('New Patchbay Status');
        await save({ Label: 'Meal again', Name: 'Meal', 'Genesys Cloud status': 'Meal' });
        await setup.locator('[data-failure]').getByText('The name Meal is in use already').waitFor();
        await save({ Name: 'Meal_Again' });
        await setup.locator('[data-record="Meal_Again"]').waitFor();
    });

    it('has who keeps the log: with the managed package there is none to write', async () => {
        await show('Patchbay Settings');
        await save({ 'Log keeper': 'package' });
        await reload();
        const log = await agent.openPanel('log');
        await log.getByText(/^The managed package keeps the log/).waitFor();
        setup = await agent.openPanel('setup');
        await save({ 'Log keeper': 'pakage' });
        await reload();
        // What cannot be read leaves the log to the managed package.
        await (await agent.openPanel('log')).getByText(/^The managed package keeps the log/).waitFor();
    });
});
