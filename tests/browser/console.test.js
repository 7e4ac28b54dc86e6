/*
 * An agent at work in the local console: real components in the real sandbox. What reaches the simulated client is
 * compared byte for byte with what the document prints.
 */
import { expect } from 'chai';
import { startConsole } from './consolePage.js';

const ROBIN_VALE = '3d2c9a54-6e0b-4f7d-9b1a-8c5e2f4d7a11';
const BILLING = 'b92d7c05-1e8f-4a3b-8c74-e6f0a9d1b502';
const SECURE_FLOW = '741f4f39-7a94-470d-a1dd-dd68d01e0dd8';
const BREAK = '227b37e2-f1d0-4dd0-8f50-badd7cf6d158';

const updateState = (action, id, more = '') =>
    `{"type":"PureCloud.Interaction.updateState","data":{"action":"${action}","id":"${id}"${more}}}`;
const participant = (target, type) =>
    `,"participantContext":{"transferTarget":"${target}","transferTargetType":"${type}"}`;

describe('an agent in the console', () => {
    let host;
    let agent;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    beforeEach(async () => {
        agent = await host.open({ utilities: ['genesys', 'interaction', 'status', 'inspector'] });
    });
    afterEach(async () => {
        expect(agent.errors).to.deep.equal([]);
        await agent.close();
    });
    after(() => host?.stop());

    /** The last message reached the client as this text, and the client obeyed it. */
    async function obeyed(count, json) {
        expect(await agent.lastReceived(count)).to.deep.equal([json, 'obeyed']);
    }

    it('works inside a sandbox that is real', async () => {
        await agent.page.locator('[data-lws="on"]').waitFor();
        const { on, checks } = await agent.page.evaluate(() => window.patchbayHost.sandbox);
        expect([on, checks.length]).to.deep.equal([true, 3]);
        expect(checks.filter(({ ok }) => !ok)).to.deep.equal([]);
        // What a component left on its globals, looked for by the page itself.
        expect(await agent.page.evaluate(() => 'patchbaySandboxMark' in window)).to.equal(false);
    });

    it('picks up, holds, resumes, mutes, pauses the recording and hangs up', async () => {
        const id = await agent.begin('inboundCall');
        await agent.inState(id, 'ALERTING');
        const steps = [
            ['Pick up', 'pickup', 'CONNECTED'],
            ['Hold', 'hold', 'HELD'],
            ['Resume', 'hold', 'CONNECTED'],
            ['Mute', 'mute', 'CONNECTED'],
            ['Secure pause', 'securePause', 'CONNECTED'],
            ['Disconnect', 'disconnect', 'DISCONNECTED']
        ];
        for (const [at, [button, action, state]] of steps.entries()) {
            await agent.click(button);
            await obeyed(at + 1, updateState(action, id));
            await agent.inState(id, state);
            await agent.page.getByText(new RegExp(`^${button} sent at`)).waitFor();
            // A person's second click comes later than that of a double click.
            await agent.page.clock.runFor(500);
        }
    });

    it('turns nothing back by a double click', async () => {
        const id = await agent.answeredCall();
        const button = (name) => agent.page.getByRole('button', { name, exact: true });
        for (const [at, [name, action, shown]] of [
            ['Secure pause', 'securePause', 'Resume recording'],
            ['Hold', 'hold', 'Resume'],
            ['Mute', 'mute', /^Unmute$/]
        ].entries()) {
            await button(name).dblclick();
            await obeyed(at + 2, updateState(action, id));
            await agent.page.clock.runFor(1000);
            // The event has come, and says what the next click would mean.
            await agent.page.getByRole('button', { name: shown, exact: true }).waitFor();
            expect(await agent.received()).to.have.length(at + 2);
        }
        const { facts, muted } = await agent.page.evaluate(() => window.patchbayHost.simulator.conversations[0]);
        expect([facts.securePause, facts.state, muted]).to.deep.equal([true, 'HELD', true]);
        await button('Disconnect').dblclick();
        await agent.inState(id, 'DISCONNECTED');
        await agent.page.clock.runFor(1000);
        expect(await agent.received()).to.have.length(5);
    });

    it('is told that Genesys Cloud has reacted, or has not, and why that may be', async () => {
        await agent.answeredCall();
        await agent.click('Hold');
        await agent.page.getByText(/^Hold sent at .+\. Genesys Cloud has reacted\.$/).waitFor();
        await agent.page.evaluate(() => {
            window.patchbayHost.simulator.receive = () => null;
        });
        await agent.click('Secure pause');
        const notice = agent.page.locator('[data-unconfirmed]');
        await notice.waitFor();
        expect(await notice.locator('p').first().textContent()).to.match(
            /^Secure pause sent at .+\. Genesys Cloud has not reacted\.$/
        );
        expect(await notice.locator('[data-reason]').count()).to.be.above(1);
        expect(await agent.violations()).to.deep.equal([]);
    });

    it('transfers a call to the flow Auditor Secure Flow', async () => {
        const id = await agent.answeredCall();
        await agent.target('Flow', 'Flow name or ID', 'Auditor Secure Flow');
        await agent.click('Blind transfer');
        await obeyed(2, updateState('blindTransfer', id, participant('sip:Auditor%20Secure%20Flow', 'address')));
        await agent.inState(id, 'DISCONNECTED');
    });

    for (const [kind, field, text, target, type] of [
        ['Agent', 'Agent ID', ROBIN_VALE, ROBIN_VALE, 'userId'],
        ['Queue', 'Queue ID', BILLING, BILLING, 'queueId'],
        ['Phone', 'Phone number', '+1 (317) 555-0123', '%2B1%20(317)%20555-0123', 'address'],
        ['Flow', 'Flow name or ID', SECURE_FLOW, `sip:${SECURE_FLOW}`, 'address'],
        ['Address', 'Address', 'sip:Customer Survey', 'sip:Customer%20Survey', 'address']
    ]) {
        it(`transfers blind to ${kind.toLowerCase()} ${text}`, async () => {
            const id = await agent.answeredCall();
            await agent.target(kind, field, text);
            await agent.click('Blind transfer');
            await obeyed(2, updateState('blindTransfer', id, participant(target, type)));
        });
    }

    it('consults a colleague and concludes the transfer', async () => {
        const id = await agent.answeredCall();
        await agent.target('Agent', 'Agent ID', ROBIN_VALE);
        await agent.click('Consult transfer');
        await obeyed(2, updateState('consultTransfer', id, participant(ROBIN_VALE, 'userId')));
        await agent.inState(id, 'HELD');
        const leg = (await agent.ids()).find((other) => other !== id);
        await agent.inState(leg, 'CONNECTED');
        await agent.select(id);
        await agent.panel('interaction').locator('[data-action="conclude"] button').click();
        await obeyed(3, updateState('concludeTransfer', id));
        await agent.inState(id, 'DISCONNECTED');
    });

    it('hands a call to a secure flow', async () => {
        const id = await agent.answeredCall();
        await agent.page.getByRole('tab', { name: 'Secure session' }).click();
        await agent.page.getByLabel('Flow ID').fill(SECURE_FLOW);
        await agent.page.getByLabel('User data').fill('hello');
        await agent.click('Start secure session');
        const context = `,"secureSessionContext":{"flowId":"${SECURE_FLOW}","userData":"hello","disconnect":false}`;
        await obeyed(2, updateState('secureSession', id, context));
    });

    it('changes the status', async () => {
        await agent.openPanel('status');
        await agent.page.locator(`[data-panel="status"] [data-status="${BREAK}"]`).click();
        await obeyed(1, `{"type":"PureCloud.User.updateStatus","data":{"id":"${BREAK}"}}`);
        expect(await agent.page.evaluate(() => window.patchbayHost.simulator.agent.status.status)).to.equal('BREAK');
    });

    it('is told what is wrong while typing, and nothing leaves until it is right', async () => {
        const id = await agent.answeredCall();
        for (const [kind, field, text, hint] of [
            ['Flow', 'Flow name or ID', 'Auditor%20Secure%20Flow', 'Enter the plain text: Auditor Secure Flow.'],
            ['Phone', 'Phone number', 'Auditor Secure Flow', 'A phone number has digits']
        ]) {
            await agent.target(kind, field, text);
            await agent.panel('interaction').getByText(hint).waitFor();
            await agent.click('Blind transfer');
            expect(await agent.focused()).to.equal(field);
        }
        expect(await agent.received()).to.have.length(1);
        await agent.target('Flow', 'Flow name or ID', 'Customer Survey');
        await agent.click('Blind transfer');
        await obeyed(2, updateState('blindTransfer', id, participant('sip:Customer%20Survey', 'address')));
    });

    it('cannot send a card number as user data', async () => {
        await agent.answeredCall();
        await agent.page.getByRole('tab', { name: 'Secure session' }).click();
        await agent.page.getByLabel('Flow ID').fill(SECURE_FLOW);
        await agent.page.getByLabel('User data').fill('4111 1111 1111 1111');
        await agent.click('Start secure session');
        await agent.panel('interaction').getByText('This holds a card number').waitFor();
        expect(await agent.received()).to.have.length(1);
    });

    it('transfers by keyboard alone', async () => {
        const id = await agent.begin('inboundCall');
        await agent.inState(id, 'ALERTING');
        const { keyboard } = agent.page;
        await agent.page.getByRole('button', { name: 'Pick up', exact: true }).focus();
        await keyboard.press('Enter');
        await agent.inState(id, 'CONNECTED');
        // Picked up, the button goes; the focus goes on to the next that can be used.
        await agent.page.waitForFunction(() => window.patchbayHost.orders.length === 1);
        await agent.page.getByRole('button', { name: 'Pick up', exact: true }).waitFor({ state: 'detached' });
        await agent.page.getByRole('button', { name: 'Hold', exact: true }).and(agent.page.locator(':focus')).waitFor();
        const tabTo = async (name, key = 'Tab') => {
            for (let step = 0; step < 40 && (await agent.focused()) !== name; step++) {
                await keyboard.press(key);
            }
            expect(await agent.focused()).to.equal(name);
        };
        await tabTo('Advanced');
        await keyboard.press('Enter');
        await tabTo('Agent');
        for (const kind of ['Queue', 'Phone', 'Flow']) {
            await keyboard.press('ArrowRight');
            expect(await agent.focused()).to.equal(kind);
        }
        await tabTo('Flow name or ID');
        await keyboard.type('Auditor Secure Flow');
        await tabTo('Blind transfer', 'Shift+Tab');
        await keyboard.press('Space');
        await obeyed(2, updateState('blindTransfer', id, participant('sip:Auditor%20Secure%20Flow', 'address')));
    });

    it('sees in the inspector what left, what came, and what is wrong with what others send', async () => {
        const inspector = await agent.openPanel('inspector');
        const id = await agent.answeredCall();
        const sent = inspector.locator('.message[data-type="PureCloud.Interaction.updateState"]').first();
        expect(await sent.locator('[data-verdict]').textContent()).to.equal('valid');
        const event = inspector.locator('.message[data-type="Interaction"]').first();
        expect(await event.locator('[data-verdict]').textContent()).to.equal('event');
        await sent.locator('.message__head').click();
        expect(JSON.parse(await sent.locator('.message__json').textContent())).to.deep.equal(
            JSON.parse(updateState('pickup', id))
        );
    });

    it('has nothing to click before there is an interaction', async () => {
        await agent.panel('interaction').getByText('No interaction is selected.').first().waitFor();
        expect(await agent.page.getByRole('button', { name: 'Pick up', exact: true }).count()).to.equal(0);
    });

    it('meets no barrier that axe can find, from start to transfer', async () => {
        expect(await agent.violations()).to.deep.equal([]);
        await agent.answeredCall();
        await agent.target('Flow', 'Flow name or ID', 'Auditor%20Secure');
        expect(await agent.violations()).to.deep.equal([]);
        await agent.openPanel('status');
        await agent.openPanel('inspector');
        expect(await agent.violations()).to.deep.equal([]);
    });
});

describe('the simulated client', () => {
    let host;
    let agent;
    before(async () => {
        host = await startConsole({ ownTime: true });
        agent = await host.open({ utilities: ['genesys', 'interaction'] });
    });
    after(() => host?.stop());

    it('shows what it ignores as ignored, with the reason', async () => {
        const id = await agent.answeredCall();
        const unencoded = updateState('blindTransfer', id, participant('sip:Auditor Secure Flow', 'address'));
        await agent.page.evaluate((json) => window.patchbayHost.simulator.receive(JSON.parse(json)), unencoded);
        const entry = agent.page.locator('host-genesys-client [data-verdict="ignored"]').first();
        await entry.waitFor();
        expect(await entry.locator('[data-reason]').textContent()).to.include('not encoded with encodeURIComponent()');
        expect(await entry.locator('[data-json]').textContent()).to.include(unencoded);
        await agent.inState(id, 'CONNECTED');
    });

    it('plays an outbound call, a chat and a callback to their ends', async () => {
        for (const [start, states] of [
            ['outboundCall', ['CONNECTED']],
            ['chat', ['ALERTING']],
            ['callback', ['ALERTING']]
        ]) {
            const id = await agent.begin(start);
            await agent.inState(id, states[0]);
            await agent.select(id);
            if (states[0] === 'ALERTING') {
                await agent.click('Pick up');
                await agent.inState(id, 'CONNECTED');
            }
            await agent.click('Disconnect');
            await agent.inState(id, 'DISCONNECTED');
        }
    });
});

describe('the console as it opens', () => {
    let host;
    let agent;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    afterEach(async () => {
        expect(agent.errors).to.deep.equal([]);
        await agent.close();
    });
    after(() => host?.stop());

    const inPatchbay = (id, phase) =>
        agent.panel('console').locator(`[data-id="${id}"][data-phase="${phase}"]`).waitFor();

    it('has the softphone and Patchbay, and Patchbay follows what the agent does in the softphone', async () => {
        agent = await host.open();
        const open = agent.page.locator('[data-item][aria-pressed="true"]');
        expect(await open.evaluateAll((all) => all.map(({ dataset }) => dataset.item))).to.deep.equal([
            'genesys',
            'console'
        ]);
        const id = await agent.begin('inboundCall');
        await inPatchbay(id, 'alerting');
        const row = agent.page.locator(`host-genesys-client [data-interaction="${id}"]`);
        for (const [name, phase] of [
            ['Answer', 'connected'],
            ['Hold', 'held'],
            ['Resume', 'connected'],
            ['Hang up', 'disconnected']
        ]) {
            await row.getByRole('button', { name: `${name}: Mobile Number, Australia`, exact: true }).click();
            await inPatchbay(id, phase);
        }
        expect(await row.locator('[data-step]').count()).to.equal(0);
        // The agent's own buttons send nothing over the channel.
        expect(await agent.received()).to.deep.equal([]);
        expect(await agent.violations('genesys')).to.deep.equal([]);
    });

    it('leads through its first page as that says', async () => {
        agent = await host.open();
        const steps = agent.page.locator('.steps li');
        const named = await steps.locator('strong').allTextContents();
        const labels = await agent.page.locator('[data-item]').allTextContents();
        expect(named.filter((name) => !labels.includes(name))).to.deep.equal([]);
        const id = await agent.begin('inboundCall');
        await agent.click('Pick up');
        await inPatchbay(id, 'connected');
        await agent.panel('console').locator('[data-tab="transfer"]').click();
        await agent.panel('console').locator('c-patchbay-transfer-panel input[role="combobox"]').fill('Auditor');
        await agent.page.getByRole('option', { name: 'Auditor Secure Flow' }).first().click();
        await agent.click('Blind transfer');
        await inPatchbay(id, 'disconnected');
        for (const name of ['inspector', 'records']) {
            await agent.openPanel(name);
        }
    });

    it('works where the browser blocks storage', async () => {
        agent = await host.open({ prepare: blockStorage });
        expect(await agent.page.evaluate(() => window.blocked())).to.equal(true);
        const id = await agent.begin('inboundCall');
        await agent.click('Pick up');
        await inPatchbay(id, 'connected');
        await agent.click('Disconnect');
        await inPatchbay(id, 'disconnected');
        await agent.page.reload();
        await agent.panel('console').locator('c-patchbay-interaction-list').waitFor();
    });
});

/** In the page: storage throws on access, as where a browser blocks cookies and data of sites. */
function blockStorage() {
    for (const name of ['sessionStorage', 'localStorage']) {
        Object.defineProperty(window, name, {
            configurable: true,
            get() {
                throw new DOMException('Access is denied for this document.', 'SecurityError');
            }
        });
    }
    window.blocked = () => {
        try {
            return !window.sessionStorage;
        } catch {
            return true;
        }
    };
}

describe('a page that forbids what is needed', () => {
    let host;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    after(() => host?.stop());

    for (const csp of ['self', 'wasm']) {
        it(`says so instead of staying empty (policy ${csp})`, async () => {
            const page = await host.newPage();
            await page.goto(`${host.url}?csp=${csp}`);
            await page.locator('[data-boot-error="csp"][role="alert"]').waitFor();
            await page.close();
        });
    }
});
