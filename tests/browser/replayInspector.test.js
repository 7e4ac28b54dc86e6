/* The inspector's recorder in the real sandbox, where files, downloads and timers are the sandbox's. */
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { path } from '../../scripts/paths.js';
import { startConsole } from './consolePage.js';
import { ReplayPage, fixture } from './replayPage.js';

describe('the message inspector’s recorder', () => {
    let host;
    let agent;
    let replay;
    let inspector;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    beforeEach(async () => {
        agent = await host.open({ utilities: ['genesys', 'interaction', 'inspector'] });
        replay = new ReplayPage(agent);
        await replay.ready();
        inspector = await agent.openPanel('inspector');
        // The client's first messages, and what the session asks of it.
        await inspector.getByText('5 of 5 messages listed').first().waitFor();
    });
    afterEach(async () => {
        expect(agent.errors).to.deep.equal([]);
        await agent.close();
    });
    after(() => host?.stop());

    async function speed(name) {
        await inspector.getByRole('combobox', { name: 'Speed' }).click();
        await agent.page.getByRole('option', { name }).click();
    }

    it('replays a file, heard by the inspector alone', async () => {
        const messages = await fixture('consult-transfer');
        await inspector.locator('input[type="file"]').setInputFiles(path('tests/fixtures/consult-transfer.json'));
        await speed('As fast as possible');
        await agent.click('Clear');
        await agent.click('Replay');
        await inspector.locator('[data-replay]').getByText(`${messages.length} messages`).waitFor();
        await inspector.getByRole('button', { name: 'Replay', exact: true }).waitFor();
        await inspector.getByText(`${messages.length} of ${messages.length} messages listed`).first().waitFor();
        expect(await agent.received()).to.deep.equal([]);
        expect(await agent.page.evaluate(() => window.patchbayHost.orders.length)).to.equal(0);
        expect(await replay.seen()).to.deep.equal({ phases: {}, current: null, enabled: [] });
    });

    it('stops a replay where it is', async () => {
        await inspector.locator('input[type="file"]').setInputFiles(path('tests/fixtures/consult-transfer.json'));
        await agent.click('Clear');
        await agent.click('Replay');
        // The second message is nine seconds away.
        await inspector.locator('[data-rehearsed]').getByText('connected').waitFor();
        await agent.click('Stop replay');
        await inspector.getByRole('button', { name: 'Replay', exact: true }).waitFor();
        expect(await inspector.locator('.message').count()).to.equal(1);
        expect(await agent.received()).to.deep.equal([]);
    });

    it('saves what it recorded, and replays what it saved', async () => {
        const messages = await fixture('chat-and-dialer');
        await agent.click('Show values');
        await agent.click('Record');
        for (const message of messages.slice(0, 4)) await replay.publish(message);
        await agent.click('Stop recording');
        await replay.publish(messages[4]);
        const [download] = await Promise.all([agent.page.waitForEvent('download'), agent.click('Save')]);
        const file = await download.path();
        const { title, events } = JSON.parse(await readFile(file, 'utf8'));
        expect(title).to.match(/^Recorded /);
        expect(events.map(({ message }) => message)).to.deep.equal(messages.slice(0, 4));
        expect(events.every(({ afterMs }) => Number.isInteger(afterMs) && afterMs >= 0)).to.equal(true);
        await inspector
            .locator('input[type="file"]')
            .setInputFiles({ name: 'recorded.json', mimeType: 'application/json', buffer: await readFile(file) });
        await agent.click('Clear');
        await agent.click('Replay');
        await inspector.getByText('4 of 4 messages listed').first().waitFor();
    });

    it('says what is wrong with a file', async () => {
        await inspector.locator('input[type="file"]').setInputFiles({
            name: 'broken.json',
            mimeType: 'application/json',
            buffer: Buffer.from('{"events":[{}]}')
        });
        await inspector.getByText('broken.json cannot be replayed. Event 1 has no message.').waitFor();
        expect(await inspector.getByRole('button', { name: 'Replay', exact: true }).isDisabled()).to.equal(true);
    });
});
