import { expect } from 'chai';
import { AGENTS, QUEUES, STATUSES } from '../../www/host/genesys/directory.js';
import { GenesysSimulator } from '../../www/host/genesys/simulator.js';
import { TestClock } from './support/clock.js';
import { play } from './support/play.js';

const to = (transferTarget, transferTargetType = 'address') => ({
    participantContext: { transferTarget, transferTargetType }
});
const robin = to(AGENTS[0].id, 'userId');

function connectedCall() {
    const stage = play();
    const id = stage.simulator.inboundCall();
    stage.order('pickup', id);
    stage.wait();
    stage.published.length = 0;
    return { ...stage, id };
}

describe('simulator: what it publishes', () => {
    it('announces itself, then the agent', () => {
        const clock = new TestClock();
        const published = [];
        new GenesysSimulator({ publish: (message) => published.push(message), clock }).start();
        clock.advance(1000);
        expect(published).to.deep.equal([
            { type: 'InitialSetup' },
            { type: 'UserAction', category: 'status', data: { status: 'ON_QUEUE' } },
            { type: 'UserAction', category: 'routingStatus', data: 'IDLE' }
        ]);
    });

    it('an inbound call: alerting, answered, ended by the agent, wrapped up', () => {
        const { simulator, order, wait, story, published } = play();
        const id = simulator.inboundCall();
        wait();
        expect(story()).to.deep.equal(['add ALERTING', 'change ALERTING', 'change ALERTING', `selection ${id}`]);
        expect(published[0].data).not.to.have.property('startTime');
        expect(published[1].data.old).not.to.have.property('startTime');
        expect(published[1].data.new).to.have.property('startTime', '2026-04-09T04:19:31.000Z');
        expect(published[2].data.old).to.deep.equal(published[2].data.new);

        published.length = 0;
        order('pickup', id);
        wait();
        expect(story()).to.deep.equal([
            'change CONNECTED',
            'connect CONNECTED',
            ...Array(5).fill('change CONNECTED'),
            'routingStatus INTERACTING'
        ]);

        published.length = 0;
        order('disconnect', id);
        wait();
        expect(story()).to.deep.equal(['change DISCONNECTED', 'disconnect DISCONNECTED', 'change DISCONNECTED']);
        expect(published[1].data.interactionDurationSeconds).to.equal('');
        expect(published[2].data.new.interactionDurationSeconds).to.equal(20);

        published.length = 0;
        simulator.completeWrapUp(id, 'Resolved');
        wait();
        expect(story()).to.deep.equal([
            'acw DISCONNECTED',
            'deallocate DISCONNECTED',
            'selection ',
            'routingStatus IDLE'
        ]);
        expect(published[0].data).to.include({ isDone: true, disposition: 'Resolved', dispositionDurationSeconds: 20 });
        expect(simulator.conversations).to.deep.equal([]);
    });

    it('has the properties of captured traffic, in their order', () => {
        const { simulator, wait, published } = play();
        simulator.inboundCall();
        wait();
        expect(Object.keys(published[0].data).join(' ')).to.equal(
            'id phone name isConnected isDisconnected isDone state isCallback isDialer isChat isEmail isMessage isVoicemail ' +
                'remoteName recordingState securePause displayAddress queueName ani calledNumber totalIvrDurationSeconds ' +
                'direction isInternal'
        );
    });

    it('sends the attributes a flow has set a moment after the connection', () => {
        const { simulator, order, wait, published } = play();
        const id = simulator.inboundCall({ attributes: { 'Participant.caseNumber': '00012345' } });
        order('pickup', id);
        wait();
        expect(published.at(-1).data.old).not.to.have.property('attributes');
        expect(published.at(-1).data.new.attributes).to.deep.equal({ 'Participant.caseNumber': '00012345' });
    });

    it('an outbound call: dialling, then answered, by a change alone', () => {
        const { simulator, wait, story } = play();
        const id = simulator.outboundCall({ name: 'Nadia Lindgren', number: '+13175550123' });
        wait();
        expect(story()).to.deep.equal([
            'add DIALING',
            `selection ${id}`,
            'change CONNECTED',
            'routingStatus INTERACTING'
        ]);
    });

    it('a chat: no connect message, the transcript before the end', () => {
        const { simulator, order, wait, story, published } = play();
        const id = simulator.chat();
        order('pickup', id);
        wait();
        expect(story()).not.to.include('connect CONNECTED');
        published.length = 0;
        simulator.customerHangsUp(id);
        wait();
        expect(published[0].data.new.attributes).to.have.property('Chat.Transcript');
        expect(story()).to.include('disconnect DISCONNECTED');
    });

    it('a callback is answered and announced', () => {
        const { simulator, order, wait, story, published } = play();
        const id = simulator.callback();
        order('pickup', id);
        wait();
        expect(story()).to.include('connect CONNECTED');
        expect(published[0].data).to.include({ isCallback: true, recordingState: 'none' });
    });

    it('a caller who gives up before being answered leaves no wrap-up', () => {
        const { simulator, wait, story, published } = play();
        const id = simulator.inboundCall();
        wait();
        published.length = 0;
        simulator.customerHangsUp(id);
        wait();
        expect(story()).to.include('deallocate DISCONNECTED').and.not.include('acw DISCONNECTED');
        expect(published.find(({ category }) => category === 'deallocate').data.isDone).to.equal(true);
        expect(simulator.find(id)).to.equal(undefined);
    });

    it('a second interaction does not take the selection from one that is live', () => {
        const { simulator, id } = connectedCall();
        const chat = simulator.chat();
        expect(simulator.selected).to.equal(id);
        simulator.select(chat);
        expect(simulator.selected).to.equal(chat);
    });

    it('puts a call on hold when another one is answered', () => {
        const { simulator, order, state, id } = connectedCall();
        const second = simulator.inboundCall();
        order('pickup', second);
        expect([state(id), state(second)]).to.deep.equal(['HELD', 'CONNECTED']);
    });

    it('sends messages in order and as they were when they happened', () => {
        const { order, clock, published, id } = connectedCall();
        order('hold', id);
        order('hold', id);
        clock.advance(5000);
        const changes = published.map(({ data }) => `${data.old.state}>${data.new.state}`);
        expect(changes).to.deep.equal(['CONNECTED>HELD', 'HELD>HELD', 'HELD>CONNECTED', 'CONNECTED>CONNECTED']);
    });

    it('does not take its own messages for orders', () => {
        const clock = new TestClock();
        const simulator = new GenesysSimulator({ publish: (message) => simulator.receive(message), clock });
        simulator.start();
        simulator.inboundCall();
        clock.advance(5000);
        expect(simulator.received).to.deep.equal([]);
    });

    it('says at once what it is told to say, and takes that for no order either', () => {
        const published = [];
        const publish = (message) => {
            published.push(message);
            simulator.receive(message);
        };
        const simulator = new GenesysSimulator({ publish, clock: new TestClock() });
        const message = { type: 'Interaction', category: 'blindTransfer', data: 'interaction-1' };
        simulator.say(message);
        expect(published).to.deep.equal([message]);
        expect(simulator.received).to.deep.equal([]);
    });
});

describe('simulator: the actions', () => {
    it('pickup answers what is alerting', () => {
        const { simulator, order, state } = play();
        const id = simulator.inboundCall();
        expect(order('pickup', id)).to.include({ verdict: 'obeyed', reason: 'Answers the call.' });
        expect(state(id)).to.equal('CONNECTED');
    });

    it('disconnect declines what is alerting and gives up what is dialling', () => {
        const { simulator, order, wait } = play();
        expect(order('disconnect', simulator.inboundCall()).reason).to.equal('Declines the call.');
        expect(order('disconnect', simulator.outboundCall()).reason).to.equal('Disconnects the call.');
        wait();
        expect(simulator.conversations).to.deep.equal([]);
    });

    it('a callback that was answered can be held, muted, transferred like a call', () => {
        const { simulator, order, wait, state } = play();
        const id = simulator.callback();
        order('pickup', id);
        for (const [action, next] of [
            ['hold', 'HELD'],
            ['mute', 'HELD'],
            ['pickup', 'CONNECTED'],
            ['consultTransfer', 'HELD']
        ]) {
            expect(order(action, id, action === 'consultTransfer' ? robin : {}).verdict).to.equal('obeyed');
            expect(state(id)).to.equal(next);
        }
        wait();
        expect(order('concludeTransfer', id).verdict).to.equal('obeyed');
    });

    it('pickup takes a call off hold', () => {
        const { order, state, id } = connectedCall();
        order('hold', id);
        expect(order('pickup', id).reason).to.equal('Takes the call off hold.');
        expect(state(id)).to.equal('CONNECTED');
    });

    it('hold toggles', () => {
        const { order, state, id } = connectedCall();
        order('hold', id);
        expect(state(id)).to.equal('HELD');
        order('hold', id);
        expect(state(id)).to.equal('CONNECTED');
    });

    it('mute toggles, and shows in messages only as a change in which nothing changed', () => {
        const { simulator, order, wait, published, id } = connectedCall();
        expect(order('mute', id).reason).to.equal('Mutes the agent.');
        expect(simulator.find(id).muted).to.equal(true);
        expect(order('mute', id).reason).to.equal('Unmutes the agent.');
        wait();
        expect(published[0].data.old).to.deep.equal(published[0].data.new);
    });

    it('securePause toggles the recording', () => {
        const { simulator, order, id } = connectedCall();
        order('securePause', id);
        expect(simulator.find(id).facts).to.include({ securePause: true, recordingState: 'paused' });
        order('securePause', id);
        expect(simulator.find(id).facts).to.include({ securePause: false, recordingState: 'active' });
    });

    it('blindTransfer names the interaction, then ends the leg', () => {
        const { simulator, order, wait, story, published, id } = connectedCall();
        expect(order('blindTransfer', id, to('sip:Auditor%20Secure%20Flow')).reason).to.equal(
            'Transfers the call to the flow Auditor Secure Flow.'
        );
        wait();
        expect(story()).to.deep.equal(['blindTransfer', 'disconnect DISCONNECTED']);
        expect(published[0].data).to.equal(id);
        expect(simulator.find(id).needsWrapUp).to.equal(true);
    });

    it('consultTransfer makes a second interaction, the first stays held until it is concluded', () => {
        const { simulator, order, wait, story, published, state, id } = connectedCall();
        expect(order('consultTransfer', id, robin).reason).to.equal(
            'Holds the call and consults the agent Robin Vale.'
        );
        wait();
        const leg = simulator.conversations.at(-1).id;
        expect(leg).not.to.equal(id);
        expect(story()).to.deep.equal(['consultTransfer', 'change HELD', 'add CONTACTING', 'change CONNECTED']);
        expect(published[2].data).to.include({ isInternal: true, direction: 'Outbound', name: 'Robin Vale' });
        expect([state(id), state(leg)]).to.deep.equal(['HELD', 'CONNECTED']);

        published.length = 0;
        expect(order('concludeTransfer', id).reason).to.equal('Hands the call over to Robin Vale.');
        wait();
        expect(story().slice(0, 4)).to.deep.equal([
            'completeConsultTransfer',
            'disconnect DISCONNECTED',
            'disconnect DISCONNECTED',
            'change DISCONNECTED'
        ]);
        expect(published[0].data).to.deep.equal({ id });
        expect(published[1].data.id).to.equal(leg);
        expect(published[2].data.id).to.equal(id);
        expect(published[3].data.new).to.include({ id: leg, isDone: true });

        published.length = 0;
        simulator.completeWrapUp(id);
        wait();
        expect(published[0].category).to.equal('acw');
        expect(published[0].data.new).to.include({ id, isDone: true });
    });

    it('a consult leg that is disconnected leaves the customer on hold', () => {
        const { simulator, order, wait, state, id } = connectedCall();
        order('consultTransfer', id, robin);
        wait();
        order('disconnect', simulator.conversations.at(-1).id);
        wait();
        expect(state(id)).to.equal('HELD');
        expect(order('concludeTransfer', id).reason).to.equal('There is no consult transfer to conclude.');
    });

    it('hold during a consult swaps the two parties', () => {
        const { simulator, order, wait, state, id } = connectedCall();
        order('consultTransfer', id, robin);
        wait();
        const leg = simulator.conversations.at(-1).id;
        order('hold', id);
        expect([state(id), state(leg)]).to.deep.equal(['CONNECTED', 'HELD']);
    });

    const secure = (more) => ({
        secureSessionContext: { flowId: '741f4f39-7a94-470d-a1dd-dd68d01e0dd8', userData: 'hello', ...more }
    });

    it('secureSession hands the call to the flow, and it comes back', () => {
        const { simulator, order, wait, state, id } = connectedCall();
        expect(order('secureSession', id, secure({ disconnect: false })).reason).to.contain('Auditor Secure Flow');
        expect(simulator.find(id).facts).to.include({ state: 'HELD', securePause: true });
        expect(order('hold', id).reason).to.equal('The customer is in the secure flow Auditor Secure Flow.');
        wait();
        expect(state(id)).to.equal('CONNECTED');
    });

    it('secureSession with disconnect ends the leg', () => {
        const { order, wait, state, id } = connectedCall();
        order('secureSession', id, secure({ disconnect: true }));
        wait();
        expect(state(id)).to.equal('DISCONNECTED');
    });

    it('a call in a secure flow can be disconnected', () => {
        const { order, wait, state, id } = connectedCall();
        order('secureSession', id, secure());
        expect(order('disconnect', id).verdict).to.equal('obeyed');
        wait();
        expect(state(id)).to.equal('DISCONNECTED');
    });

    it('addCustomAttributes adds to what is there, also after the end', () => {
        const { simulator, order, id } = connectedCall();
        const add = (attributes) =>
            simulator.receive({ type: 'PureCloud.Interaction.addCustomAttributes', data: { id, attributes } });
        add({ record_url: '/0000413456' });
        order('disconnect', id);
        expect(add({ verified: true })).to.include({ verdict: 'obeyed', reason: 'Sets verified.' });
        expect(simulator.find(id).facts.attributes).to.deep.equal({ record_url: '/0000413456', verified: true });
    });

    it('updateStatus sets every status of the list', () => {
        const { simulator, wait, published } = play();
        for (const { id, label, status, sub_status } of STATUSES) {
            published.length = 0;
            const { reason } = simulator.receive({ type: 'PureCloud.User.updateStatus', data: { id } });
            expect(reason).to.equal(`Sets the agent's status to ${label}.`);
            wait();
            expect(published[0].data).to.deep.equal(sub_status ? { status, sub_status } : { status });
        }
        expect(simulator.agent.routingStatus).to.equal('OFF_QUEUE');
    });

    it('is communicating when off queue and in a call', () => {
        const { simulator } = connectedCall();
        simulator.receive({ type: 'PureCloud.User.updateStatus', data: { id: STATUSES[0].id } });
        expect(simulator.agent.routingStatus).to.equal('COMMUNICATING');
    });

    it('obeys the type as one documented example prints it', () => {
        const { simulator, id } = connectedCall();
        const data = { action: 'hold', id };
        expect(simulator.receive({ type: 'PureCloud.interaction.updateState', data }).verdict).to.equal('obeyed');
    });
});

describe('simulator: transfer targets', () => {
    for (const [target, type, reason] of [
        [AGENTS[1].id, 'userId', 'Transfers the call to the agent Jordan Marsh.'],
        [QUEUES[1].id, 'queueId', 'Transfers the call to the queue Billing.'],
        ['sip:Auditor%20Secure%20Flow', 'address', 'Transfers the call to the flow Auditor Secure Flow.'],
        ['sip:741f4f39-7a94-470d-a1dd-dd68d01e0dd8', 'address', 'Transfers the call to the flow Auditor Secure Flow.'],
        ['3175550123', 'address', 'Transfers the call to the number 3175550123.'],
        ['%2B1%20(317)%20555-0123', 'address', 'Transfers the call to the number +1 (317) 555-0123.'],
        ['%2b13175550123', 'address', 'Transfers the call to the number +13175550123.']
    ]) {
        it(`obeys ${type} ${target}`, () => {
            const { order, id } = connectedCall();
            expect(order('blindTransfer', id, to(target, type))).to.include({ verdict: 'obeyed', reason });
        });
    }

    for (const [target, type, reason] of [
        ['sip:Auditor Secure Flow', 'address', 'is not encoded with encodeURIComponent()'],
        ['+13175550123', 'address', 'is not encoded with encodeURIComponent()'],
        ['sip:Auditor%2520Secure%2520Flow', 'address', 'is encoded twice'],
        ['%252B13175550123', 'address', 'is encoded twice'],
        ['sip%3AAuditor%20Secure%20Flow', 'address', "The prefix 'sip:' must stand as it is"],
        ['Auditor%20Secure%20Flow', 'address', "A flow needs the prefix: 'sip:Auditor%20Secure%20Flow'"],
        ['sip:Nobody', 'address', "No flow is called 'Nobody'"],
        ['100%', 'address', 'badly encoded'],
        ['%E0%A4%A', 'address', 'badly encoded'],
        ['\uD800', 'address', 'badly encoded'],
        ['Nobody', 'address', "'Nobody' is neither a phone number nor a flow"],
        ['12', 'address', "'12' is neither a phone number nor a flow"],
        [AGENTS[0].id, 'queueId', 'No queue has the ID'],
        [QUEUES[0].id, 'userId', 'No agent has the ID'],
        [`sip:${AGENTS[0].id}`, 'userId', 'No agent has the ID'],
        [AGENTS[0].id, 'userid', 'transferTargetType "userid" is none of userId, queueId and address'],
        [AGENTS[0].id, undefined, 'transferTargetType undefined is none of'],
        ['', 'address', 'transferTarget is missing'],
        [42, 'address', 'transferTarget is missing']
    ]) {
        it(`ignores ${type} ${JSON.stringify(target)}`, () => {
            const { order, id } = connectedCall();
            const { verdict, reason: said } = order('blindTransfer', id, {
                participantContext: { transferTarget: target, transferTargetType: type }
            });
            expect(verdict).to.equal('ignored');
            expect(said).to.contain(reason);
        });
    }
});

describe('simulator: what it ignores', () => {
    const states = {
        ALERTING: (simulator) => simulator.inboundCall(),
        DIALING: (simulator) => simulator.outboundCall(),
        CONTACTING: (simulator, order) => {
            const id = simulator.inboundCall();
            order('pickup', id);
            order('consultTransfer', id, robin);
            return simulator.conversations.at(-1).id;
        },
        DISCONNECTED: (simulator, order) => {
            const id = simulator.inboundCall();
            order('pickup', id);
            order('disconnect', id);
            return id;
        }
    };
    const contexts = {
        blindTransfer: robin,
        consultTransfer: robin,
        secureSession: {
            secureSessionContext: { flowId: '741f4f39-7a94-470d-a1dd-dd68d01e0dd8', userData: 'hello' }
        }
    };
    const actions = [
        'pickup',
        'disconnect',
        'hold',
        'mute',
        'securePause',
        'blindTransfer',
        'consultTransfer',
        'concludeTransfer',
        'secureSession'
    ];
    for (const [state, reach] of Object.entries(states)) {
        for (const action of actions) {
            const possible =
                action === 'disconnect' ? state !== 'DISCONNECTED' : action === 'pickup' && state === 'ALERTING';
            it(`${action} while ${state}: ${possible ? 'obeyed' : 'ignored'}`, () => {
                const { simulator, order } = play();
                const id = reach(simulator, order);
                const { verdict, reason } = order(action, id, contexts[action]);
                expect(verdict).to.equal(possible ? 'obeyed' : 'ignored');
                if (!possible) expect(reason).to.equal(`${action} is not possible while the interaction is ${state}.`);
            });
        }
    }

    it('pickup of what is connected', () => {
        const { order, id } = connectedCall();
        expect(order('pickup', id).reason).to.equal('pickup is not possible while the interaction is CONNECTED.');
    });

    for (const action of ['hold', 'mute', 'securePause', 'consultTransfer', 'concludeTransfer', 'secureSession']) {
        it(`${action} of a chat`, () => {
            const { simulator, order } = play();
            const id = simulator.chat();
            order('pickup', id);
            const { verdict, reason } = order(action, id, contexts[action]);
            expect(verdict).to.equal('ignored');
            expect(reason).to.equal(`${action} is for call and callback interactions; this is a chat.`);
        });
    }

    it('a chat sent to a phone number, though not to a queue', () => {
        const { simulator, order } = play();
        const id = simulator.chat();
        order('pickup', id);
        expect(order('blindTransfer', id, to('3175550123')).reason).to.equal(
            'A chat cannot be transferred to a phone number.'
        );
        expect(order('blindTransfer', id, to(QUEUES[1].id, 'queueId')).verdict).to.equal('obeyed');
    });

    it('securePause of a call that is not recorded', () => {
        const { simulator, order, id } = connectedCall();
        simulator.find(id).facts.recordingState = 'none';
        expect(order('securePause', id).reason).to.equal('The call is not recorded.');
    });

    it('a second transfer, and anything else, while the first is under way', () => {
        const { order, id } = connectedCall();
        order('blindTransfer', id, robin);
        expect(order('blindTransfer', id, robin).reason).to.equal('The interaction is being transferred already.');
        expect(order('hold', id).verdict).to.equal('ignored');
    });

    it('other transfers during a consult, and on the consult leg', () => {
        const { simulator, order, wait, id } = connectedCall();
        order('consultTransfer', id, robin);
        expect(order('concludeTransfer', id).reason).to.equal('The consulted party has not answered yet.');
        wait();
        const leg = simulator.conversations.at(-1).id;
        for (const action of ['blindTransfer', 'consultTransfer', 'secureSession']) {
            const about = order(action, id, contexts[action]).reason;
            expect(about).to.equal(`${action} is not possible during a consult transfer.`);
            expect(order(action, leg, contexts[action]).reason).to.equal(
                `${action} is not possible on the consult leg.`
            );
        }
        expect(order('concludeTransfer', leg).reason).to.contain('This is the consult leg');
    });

    it('concludeTransfer without a consult', () => {
        const { order, id } = connectedCall();
        expect(order('concludeTransfer', id).reason).to.equal('There is no consult transfer to conclude.');
    });

    for (const [what, context, reason] of [
        ['userData that is not text', { userData: 7 }, 'userData is not text.'],
        ['disconnect that is text', { disconnect: 'true' }, 'disconnect is neither true nor false.'],
        ['an unknown flow', { flowId: 'none' }, 'No flow has the ID "none".'],
        ['no flow', { flowId: undefined }, 'No flow has the ID (none).'],
        ['a flow that is not secure', { flowId: '95c3a7e2-4d6f-4b18-a0c9-7e2f5d1b8a36' }, 'is not a secure flow']
    ]) {
        it(`a secure session with ${what}`, () => {
            const { order, id } = connectedCall();
            const secureSessionContext = { ...contexts.secureSession.secureSessionContext, ...context };
            expect(order('secureSession', id, { secureSessionContext }).reason).to.contain(reason);
        });
    }

    it('a context that is missing or belongs to another action', () => {
        const { order, id } = connectedCall();
        expect(order('blindTransfer', id).reason).to.equal('blindTransfer needs participantContext.');
        expect(order('consultTransfer', id).reason).to.equal('consultTransfer needs participantContext.');
        expect(order('secureSession', id).reason).to.equal('secureSession needs secureSessionContext.');
        expect(order('hold', id, robin).reason).to.equal('participantContext does not belong to hold.');
        expect(order('blindTransfer', id, { ...robin, ...contexts.secureSession }).reason).to.equal(
            'secureSessionContext does not belong to blindTransfer.'
        );
    });

    it('unknown interactions, actions, statuses and types', () => {
        const { simulator, order } = play();
        const send = (type, data) => simulator.receive({ type, data }).reason;
        expect(order('hold', '1234-1234-1234-1234').reason).to.equal('Unknown interaction "1234-1234-1234-1234".');
        expect(order('hold').reason).to.equal('Unknown interaction (none).');
        expect(order('Hold', 'x').reason).to.equal('Unknown action "Hold".');
        expect(order('toString', 'x').reason).to.equal('Unknown action "toString".');
        expect(order(undefined, 'x').reason).to.equal('Unknown action (none).');
        expect(send('PureCloud.User.updateStatus', { id: 'x' })).to.equal('No status has the ID "x".');
        expect(send('PureCloud.Interaction.addCustomAttributes', { id: 'x' })).to.equal('Unknown interaction "x".');
        expect(send('PureCloud.interaction.addCustomAttributes', {})).to.contain('Unknown type');
        expect(send('constructor', {})).to.equal('Unknown type "constructor".');
        expect(send(undefined, {})).to.equal('Unknown type (none).');
        expect(send('PureCloud.User.updateStatus')).to.equal('data is missing.');
        for (const odd of [null, 'hold', 7, [], true]) {
            expect(simulator.receive(odd).reason).to.equal('This is not an object with type and data.');
        }
    });

    it('attributes that are missing, empty or nested', () => {
        const { simulator, id } = connectedCall();
        const add = (attributes) =>
            simulator.receive({ type: 'PureCloud.Interaction.addCustomAttributes', data: { id, attributes } }).reason;
        expect(add(undefined)).to.equal('There are no attributes.');
        expect(add({})).to.equal('There are no attributes.');
        expect(add({ a: { b: 1 } })).to.equal("The attribute 'a' is not a plain value.");
    });

    it('changes nothing and publishes nothing then', () => {
        const { simulator, order, wait, published, id } = connectedCall();
        const before = JSON.stringify(simulator.find(id).facts);
        order('blindTransfer', id, to('sip:Nobody'));
        wait();
        expect(published).to.deep.equal([]);
        expect(JSON.stringify(simulator.find(id).facts)).to.equal(before);
    });

    it('logs what it got word for word, newest first', () => {
        const { simulator, order } = play();
        order('hold', 'a');
        order('mute', 'b', { extra: 1 });
        expect(simulator.received.map(({ json }) => json)).to.deep.equal([
            '{"type":"PureCloud.Interaction.updateState","data":{"action":"mute","id":"b","extra":1}}',
            '{"type":"PureCloud.Interaction.updateState","data":{"action":"hold","id":"a"}}'
        ]);
    });
});

describe('simulator: misbehaviour', () => {
    function misbehaving(name) {
        const stage = play();
        stage.simulator.setMisbehaviour(name, true);
        return stage;
    }

    it('no connect message: the change alone', () => {
        const { simulator, order, wait, story } = misbehaving('noConnect');
        order('pickup', simulator.inboundCall());
        wait();
        expect(story()).to.include('change CONNECTED').and.not.include('connect CONNECTED');
    });

    it('no acw message: a change that says done', () => {
        const { simulator, order, wait, published, story } = misbehaving('noAcw');
        const id = simulator.inboundCall();
        order('pickup', id);
        order('disconnect', id);
        wait();
        published.length = 0;
        simulator.completeWrapUp(id);
        wait();
        expect(story()).to.include('change DISCONNECTED').and.not.include('acw DISCONNECTED');
        expect(published[0].data.old.isDone).to.equal(false);
        expect(published[0].data.new).to.include({ isDone: true, disposition: 'Default Wrap-up Code' });
    });

    it('everything twice', () => {
        const { simulator, wait, story } = misbehaving('duplicate');
        simulator.inboundCall();
        wait();
        expect(story().slice(0, 4)).to.deep.equal([
            'add ALERTING',
            'add ALERTING',
            'change ALERTING',
            'change ALERTING'
        ]);
    });

    it('slow: later, in the same order', () => {
        const { simulator, clock, story } = misbehaving('slow');
        simulator.inboundCall();
        clock.advance(1400);
        expect(story()).to.deep.equal([]);
        clock.advance(20_000);
        expect(story()[0]).to.equal('add ALERTING');
    });
});

describe('simulator: when the page is reloaded', () => {
    /** Another simulator with the first one's memory; the first one's timers go with its page. */
    function reloaded(simulator, clock) {
        const published = [];
        clock.clear();
        const next = new GenesysSimulator({ publish: (message) => published.push(message), clock });
        next.start(simulator.memory);
        const order = (action, id, more) =>
            next.receive({ type: 'PureCloud.Interaction.updateState', data: { action, id, ...more } });
        return { simulator: next, published, order };
    }

    it('announces itself and says no more', () => {
        const { simulator, clock, id } = connectedCall();
        simulator.setMisbehaviour('noAcw', true);
        const after = reloaded(simulator, clock);
        clock.advance(20_000);
        expect(after.published).to.deep.equal([{ type: 'InitialSetup' }]);
        expect(after.simulator.selected).to.equal(id);
        expect(after.simulator.misbehave).to.include({ noAcw: true, slow: false });
        expect(after.simulator.memory).to.equal(simulator.memory);
    });

    it('goes on with the call', () => {
        const { simulator, clock, id } = connectedCall();
        const after = reloaded(simulator, clock);
        expect(after.order('hold', id).reason).to.equal('Puts the call on hold.');
        clock.advance(1000);
        expect(after.published[1].data.old.state).to.equal('CONNECTED');
        expect(after.published[1].data.new).to.include({ id, state: 'HELD' });
    });

    it('goes on with a consult transfer that nobody has answered yet', () => {
        const { simulator, clock, order, id } = connectedCall();
        order('consultTransfer', id, robin);
        const after = reloaded(simulator, clock);
        expect(after.order('concludeTransfer', id).verdict).to.equal('ignored');
        clock.advance(20_000);
        expect(after.order('concludeTransfer', id).reason).to.equal('Hands the call over to Robin Vale.');
    });

    it('says afterwards what it had not said yet, in order and once', () => {
        const { simulator, clock, order, published, id } = connectedCall();
        order('hold', id);
        order('hold', id);
        clock.advance(125);
        expect(published).to.have.length(1);
        const after = reloaded(simulator, clock);
        clock.advance(20_000);
        const states = after.published.slice(1).map(({ data }) => `${data.old.state}>${data.new.state}`);
        expect(states).to.deep.equal(['HELD>HELD', 'HELD>CONNECTED', 'CONNECTED>CONNECTED']);
    });

    for (const [what, begin, state] of [
        ['somebody who was called answers', (simulator) => simulator.outboundCall(), 'CONNECTED'],
        ['a transfer ends the call', transferring, 'DISCONNECTED'],
        ['the secure flow gives the call back', securing, 'CONNECTED']
    ]) {
        it(`${what}, though not before it is time`, () => {
            const { simulator, clock, order } = play();
            const id = begin(simulator, order, clock);
            const before = simulator.find(id).state;
            clock.advance(1000);
            const after = reloaded(simulator, clock);
            clock.advance(100);
            expect(after.simulator.find(id).state).to.equal(before);
            clock.advance(20_000);
            expect(after.simulator.find(id).state).to.equal(state);
        });
    }

    function transferring(simulator, order) {
        const id = simulator.inboundCall();
        order('pickup', id);
        order('blindTransfer', id, robin);
        return id;
    }

    function securing(simulator, order) {
        const id = simulator.inboundCall();
        order('pickup', id);
        order('secureSession', id, {
            secureSessionContext: { flowId: '741f4f39-7a94-470d-a1dd-dd68d01e0dd8', userData: 'hello' }
        });
        return id;
    }
});

describe('simulator: watchers', () => {
    it('are told of every change until they stop', () => {
        const { simulator, order } = play();
        let told = 0;
        const stop = simulator.watch(() => (told += 1));
        const id = simulator.inboundCall();
        expect(told).to.be.above(0);
        const before = told;
        order('pickup', id);
        expect(told).to.be.above(before);
        stop();
        const after = told;
        order('hold', id);
        expect(told).to.equal(after);
    });
});
