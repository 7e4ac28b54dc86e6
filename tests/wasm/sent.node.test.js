/* What was sent, followed by a session: what waits, what is confirmed, and what is not. By a clock that the test moves. */
import { expect } from 'chai';
import { openTesting } from '../../pkg/testing/index.js';
import { ID, problemsOf } from './helpers.js';

const call = (facts) => ({
    type: 'Interaction',
    category: 'change',
    data: { new: { id: ID, name: 'Nadia Lindgren', direction: 'Inbound', ...facts } }
});

describe('a session follows what is sent', () => {
    let testing;
    let session;
    let changes;
    beforeEach(async () => {
        changes = [];
        testing = await openTesting({ onChange: (change) => changes.push(change) });
        ({ session } = testing);
        session.receive(call({ state: 'CONNECTED' }));
        changes = [];
    });
    afterEach(() => testing.close());

    const brief = () => session.sentActions.map(({ action, on, state }) => [action, on, state]);

    it('until its event comes', async () => {
        const message = session.hold(ID, true);
        const change = session.sent(message);
        expect(change).to.deep.include({ sent: true, confirmed: [], unconfirmed: [], problems: [] });
        expect(session.sentActions).to.deep.equal([
            {
                interactionId: ID,
                action: 'hold',
                on: true,
                sentAt: new Date(testing.now).toISOString(),
                state: 'waiting',
                reasons: []
            }
        ]);
        expect(Object.isFrozen(session.sentActions[0])).to.equal(true);
        await testing.passTime(120);
        session.receive(call({ state: 'HELD' }));
        expect(brief()).to.deep.equal([['hold', true, 'confirmed']]);
        expect(changes.flatMap(({ confirmed }) => confirmed.map(({ action }) => action))).to.deep.equal(['hold']);
        await testing.passTime(60_000);
        expect(changes.flatMap(({ unconfirmed }) => unconfirmed)).to.deep.equal([]);
    });

    it('and says by itself after five seconds that nothing came, and why that may be', async () => {
        session.sent(session.securePause(ID, true));
        await testing.passTime(4999);
        expect(changes.flatMap(({ unconfirmed }) => unconfirmed)).to.deep.equal([]);
        await testing.passTime(1);
        const [unconfirmed] = changes.flatMap((change) => change.unconfirmed);
        expect(unconfirmed).to.deep.include({
            action: 'securePause',
            state: 'unconfirmed',
            reasons: ['client-silent', 'not-recorded', 'not-permitted']
        });
        expect(session.sentActions).to.deep.equal([unconfirmed]);
    });

    it('and refuses the same for a moment, so that a double click does not take it back', async () => {
        session.sent(session.securePause(ID, true));
        expect(problemsOf(() => session.securePause(ID, true))).to.deep.equal([['error', '/data/action', 'just-sent']]);
        await testing.passTime(120);
        session.receive(call({ state: 'CONNECTED', securePause: true }));
        expect(problemsOf(() => session.securePause(ID, false))[0][2]).to.equal('just-sent');
        expect(problemsOf(() => session.securePause(ID))[0][2]).to.equal('just-sent');
        expect(session.can(ID)).to.include('securePause');
        expect(session.hold(ID).data.action).to.equal('hold');
        await testing.passTime(380);
        expect(problemsOf(() => session.securePause(ID, true))[0][2]).to.equal('not-allowed');
        expect(session.securePause(ID, false).data.action).to.equal('securePause');
    });

    it('and keeps mute, which no event tells of, as it was asked for', async () => {
        // Until then nobody knows how it is.
        expect(session.mute(ID, false).data.action).to.equal('mute');
        session.sent(session.mute(ID, true));
        expect(brief()).to.deep.equal([['mute', true, 'no-sign']]);
        await testing.passTime(1_000);
        expect(problemsOf(() => session.mute(ID, true))[0][2]).to.equal('not-allowed');
        session.receive(call({ state: 'DISCONNECTED', isDone: true }));
        expect(brief()).to.deep.equal([]);
    });

    it('and takes nothing but true or false for a toggle, and no other messages', () => {
        expect(problemsOf(() => session.hold(ID, 'yes'))).to.deep.equal([['error', '', 'type']]);
        for (const other of [undefined, null, 'hold', {}, { type: 'Interaction' }]) {
            const { sent, problems } = session.sent(other);
            expect([sent, problems.map(({ code }) => code)]).to.deep.equal([false, ['unknown-type']]);
        }
        const attributes = session.addCustomAttributes(ID, { a: 1 });
        expect(session.sent(attributes)).to.deep.include({ sent: false, problems: [] });
    });
});
