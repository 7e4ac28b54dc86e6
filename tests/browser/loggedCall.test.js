/* A call in the console, inside the real sandbox, becomes one logged call: closed, in Activity History, and no to-do. */
import { expect } from 'chai';
import { startConsole } from './consolePage.js';
import { LogPage } from './logPage.js';

const UTILITIES = ['genesys', 'interaction', 'log', 'records'];

const RENAMED = [
    { name: 'Offen', isClosed: false },
    { name: 'Erledigt', isClosed: true }
];

describe('a logged call', () => {
    let host;
    let agent;
    let log;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    afterEach(async () => {
        expect(agent.errors).to.deep.equal([]);
        await agent.close();
    });
    after(() => host?.stop());

    async function open(rules, query = '?timeZone=Pacific/Kiritimati') {
        agent = await host.open({ query, utilities: UTILITIES });
        await agent.page.evaluate((given) => {
            window.patchbayHost.records.taskRules = given;
        }, rules);
        // The components ask for the statuses once.
        await agent.page.reload();
        log = await new LogPage(agent).open();
        await agent.openPanel('records');
    }

    const listed = async (name) => {
        await agent.page.locator(`[data-activities="${name}"] [data-stored]`).waitFor();
        return agent.page.locator('[data-activities] [data-stored][data-object="Task"]').count();
    };
    const hangUp = async (id) => {
        await agent.page.locator(`[data-hang-up="${id}"] button`).click();
        await log.saving('saved');
    };

    it('is an open activity while it is live, then one task in Activity History', async () => {
        await open({ statuses: RENAMED });
        const id = await agent.answeredCall();
        await log.saving('saved');
        expect(await listed('open')).to.equal(1);
        await hangUp(id);
        expect(await listed('history')).to.equal(1);
        const [task, ...others] = await log.tasks();
        expect(others).to.deep.equal([]);
        const { Status, IsClosed, TaskSubtype, CallType } = task;
        expect({ Status, IsClosed, TaskSubtype, CallType }).to.deep.equal({
            Status: 'Erledigt',
            IsClosed: true,
            TaskSubtype: 'Call',
            CallType: 'Inbound'
        });
        // Half the world is a day behind Kiritimati, and so is UTC until ten in the morning.
        const day = await agent.page.evaluate(() =>
            new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Kiritimati' }).format(Date.now())
        );
        expect(task.ActivityDate).to.equal(day);
        const subtypes = await agent.page.evaluate(() =>
            window.patchbayHost.records.requests
                .filter(({ kind }) => kind === 'save')
                .map(({ payload }) => payload.callLog.TaskSubtype ?? null)
        );
        expect(subtypes.filter(Boolean)).to.deep.equal(['Call']);
    });

    it('follows the rules that a developer gives the org in the console', async () => {
        agent = await host.open({ utilities: UTILITIES });
        await agent.openPanel('records');
        const { page } = agent;
        await page.getByRole('tab', { name: 'Task rules' }).click();
        const rules = page.locator('host-task-rules');
        await rules.locator('[data-status="0"] input').fill('Offen');
        await rules.locator('[data-status="0"] input').press('Tab');
        await rules.locator('[data-status="2"] input').fill('Erledigt');
        await rules.locator('[data-status="2"] input').press('Tab');
        await rules.locator('[data-required="Description"] label').click();
        await rules.locator('[data-draft="field"] input').fill('Nowhere');
        await rules.locator('[data-add-rule]').click();
        await rules.getByRole('alert').getByText('Tasks have no field Nowhere').waitFor();
        await rules.locator('[data-draft="field"] input').fill('Description');
        await rules.locator('[data-draft="value"] input').fill('?');
        await rules.locator('[data-draft="message"] input').fill('Write what it was about.');
        await rules.locator('[data-add-rule]').click();
        await rules.locator('[data-validation="0"]').getByText('Write what it was about.').waitFor();
        expect(await agent.violations('records')).to.deep.equal([]);
        // The components ask for the statuses once; the rules outlast the page.
        await page.reload();
        log = await new LogPage(agent).open();
        const id = await agent.answeredCall();
        await log.panel.getByText('Required fields are missing: [Description]').first().waitFor();
        await log.comments.fill('Asks about the renewal.');
        await log.saving('saved');
        await log.comments.fill('?');
        await log.panel.getByText('Write what it was about.').first().waitFor();
        await log.comments.fill('Asks about the renewal.');
        await log.saving('saved');
        await hangUp(id);
        await agent.page.waitForFunction(async () => (await window.patchbayHost.records.tasks())[0]?.IsClosed);
        const [task] = await log.tasks();
        expect([task.Status, task.Description]).to.deep.equal(['Erledigt', 'Asks about the renewal.']);
    });

    it('is closed by the page after a reload, too', async () => {
        await open({ statuses: RENAMED });
        const id = await agent.answeredCall();
        await log.saving('saved');
        await agent.page.reload();
        await log.open();
        await hangUp(id);
        await agent.openPanel('records');
        expect(await listed('history')).to.equal(1);
    });

    it('stays open in an org that closes none, and the administrator is told', async () => {
        await open({ statuses: RENAMED.slice(0, 1) });
        const id = await agent.answeredCall();
        await hangUp(id);
        expect(await listed('open')).to.equal(1);
        await log.panel.getByText('Your organisation has no closed status of tasks').waitFor();
    });
});
