/* A call in the console, inside the real sandbox, becomes one logged call: closed, in Activity History, and no to-do. */
import { expect } from 'chai';
import { startConsole } from './consolePage.js';
import { LogPage } from './logPage.js';

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
        agent = await host.open({ query });
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
        await log.panel.getByText('No status of tasks is closed').waitFor();
    });
});
