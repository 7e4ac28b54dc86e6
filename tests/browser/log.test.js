/*
 * The interaction log in the console, inside the real sandbox: the agent works while the network fails, and what the
 * record store holds in the end is what the agent saw.
 */
import { expect } from 'chai';
import { startConsole } from './consolePage.js';
import { LogPage } from './logPage.js';

const NADIA = '0035g00000LqT4rAAF';
const THEO = '0035g00000LqT5aAAF';
const RENEWAL = '0065g00000CtD1fAAF';

describe('the interaction log', () => {
    let host;
    let agent;
    let log;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    beforeEach(async () => {
        agent = await host.open({ utilities: ['genesys', 'interaction', 'log'] });
        log = await new LogPage(agent).open();
    });
    afterEach(async () => {
        expect(agent.errors).to.deep.equal([]);
        await agent.close();
    });
    after(() => host?.stop());

    it('is what the agent saw, though saving fails half the time and the page is reloaded', async () => {
        // Every other attempt fails.
        await log.faults({ rate: 100, modes: ['error', 'offline'] });
        const id = await agent.answeredCall();
        await log.storedAtSecondTry(1);
        await log.visit('Theo Okafor');
        await log.visit('Imani Castellanos');
        await log.visit('Fleet cover renewal');
        await log.visit('00012360');
        await log.choose('name', 'Theo');
        await log.storedAtSecondTry(2);
        await log.choose('relatedTo', 'Fleet');
        await log.storedAtSecondTry(3);
        // Typed, and the page is gone before anything of it is sent.
        await log.comments.fill('Asks about the renewal.');
        await agent.page.reload();
        await log.open();
        await log.comments.waitFor();
        expect(await log.comments.inputValue()).to.equal('Asks about the renewal.');
        await log.storedAtSecondTry(4);
        await agent.page.locator(`[data-hang-up="${id}"] button`).click();
        await log.storedAtSecondTry(5);
        await agent.page.locator(`[data-wrap-up="${id}"] button`).click();
        await log.panel.locator('[data-fact="Wrap-up code"]', { hasNotText: 'None yet' }).waitFor();
        await log.storedAtSecondTry(6);

        const seen = await log.seen();
        const tasks = await log.tasks();
        expect(tasks).to.have.length(1);
        const [task] = tasks;
        const { Subject, Type, CallType, CallDisposition, Description, CallObject, WhoId, WhatId } = task;
        const { Name, RelatedTo, Duration, ...same } = seen;
        expect({ Subject, Type, CallType, CallDisposition, Description }).to.deep.equal(same);
        expect({ CallObject, WhoId, WhatId }).to.deep.equal({ CallObject: id, WhoId: THEO, WhatId: RENEWAL });
        expect([Name, RelatedTo]).to.deep.equal(['Theo Okafor', 'Fleet cover renewal']);
        const [minutes, seconds] = Duration.split(':').map(Number);
        expect(task.CallDurationInSeconds).to.equal(minutes * 60 + seconds);

        // The call, Name, Related To, the comment, the end, the wrap-up: once each, however often it had to be tried.
        const { stored, succeeded, failed } = await log.counts();
        expect([stored, succeeded]).to.deep.equal([6, 6]);
        expect(failed).to.be.at.least(6);
    });

    it('grows while the agent navigates, and leaves the choice alone', async () => {
        await agent.answeredCall();
        await log.panel.locator('[data-list="name"] input').waitFor();
        await log.visit('Theo Okafor');
        await log.visit('Wren Takahashi');
        await log.visit('00012360');
        await log.visit('Theo Okafor');
        expect((await log.seen()).Name).to.equal('Nadia Lindgren');
        await log.picker('name').getByRole('combobox').click();
        const people = (await log.options('name')).filter((name) => name !== '' && !name.startsWith('None'));
        // The one in front first, then the last; the case's contact, whom nobody brought up, is offered after all others.
        expect(people.slice(-4)).to.deep.equal([
            'Theo Okafor',
            'Wren Takahashi',
            'Nadia Lindgren',
            'Imani Castellanos'
        ]);
        expect((await log.options('name', 'reason')).slice(-4)).to.deep.equal([
            'visited',
            'visited',
            'visited',
            'belongs to another entry'
        ]);
        await agent.page.keyboard.press('Escape');
        const offer = log.picker('relatedTo').locator('[data-confirmation]');
        expect(await offer.textContent()).to.equal('Enter confirms it.');
        await log.picker('relatedTo').getByRole('combobox').press('Enter');
        await offer.filter({ hasText: 'Enter' }).waitFor({ state: 'detached' });
        expect((await log.seen()).RelatedTo).to.equal('Harbour Freight Lines');
        await log.choose('relatedTo', '00012360');
        await log.choose('name', 'Wren');
        const note = log.picker('relatedTo').locator('[data-note]');
        expect(await note.textContent()).to.match(/lead/i);
        await log.saving('saved');
        const [{ WhoId, WhatId }] = await log.tasks();
        expect([WhoId.slice(0, 3), WhatId ?? null]).to.deep.equal(['00Q', null]);
        await log.choose('name', 'Nadia');
        await log.saving('saved');
        await expectStored(log, { WhoId: NADIA });
        expect((await log.tasks())[0].WhatId.slice(0, 3)).to.equal('500');
    });

    it('is made anew when somebody deletes its record', async () => {
        await agent.answeredCall();
        await log.saving('saved');
        const [{ Id }] = await log.tasks();
        await agent.page.evaluate((id) => window.patchbayHost.records.delete(id), Id);
        await log.comments.fill('Still here.');
        await expectStored(log, { WhoId: NADIA, Description: 'Still here.', Type: 'Call' });
        const tasks = await log.tasks();
        expect(tasks).to.have.length(1);
        expect(tasks[0].Id).to.not.equal(Id);
    });

    it('says what could not be stored and why', async () => {
        await agent.page.evaluate(() => window.patchbayHost.records.access('Description', 'read'));
        await agent.answeredCall();
        await log.comments.fill('Nobody will read this.');
        await log.panel.locator('[data-losses]').waitFor();
        expect(await log.panel.locator('[data-losses]').textContent()).to.match(
            /(?:Comments|Description) is not stored/
        );
        await expectStored(log, { CallType: 'Inbound' });
        expect((await log.tasks())[0].Description ?? null).to.equal(null);
    });

    it('leaves axe nothing to say, live, open and over', async () => {
        const id = await agent.answeredCall();
        await log.visit('Theo Okafor');
        expect(await agent.violations()).to.deep.equal([]);
        await log.picker('name').getByRole('combobox').click();
        expect(await agent.violations()).to.deep.equal([]);
        await agent.page.keyboard.press('Escape');
        await agent.page.locator(`[data-hang-up="${id}"] button`).click();
        await log.saving('saved');
        expect(await agent.violations()).to.deep.equal([]);
    });
});

/** Waits until the one stored Task holds these values. */
async function expectStored(log, values) {
    await log.page.waitForFunction(async (wanted) => {
        const [task = {}] = await window.patchbayHost.records.tasks();
        return Object.entries(wanted).every(([field, value]) => task[field] === value);
    }, values);
}
