/*
 * Captured streams come in again, message by message, in the real sandbox. After each one the list of interactions and
 * the buttons that can be pressed are compared with tables written by hand from the captures.
 */
import { expect } from 'chai';
import { startConsole } from './consolePage.js';
import { ReplayPage, fixture } from './replayPage.js';
import { ALL, tried } from '../wasm/reliability.js';

// Buttons that can be pressed, in the order they are on the page.
const NONE = [];
const ALERTING = ['disconnect', 'pickup'];
const DIALING = ['disconnect'];
const CONNECTED = ['hold', 'mute', 'securePause', 'disconnect', 'blindTransfer', 'consultTransfer'];
// Whoever consults concludes first, before another transfer; what is answered is not picked up.
const CONSULTING = ['hold', 'mute', 'securePause', 'disconnect', 'concludeTransfer'];
const BOTH = ['conclude', 'cancel', 'swap', ...CONSULTING];
const BOTH_DIALING = ['conclude', 'cancel', ...DIALING];
const WRITTEN = ['hold', 'disconnect', 'blindTransfer'];

const CALL = '6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11';
const CUSTOMER = '0f4a2f0c-2f57-4f5e-8f6a-6f3b6c1f1a01';
const COLLEAGUE = 'b7c1d6e2-98aa-4c55-8a1b-2f9d9a0e7c02';
const CHAT = '5d7b8a90-0b1c-4e2f-9a3d-4b5c6d7e8f03';
const DIALER = 'c1a2b3c4-d5e6-4711-8f90-1a2b3c4d5e04';

const times = (count, row) => Array(count).fill(row);
const call = (phase, enabled) => [{ [CALL]: phase }, CALL, enabled];
const consult = (customer, colleague, current, enabled) => [
    { [CUSTOMER]: customer, ...(colleague && { [COLLEAGUE]: colleague }) },
    current,
    enabled
];
const twoMedia = (chat, dialer, current, enabled) => [
    { [CHAT]: chat, ...(dialer && { [DIALER]: dialer }) },
    current,
    enabled
];

// After each message: the phases in the list, the interaction that the controls act on, and what can be pressed for it.
// What is wrapped up is off the list.
const CAPTURES = {
    'inbound-call': [
        ...times(2, [{}, null, NONE]), // status, routing status
        ...times(4, call('alerting', ALERTING)), // add, its start time, a repetition, selection
        ...times(10, call('connected', CONNECTED)), // to CONNECTED, connect, attributes, a duration, and noise
        ...times(2, call('held', CONNECTED)),
        ...times(4, call('connected', CONNECTED)), // off hold; the recording stops and starts
        ...times(4, call('disconnected', NONE)), // to DISCONNECTED, disconnect, a duration, attributes
        ...times(2, [{}, null, NONE]) // acw, deallocate
    ],
    'consult-transfer': [
        consult('connected', null, CUSTOMER, CONNECTED), // connect
        consult('connected', null, CUSTOMER, CONSULTING), // consultTransfer
        consult('held', null, CUSTOMER, CONSULTING),
        consult('held', 'dialing', COLLEAGUE, BOTH_DIALING), // add of the second interaction
        consult('held', 'connected', COLLEAGUE, BOTH),
        consult('held', 'connected', COLLEAGUE, CONNECTED), // completeConsultTransfer
        consult('held', 'disconnected', CUSTOMER, CONNECTED), // disconnect of the second
        consult('disconnected', 'disconnected', COLLEAGUE, NONE), // disconnect of the first
        consult('disconnected', null, CUSTOMER, NONE), // no acw: a change that says done
        [{}, null, NONE] // acw of the first
    ],
    'chat-and-dialer': [
        twoMedia('alerting', null, CHAT, ALERTING), // add of the chat
        twoMedia('connected', null, CHAT, WRITTEN),
        twoMedia('connected', 'dialing', DIALER, DIALING), // add of the call
        twoMedia('connected', 'connected', DIALER, CONNECTED),
        twoMedia('connected', 'connected', DIALER, CONNECTED), // blindTransfer
        twoMedia('connected', 'disconnected', CHAT, WRITTEN), // disconnect of the call
        twoMedia('connected', 'disconnected', CHAT, WRITTEN), // the transcript
        twoMedia('disconnected', 'disconnected', DIALER, NONE), // disconnect of the chat
        twoMedia('disconnected', null, CHAT, NONE), // acw of the call
        [{}, null, NONE] // acw of the chat
    ]
};

// The call and the two media in turn, as long as both last. The client selects the call with its sixth message.
const IN_TURN = [
    ...times(1, null),
    ...times(3, CHAT),
    ...times(1, CALL),
    ...times(5, DIALER),
    ...times(26, CALL),
    ...times(2, null)
];

describe('captured streams in the console', () => {
    let host;
    let agent;
    let replay;
    let played = 0;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    beforeEach(async () => {
        agent = await host.open({ utilities: ['genesys', 'interaction'] });
        replay = new ReplayPage(agent);
        await replay.ready();
    });
    afterEach(async () => {
        expect(agent.errors).to.deep.equal([]);
        await agent.close();
    });
    after(() => {
        tried('captured streams in the console, messages', played);
        return host?.stop();
    });

    async function sees([phases, current, enabled], when) {
        expect(await replay.seen(), when).to.deep.equal({ phases, current, enabled });
    }

    async function plays(name, { copies = 1, after = () => {} } = {}) {
        const messages = await fixture(name);
        expect(messages).to.have.length(CAPTURES[name].length);
        for (const [at, message] of messages.entries()) {
            await replay.publish(message, copies);
            await sees(CAPTURES[name][at], `message ${at} of ${name}`);
            played += 1;
            await after(at);
        }
    }

    for (const name of Object.keys(CAPTURES)) {
        it(`${name}: phases and buttons after each message`, () => plays(name));

        // A commit plays one of them more often than once; the core plays all.
        if (!ALL && name !== 'consult-transfer') continue;

        it(`${name}: the same when every message comes twice`, () => plays(name, { copies: 2 }));

        it(`${name}: the same when the page is reloaded wherever something changes`, async () => {
            const table = CAPTURES[name];
            await plays(name, {
                async after(at) {
                    if (JSON.stringify(table[at]) === JSON.stringify(table[at + 1])) return;
                    await replay.reload();
                    await sees(table[at], `reload after message ${at} of ${name}`);
                }
            });
        });
    }

    it('a call between a chat and another call: none touches the others', async () => {
        const streams = {
            'inbound-call': await fixture('inbound-call'),
            'chat-and-dialer': await fixture('chat-and-dialer')
        };
        const now = { 'inbound-call': [{}, null, NONE], 'chat-and-dialer': [{}, null, NONE] };
        const order = streams['inbound-call'].flatMap((_, at) => [
            ['inbound-call', at],
            ...(streams['chat-and-dialer'][at] ? [['chat-and-dialer', at]] : [])
        ]);
        expect(order).to.have.length(IN_TURN.length);
        for (const [step, [name, at]] of order.entries()) {
            await replay.publish(streams[name][at]);
            now[name] = CAPTURES[name][at];
            const phases = { ...now['inbound-call'][0], ...now['chat-and-dialer'][0] };
            const [, current, enabled] = Object.values(now).find(([, selected]) => selected === IN_TURN[step]);
            await sees([phases, current, enabled], `step ${step}`);
        }
    });

    it('the controls act on what the agent clicks in the list', async () => {
        const messages = await fixture('consult-transfer');
        for (const message of messages.slice(0, 5)) await replay.publish(message);
        const phases = { [CUSTOMER]: 'held', [COLLEAGUE]: 'connected' };
        await replay.choose(CUSTOMER);
        await sees([phases, CUSTOMER, BOTH]);
        await agent.page.getByRole('button', { name: 'Conclude transfer', exact: true }).first().click();
        expect(await agent.lastReceived(1)).to.have.property(
            0,
            `{"type":"PureCloud.Interaction.updateState","data":{"action":"concludeTransfer","id":"${CUSTOMER}"}}`
        );
        await replay.choose(COLLEAGUE);
        await sees([phases, COLLEAGUE, BOTH]);
    });
});

describe('a page that is reloaded in mid-call', () => {
    let host;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    after(() => host?.stop());

    it('has the call still, and so has the client', async () => {
        const agent = await host.open({ utilities: ['genesys', 'interaction'] });
        const replay = new ReplayPage(agent);
        const id = await agent.answeredCall();
        await agent.click('Hold');
        await agent.inState(id, 'HELD');
        await agent.page.locator('[data-faults] summary').click();
        await Promise.all([
            agent.page.waitForEvent('load'),
            agent.page.getByRole('button', { name: 'Reload the page' }).click()
        ]);
        await replay.ready();
        await agent.inState(id, 'HELD');
        await replay.inPhase(id, 'held');
        expect(await replay.seen()).to.deep.equal({ phases: { [id]: 'held' }, current: id, enabled: CONNECTED });
        await agent.click('Resume');
        await agent.inState(id, 'CONNECTED');
        await agent.click('Disconnect');
        await agent.inState(id, 'DISCONNECTED');
        expect(agent.errors).to.deep.equal([]);
        await agent.close();
    });
});
