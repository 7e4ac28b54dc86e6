import { expect } from 'chai';
import { GenesysSimulator } from '../../www/host/genesys/simulator.js';
import { TestClock } from './support/clock.js';
import { connectedCall, play, robin } from './support/play.js';

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
