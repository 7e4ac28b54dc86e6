/*
 * A working day in the console, inside the real sandbox, with marks for all that is personal or secret: no mark is in what the
 * browser writes to its console, nor in an error that nobody catches.
 */
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { path } from '../../scripts/paths.js';
import { serve } from '../../www/host/server.js';
import { launch } from '../browser/browser.js';
import { SINGLE, startConsole } from '../browser/consolePage.js';
import { LogPage } from '../browser/logPage.js';
import { SettingsPage } from '../browser/settingsPage.js';
import { tried } from '../wasm/reliability.js';
import { MARKS, broken, marked, marksIn } from './marks.js';

const SECURE_FLOW = '741f4f39-7a94-470d-a1dd-dd68d01e0dd8';

/** All that the browser writes: what is printed, at any level, and errors that nobody catches, with what caused them. */
function listen(page) {
    const output = [];
    page.on('console', (message) => output.push(message.text()));
    page.on('pageerror', (error) => output.push(`${error.message}\n${error.stack}\n${error.cause?.stack ?? ''}`));
    return output;
}

/** In the page: gives it its turn, without a timer, as those stand still. */
function nextTask() {
    window.nextTask = () =>
        new Promise((resolve) => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = resolve;
            port2.postMessage(null);
        });
}

function silent(output) {
    expect(output.filter((text) => marksIn(text).length > 0)).to.deep.equal([]);
    expect(marksIn(output.join('\n'))).to.deep.equal([]);
}

describe('what the console outputs in a working day', () => {
    let host;
    let agent;
    let log;
    let output;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    beforeEach(async () => {
        agent = await host.open({ utilities: SINGLE });
        output = listen(agent.page);
        await agent.page.evaluate(nextTask);
        await agent.openPanel('inspector');
        log = await new LogPage(agent).open();
    });
    afterEach(async () => {
        silent(output);
        await agent.close();
    });
    after(() => host?.stop());

    const simulate = (what, ...args) =>
        agent.page.evaluate(([name, given]) => window.patchbayHost.simulator[name](...given), [what, args]);

    async function answered() {
        const attributes = { case: MARKS.attribute, card: MARKS.card };
        await simulate('inboundCall', { name: MARKS.name, number: MARKS.number, attributes });
        const [id] = await agent.ids();
        await agent.inState(id, 'ALERTING');
        await agent.click('Pick up');
        await agent.inState(id, 'CONNECTED');
        return id;
    }

    it('holds nothing of a call: refused and carried out, logged though saving fails, and after a reload', async () => {
        const id = await answered();
        await log.faults({ rate: 100, modes: ['error', 'offline', 'lost'] });
        await log.comments.fill(MARKS.comment);
        await agent.page.waitForFunction(() => window.patchbayHost.records.counts.save.failed >= 1);
        await agent.page.reload();
        await log.open();
        await log.comments.waitFor();
        expect(await log.comments.inputValue()).to.equal(MARKS.comment);

        const { page } = agent;
        await page.getByRole('tab', { name: 'Secure session' }).click();
        await page.getByLabel('Flow ID').fill(SECURE_FLOW);
        await page.getByLabel('User data').fill(`${MARKS.userData} ${MARKS.card}`);
        await agent.click('Start secure session');
        await agent.panel('interaction').getByText('This holds a card number').waitFor();
        await page.getByLabel('User data').fill(MARKS.userData);
        await agent.click('Start secure session');
        await page.waitForFunction(
            (mark) => window.patchbayHost.received.some(({ json }) => json.includes(mark)),
            MARKS.userData
        );

        await page.getByRole('tab', { name: 'Transfer', exact: true }).click();
        await agent.target('Phone', 'Phone number', `%2B${MARKS.number.slice(1)}`);
        await agent.panel('interaction').getByText(`Enter the plain text: ${MARKS.number}.`).waitFor();
        await agent.target('Phone', 'Phone number', MARKS.number);
        await agent.click('Blind transfer');
        await page.locator(`host-genesys-client [data-interaction="${id}"]:not([data-state="CONNECTED"])`).waitFor();
        await log.faults({ rate: 0 });
        await log.saving('saved');
        expect(marksIn(JSON.stringify(await log.tasks()))).to.include.members(['comment']);
        expect(marksIn(await page.evaluate(() => JSON.stringify(window.patchbayHost.received)))).to.include('userData');
        tried('redaction, steps of a call in the console', 9);
    });

    it('holds nothing of a chat and its transcript', async () => {
        await simulate('chat', { name: MARKS.transcript, email: MARKS.email });
        const [id] = await agent.ids();
        await agent.inState(id, 'ALERTING');
        await agent.click('Pick up');
        await agent.inState(id, 'CONNECTED');
        await simulate('customerHangsUp', id);
        await agent.inState(id, 'DISCONNECTED');
        await log.saving('saved');
        const published = await agent.page.evaluate(() => JSON.stringify(window.patchbayHost.published));
        expect(marksIn(published)).to.include.members(['transcript', 'email']);
        tried('redaction, steps of a chat in the console', 4);
    });

    it('holds nothing of settings and their secret', async () => {
        const settings = await new SettingsPage(agent).open();
        await settings.press('Add historical settings');
        await settings.write('OAuth 2.0 client ID', MARKS.email);
        await settings.write('OAuth 2.0 client secret', MARKS.secret);
        await settings.write('OAuth 2.0 URL', `http://${MARKS.secret}.example.com`);
        await settings.write('Salesforce API version', MARKS.secret);
        await settings.press('Save settings');
        await settings.panel.getByText('Nothing is saved yet').waitFor();
        await settings.write('OAuth 2.0 URL', 'https://test.salesforce.com', 'Shift+Tab');
        await settings.write('Salesforce API version', '53');
        await settings.press('Save settings');
        await settings.panel.getByText(/^Saved at /).waitFor();
        tried('redaction, steps with settings in the console', 4);
    });

    it('holds nothing of messages that are broken in every place', async () => {
        const { events } = JSON.parse(await readFile(path('tests/fixtures/inbound-call.json'), 'utf8'));
        const [, , added] = marked(events.map(({ message }) => message));
        const messages = [...broken(added)].flatMap((message) => {
            try {
                return [JSON.parse(JSON.stringify(message))];
            } catch {
                return [];
            }
        });
        await agent.page.evaluate(async (all) => {
            for (const [at, message] of all.entries()) {
                window.patchbayHost.replay(message);
                // Now and then components have drawn.
                if (at % 20 === 0) await window.nextTask();
            }
        }, messages);
        expect(messages.length).to.be.above(200);
        tried('redaction, broken messages in the console', messages.length);
    });

    it('would be found', async () => {
        await agent.page.evaluate((mark) => {
            console.debug('said', { deep: mark });
            window.nextTask().then(() => {
                throw new Error(mark);
            });
        }, MARKS.number);
        await agent.page.evaluate(() => window.nextTask().then(window.nextTask));
        expect(output.filter((text) => marksIn(text).length > 0).length).to.equal(2);
        output.length = 0;
    });
});

describe('what Chromium outputs of errors of the module that nobody catches', () => {
    let server;
    let browser;
    before(async () => {
        server = await serve({ root: path('pkg') });
        browser = await launch();
    });
    after(async () => {
        await browser?.close();
        await server?.close();
    });

    it('holds nothing of what was given', async () => {
        const page = await browser.newPage();
        const output = listen(page);
        await page.goto(`${server.url}package.json`);
        const careless = await page.evaluate(async (marks) => {
            const { load } = await import('/index.js');
            const patchbay = await load();
            const save = (request) => Promise.reject(new Error(JSON.stringify(request)));
            const session = patchbay.session({ storage: null, save });
            session.receive({
                type: 'Interaction',
                category: 'add',
                data: { id: '1', state: 'ALERTING', name: marks.name }
            });
            session.updateFields('1', { Description: marks.comment });
            const calls = [
                () => patchbay.blindTransfer('1', { phone: encodeURIComponent(marks.number) }),
                () => patchbay.updateState(marks.name, '1'),
                () => patchbay.secureSession('1', { flowId: 'flow', userData: `${marks.userData} ${marks.card}` }),
                () => patchbay.addCustomAttributes('1', { [marks.attribute]: [marks.attribute] }),
                () => session.consultTransfer('1', { flow: marks.name }),
                () => session.saveNow()
            ];
            for (const call of calls) {
                setTimeout(call);
                await new Promise((resolve) => setTimeout(resolve, 50));
            }
            await session.close();
            return calls.length;
        }, MARKS);
        await page.close();
        expect(output.filter((text) => text.includes('PatchbayError') || text.includes('write')).length).to.be.at.least(
            careless - 2
        );
        silent(output);
        tried('redaction, errors that nobody catches in Chromium', careless);
    });
});
