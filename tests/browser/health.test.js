/* The health page in the console, inside the real sandbox: what it finds there, and that it hears the client. */
import { expect } from 'chai';
import { startConsole } from './consolePage.js';

const BREAK = '227b37e2-f1d0-4dd0-8f50-badd7cf6d158';

describe('the health page', () => {
    let host;
    let agent;
    before(async () => {
        host = await startConsole();
    });
    afterEach(async () => {
        expect(agent.errors).to.deep.equal([]);
        await agent.close();
    });
    after(() => host?.stop());

    const finding = (code) => agent.panel('health').locator(`[data-code="${code}"]`);

    it('asks Salesforce, listens to the client, and finds nothing amiss', async () => {
        agent = await host.open({ query: '?health' });
        await finding('events-listening').waitFor();
        await finding('activities-allowed').waitFor();
        const wrong = agent.panel('health').locator('[data-status="error"], [data-status="warning"]');
        expect(await wrong.allTextContents()).to.deep.equal([]);
        for (const code of ['web-security-on', 'storage-allowed', 'closed-status-there', 'translations-there']) {
            expect(await finding(code).count(), code).to.equal(1);
        }
        expect(await agent.violations()).to.deep.equal([]);

        const id = await agent.begin('inboundCall');
        await agent.page.locator(`host-genesys-client [data-select="${id}"]`).click();
        const status = await agent.openPanel('status');
        await status.locator(`[data-status="${BREAK}"]`).click();
        await finding('events-heard').waitFor();
    });
});
