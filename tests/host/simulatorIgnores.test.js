import { expect } from 'chai';
import { QUEUES } from '../../www/host/genesys/directory.js';
import { connectedCall, play, robin, to } from './support/play.js';

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
