/*
 * The integration settings in the console, inside the real sandbox: a person fills the forms by keyboard, mends what is wrong,
 * and sees what the settings make of the agent's status. The secret is looked for everywhere.
 */
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { startConsole } from './consolePage.js';
import { SettingsPage } from './settingsPage.js';

const SECRET = 's3cr3t-D0NT-T3LL';
const BREAK = '227b37e2-f1d0-4dd0-8f50-badd7cf6d158';
const MEETING = '80b2bb8d-2f0e-4c3e-9b84-9d0d5a6e9bd0';

describe('the integration settings', () => {
    let host;
    let agent;
    let settings;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    beforeEach(async () => {
        agent = await host.open({ utilities: ['genesys', 'status', 'inspector', 'integrations'] });
        settings = await new SettingsPage(agent).open();
    });
    afterEach(async () => {
        expect(agent.errors).to.deep.equal([]);
        await agent.close();
    });
    after(() => host?.stop());

    async function setStatus(id) {
        const panel = await agent.openPanel('status');
        await panel.locator(`[data-status="${id}"]`).click();
    }

    /** The least that makes historical settings right. */
    async function fillHistorical() {
        await settings.press('Add historical settings');
        await settings.write('OAuth 2.0 client ID', '3MVG9');
        await settings.write('OAuth 2.0 client secret', SECRET);
        await settings.write('Salesforce API version', '53');
    }

    it('are filled in by keyboard, mended where they are wrong, saved, and put to work', async () => {
        await settings.press('Add historical settings');
        await settings.write('OAuth 2.0 client ID', '3MVG9');
        await settings.write('OAuth 2.0 URL', 'http://example.com');
        await settings.says(0, 'url', /^Error: .+https:\/\//);
        await settings.write('Salesforce API version', 'v53.5');
        await settings.write('Not-ready activities', 'Break; On Queue; Offline');
        await settings.write('Ready time activities', 'On Queue; on call; On call');
        // Nothing was written there yet.
        expect(await settings.problems(0, 'clientSecret').count()).to.equal(0);
        await settings.statusIs('notReady');
        await settings.press('Save settings');
        await settings.panel.getByText('Nothing is saved yet').waitFor();
        expect(await agent.focused()).to.equal('OAuth 2.0 client secret');
        await settings.says(0, 'clientSecret', /^Error: This is missing/);
        await settings.says(0, 'apiVersion', /^Error: This is no API version/);
        await settings.says(0, 'notReadyActivities', /^Error: Offline is an offline activity/);
        await settings.says(0, 'readyActivities', /^Error: On Queue is in the Not-ready list already/);
        await settings.says(0, 'readyActivities', /^Warning: On call is in the list twice/);
        expect(await agent.violations()).to.deep.equal([]);

        await settings.write('OAuth 2.0 client secret', SECRET);
        await settings.write('OAuth 2.0 URL', 'https://test.salesforce.com');
        await settings.write('Salesforce API version', '53');
        await settings.write('Not-ready activities', 'Break');
        await settings.statusIs('ready');
        await settings.write('Ready time activities', 'On Queue; On call');
        await settings.press('Save settings');
        await settings.panel.getByText(/^Saved at /).waitFor();
        expect(await settings.form(0).locator('[data-severity]').count()).to.equal(0);
        await settings.panel.getByText('A secret is stored').waitFor();
        expect(await agent.violations()).to.deep.equal([]);

        await settings.statusIs('ready');
        await setStatus(BREAK);
        await settings.statusIs('notReady');
        await setStatus(MEETING);
        await settings.statusIs('unknown');
    });

    it('are there after a reload, as Patchbay has read them', async () => {
        await fillHistorical();
        await settings.write('Ready time activities', ' On Queue ;On call');
        await settings.press('Add real-time settings');
        await settings.write('Salesforce API version', 'v60');
        await settings.write('OAuth 2.0 client ID', '3MVG9');
        await settings.write('OAuth 2.0 client secret', SECRET);
        await settings.write('Salesforce platform event name', 'Agent_State__e');
        await settings.press('Save settings');
        await settings.panel.getByText(/^Saved at /).waitFor();
        await agent.page.reload();
        await settings.open();
        const value = (at, label) => settings.form(at).getByLabel(label, { exact: true }).inputValue();
        expect(await value(0, 'Salesforce API version')).to.equal('v53.0');
        expect(await value(0, 'Ready time activities')).to.equal('On Queue; On call');
        expect(await value(1, 'Salesforce API version')).to.equal('60.0');
        expect(await value(1, 'Salesforce platform event name')).to.equal('Agent_State__e');
        expect(await settings.panel.getByText('A secret is stored').count()).to.equal(2);
        await settings.statusIs('ready');
    });

    it('give their secret away nowhere: not while it is typed, not when it is stored, not after a reload', async () => {
        const inspector = await agent.openPanel('inspector');
        await inspector.getByRole('button', { name: 'Record', exact: true }).click();
        await settings.open();
        await fillHistorical();
        expect(await settings.holding('3MVG9')).to.deep.equal([]);
        expect(await settings.holding(SECRET)).to.deep.equal([]);
        await settings.press('Save settings');
        await settings.panel.getByText(/^Saved at /).waitFor();
        // What is no secret is found where it is stored: the search works.
        expect(await settings.holding('3MVG9')).to.deep.equal(['databases']);
        expect(await settings.holding(SECRET)).to.deep.equal([]);

        await setStatus(BREAK);
        await inspector.getByRole('button', { name: 'Stop recording' }).click();
        const [download] = await Promise.all([
            agent.page.waitForEvent('download'),
            inspector.getByRole('button', { name: 'Save', exact: true }).click()
        ]);
        const recording = await readFile(await download.path(), 'utf8');
        expect(recording).to.include(BREAK).and.not.include(SECRET);

        await agent.page.reload();
        await settings.open();
        await settings.panel.getByText('A secret is stored').waitFor();
        expect(await settings.holding(SECRET)).to.deep.equal([]);
    });

    it('stay in order by keyboard: historical before real-time', async () => {
        await settings.press('Add real-time settings');
        await settings.press('Add historical settings');
        await settings.order('Realtime settings', 'Historical settings');
        await settings.form(0).getByText('Historical settings have to be configured before').waitFor();
        await settings.press('Move up: 2. Historical settings');
        await settings.order('Historical settings', 'Realtime settings');
        // There is nowhere further to go up, so the focus is on the way down.
        expect(await agent.focused()).to.equal('Move down: 1. Historical settings');
        expect(await settings.form(1).locator('[data-own] [data-severity]').count()).to.equal(0);
    });
});
