import { expect } from 'chai';
import { AGENTS, QUEUES, STATUSES } from '../../www/host/genesys/directory.js';
import { connectedCall, play, robin, to } from './support/play.js';

describe('simulator: what the agent does in the client itself', () => {
    const can = ({ simulator }, id) =>
        ['canAnswer', 'canHold', 'canResume', 'canHangUp'].filter((name) => simulator.find(id)[name]);

    it('answers, holds, resumes and hangs up, and tells Patchbay as if it had been ordered', () => {
        const stage = play();
        const { simulator, wait, published, story } = stage;
        const id = simulator.inboundCall();
        wait();
        for (const [act, before, told] of [
            ['agentAnswers', ['canAnswer'], 'connect CONNECTED'],
            ['agentHolds', ['canHold', 'canHangUp'], 'change HELD'],
            ['agentResumes', ['canResume', 'canHangUp'], 'change CONNECTED'],
            ['agentHangsUp', ['canHold', 'canHangUp'], 'disconnect DISCONNECTED']
        ]) {
            published.length = 0;
            expect(can(stage, id), act).to.deep.equal(before);
            simulator[act](id);
            wait();
            expect(story(), act).to.include(told);
        }
        expect(can(stage, id)).to.deep.equal([]);
        expect(simulator.received).to.deep.equal([]);
    });

    it('does nothing that is not possible now', () => {
        const { simulator, wait, published, id } = connectedCall();
        for (const [act, of] of [
            ['agentAnswers', id],
            ['agentResumes', id],
            ['agentHolds', 'nobody']
        ]) {
            simulator[act](of);
        }
        wait();
        expect(published).to.deep.equal([]);
    });

    it('puts no chat on hold, and resumes no call that a secure flow has', () => {
        const stage = connectedCall();
        const { simulator, order, id } = stage;
        const chat = simulator.chat();
        simulator.agentAnswers(chat);
        expect(can(stage, chat)).to.deep.equal(['canHangUp']);
        order('secureSession', id, {
            secureSessionContext: { flowId: '741f4f39-7a94-470d-a1dd-dd68d01e0dd8', userData: 'hello' }
        });
        expect(can(stage, id)).to.deep.equal(['canHangUp']);
    });

    it('gives up dialling, and leaves alone what is being transferred', () => {
        const stage = play();
        const { simulator, order, wait } = stage;
        const dialled = simulator.outboundCall();
        expect(can(stage, dialled)).to.deep.equal(['canHangUp']);
        simulator.agentHangsUp(dialled);
        wait();
        const id = simulator.inboundCall();
        simulator.agentAnswers(id);
        order('blindTransfer', id, robin);
        expect(can(stage, id)).to.deep.equal([]);
    });

    it('tells watchers', () => {
        const { simulator, id } = connectedCall();
        let told = 0;
        simulator.watch(() => (told += 1));
        simulator.agentHolds(id);
        expect(told).to.equal(1);
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

    it('updateStatus takes names too, and a subscription is noted in either spelling', () => {
        const { simulator } = play();
        const { label } = STATUSES[1];
        const named = simulator.receive({ type: 'PureCloud.User.updateStatus', data: { id: label } });
        expect(named.reason).to.equal(`Sets the agent's status to ${label}.`);
        for (const type of ['PureCloud.Subscribe', 'PureCloud.subscribe']) {
            const data = { type: 'Notification', categories: ['chatUpdate'] };
            expect(simulator.receive({ type, data })).to.include({
                verdict: 'obeyed',
                reason: 'Subscribes to chatUpdate of Notification.'
            });
            expect(simulator.receive({ type, data: {} }).verdict).to.equal('ignored');
        }
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
