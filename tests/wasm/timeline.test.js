/* The timeline of an interaction and its summary through the facade. */
import { expect } from 'chai';
import { load } from '#patchbay';
import { ID, memory } from './helpers.js';

const interaction = (category, data) => ({ type: 'Interaction', category, data: { id: ID, ...data } });
const said = (...messages) => ({ type: 'Notification', category: 'chatUpdate', data: { id: ID, messages } });

describe('the timeline', () => {
    let patchbay;
    const open = [];
    before(async () => {
        patchbay = await load();
    });
    afterEach(() => Promise.all(open.splice(0).map((session) => session.close())));

    function session(options) {
        const opened = patchbay.session({ storage: null, ...options });
        open.push(opened);
        return opened;
    }

    const kinds = (one, id = ID) => one.timeline(id).map(({ kind }) => kind);

    it('has each thing that happened, with its time and by whom', () => {
        const one = session();
        const before = Date.now();
        one.receive(interaction('add', { state: 'ALERTING' }));
        one.receive(interaction('connect', { state: 'CONNECTED' }));
        one.receive(interaction('connect', { state: 'CONNECTED' }));
        one.visit({ id: '0035g00000LqT4r', objectApiName: 'Contact', name: 'Nadia Lindgren' });
        const [rang, answered, visited, ...others] = one.timeline(ID);
        expect(others).to.deep.equal([]);
        expect([rang, answered]).to.deep.equal([
            { id: 0, at: rang.at, kind: 'rang', by: 'client', topic: 'call' },
            { id: 1, at: answered.at, kind: 'answered', by: 'client', topic: 'call' }
        ]);
        expect(visited).to.deep.include({ kind: 'visited', by: 'agent', topic: 'records', name: 'Nadia Lindgren' });
        expect(visited.recordId).to.equal('0035g00000LqT4rAAF');
        expect(new Date(rang.at).toISOString()).to.equal(rang.at);
        expect(new Date(rang.at).getTime()).to.be.within(before - 1, Date.now());
    });

    it('is frozen, and the same list until it changes', () => {
        const changes = [];
        const one = session({ onChange: ({ timelines }) => changes.push(timelines) });
        one.receive(interaction('connect', { state: 'CONNECTED' }));
        const first = one.timeline(ID);
        expect(Object.isFrozen(first) && first.every(Object.isFrozen)).to.equal(true);
        expect(one.timeline(ID)).to.equal(first);
        one.receive(said({ id: 'a', body: 'Hello' }));
        expect(one.timeline(ID)).to.not.equal(first);
        expect(changes).to.deep.equal([[ID], [ID]]);
        one.receive(said({ id: 'a', body: 'Hello' }));
        expect(kinds(one)).to.deep.equal(['answered', 'utterance']);
    });

    it('masks card numbers, and keeps secrets of attributes to itself', () => {
        const one = session();
        one.receive(interaction('connect', { state: 'CONNECTED', attributes: { Pin: '' } }));
        one.receive(said({ id: 'a', body: 'It is 4111 1111 1111 1111.' }));
        one.receive(interaction('change', { attributes: { Pin: '47114711' } }));
        expect(JSON.stringify(one.timeline(ID))).to.not.match(/4111|4711/);
        expect(one.timeline(ID)[1].text).to.equal('It is ••••.');
    });

    it('is there after a reload, and nowhere for an unknown ID', () => {
        const storage = memory();
        const one = session({ storage });
        one.receive(interaction('add', { state: 'ALERTING' }));
        one.receive(interaction('connect', { state: 'CONNECTED' }));
        const later = session({ storage });
        expect(kinds(later)).to.deep.equal(['rang', 'answered']);
        for (const id of ['unknown', '', null, 7, {}]) {
            expect(later.timeline(id)).to.deep.equal([]);
            expect(later.summary(id)).to.deep.equal([]);
        }
    });

    it('gives a summary, which joins the comments once', () => {
        const one = session();
        one.receive(interaction('connect', { state: 'CONNECTED' }));
        one.updateFields(ID, { Description: 'Roof' });
        expect(one.summary(ID)).to.deep.equal([{ kind: 'answered', at: one.timeline(ID)[0].at }]);
        expect(one.addSummary(ID, 'Answered.').logs).to.deep.equal([ID]);
        expect(one.addSummary(ID, 'Answered.').logs).to.deep.equal([]);
        one.addSummary(ID, 'Answered at 9.');
        expect(one.log(ID).values.Description).to.equal('Roof\n\nAnswered at 9.');
        one.receive(interaction('disconnect', { state: 'DISCONNECTED', isDisconnected: true }));
        expect(one.summary(ID).map(({ kind }) => kind)).to.deep.equal(['answered', 'duration']);
        expect(one.addSummary('unknown', 'Text').problems[0].path).to.equal('/id');
        expect(one.addSummary(ID, null).problems[0].path).to.equal('/text');
    });

    it('is empty once the session is closed', async () => {
        const one = session();
        one.receive(interaction('connect', { state: 'CONNECTED' }));
        await one.close();
        expect(one.timeline(ID)).to.deep.equal([]);
    });
});
