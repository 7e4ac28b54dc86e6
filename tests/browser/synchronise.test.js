/*
 * Attributes on activity records, and the EngagementInteraction record beside them, in the console and inside the real
 * sandbox: what is stored in the end, and what the agent is told of the rest.
 */
import { expect } from 'chai';
import { startConsole } from './consolePage.js';
import { LogPage } from './logPage.js';

const TOO_LONG = 131_073;

describe('synchronising attributes', () => {
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

    async function start(query = '') {
        agent = await host.open({ query, utilities: ['genesys', 'interaction', 'log', 'engagement'] });
        log = await new LogPage(agent).open();
    }

    const simulate = (work, given) => agent.page.evaluate(work, given);

    /** A chat that is accepted and ends with a transcript of so many characters. */
    async function chat(transcriptLength) {
        const before = await agent.ids();
        await simulate(
            (length) => void window.patchbayHost.simulator.chat({ transcriptLength: length }),
            transcriptLength
        );
        const id = (await agent.ids()).find((known) => !before.includes(known));
        await agent.click('Pick up');
        await agent.inState(id, 'CONNECTED');
        await agent.page.locator(`[data-hang-up="${id}"] button`).click();
        return id;
    }

    it('refuses a transcript of 131,073 characters, says so, and has the whole text for the agent', async () => {
        await start();
        await chat(TOO_LONG);
        const losses = log.panel.locator('[data-losses]');
        await losses
            .getByText('Transcript is not stored: it has 131,073 characters, and the field holds 131,072.')
            .waitFor();
        await log.stored(1);
        const [task] = await log.tasks();
        expect([task.Transcript__c ?? null, task.Type]).to.deep.equal([null, 'Chat']);
        await log.panel.getByRole('button', { name: /whole transcript/i }).click();
        const modal = agent.page.getByRole('dialog');
        expect(await modal.getByRole('region', { name: /transcript/i }).textContent()).to.have.length(TOO_LONG);
        await agent.page.getByText('– 131,073 characters').waitFor();
        await modal.locator(':focus').waitFor();
        await agent.page.keyboard.press('Escape');
        await modal.waitFor({ state: 'detached' });
    });

    it('cuts it where the organisation wants that, with a mark', async () => {
        await start('?transcripts=cut');
        await chat(TOO_LONG);
        await log.panel.locator('[data-losses]').getByText('Transcript has 131,073 characters').waitFor();
        await log.wrappedUp();
        const [{ Transcript__c: stored }] = await log.tasks();
        expect(stored).to.have.length(131_072);
        expect(stored).to.match(/\[… cut: the transcript is longer than this field\]$/);
    });

    it('tells of a field the user may not edit, and stores the others', async () => {
        await start();
        await simulate(() => window.patchbayHost.records.access('Queue_Name__c', 'read'));
        await agent.answeredCall();
        const losses = log.panel.locator('[data-losses]');
        await losses.getByText('Queue Name is not stored: you may not change it.').waitFor();
        await log.stored(1);
        const [task] = await log.tasks();
        expect(task.Queue_Name__c ?? null).to.equal(null);
        expect(task.Caller_Number__c).to.be.a('string').and.not.equal('');
    });

    it('saves an attribute that changes after the end, once', async () => {
        await start();
        const id = await agent.answeredCall();
        await agent.page.locator(`[data-hang-up="${id}"] button`).click();
        await log.stored(2);
        for (let times = 0; times < 3; times += 1) {
            await simulate(
                (call) => window.patchbayHost.simulator.setAttributes(call, { 'Participant.survey': 'sent' }),
                id
            );
        }
        await log.stored(3);
        await agent.page.clock.runFor(4000);
        const saves = await simulate(() =>
            window.patchbayHost.records.requests
                .filter(({ kind }) => kind === 'save')
                .map(({ payload }) => JSON.parse(payload.data ?? JSON.stringify(payload)))
                .map(({ eventName, callLog }) => [eventName, callLog.Survey__c ?? null])
        );
        expect(saves.filter(([, survey]) => survey !== null)).to.deep.equal([
            ['interactionChangedAfterDisconnect', 'sent']
        ]);
        expect((await log.tasks())[0].Survey__c).to.equal('sent');
    });

    it('makes one EngagementInteraction of a call and closes it', async () => {
        await start();
        const id = await agent.answeredCall();
        const engagements = () => simulate(() => window.patchbayHost.records.engagements());
        await agent.page.waitForFunction(() => window.patchbayHost.records.counts.engagement.succeeded > 0);
        const [made] = await engagements();
        expect(made).to.include({
            ExternalIdentifier: id,
            CommunicationChannel: 'Voice Call',
            Type: 'Inbound',
            Status: 'In Progress',
            MappedState: 'InProgress'
        });
        await agent.page.locator(`[data-hang-up="${id}"] button`).click();
        await agent.page.waitForFunction(
            (before) => window.patchbayHost.records.counts.engagement.succeeded > before,
            await simulate(() => window.patchbayHost.records.counts.engagement.succeeded)
        );
        const closed = await engagements();
        expect(closed).to.have.length(1);
        expect(closed[0]).to.include({ Id: made.Id, Status: 'Completed', MappedState: 'Completed' });
        expect(Date.parse(closed[0].EndDateTime)).to.be.at.least(Date.parse(closed[0].StartDateTime));
    });
});
