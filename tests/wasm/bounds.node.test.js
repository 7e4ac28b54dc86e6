/* Values that would drown the module: each is accepted, cut with a word, or refused with a problem. */
import { expect } from 'chai';
import { PatchbayError, load } from '#patchbay';
import { ALL, tried } from './reliability.js';

const ID = 'call-1';
const TASK = '00T000000000001EAA';
const CALL = { type: 'Interaction', category: 'add', data: { id: ID, state: 'CONNECTED' } };
const MEGABYTE = 1_048_576;

/** An object whose text doubles with each level, though it has only so many objects. */
function sharing(levels) {
    let part = { text: 'x' };
    for (let level = 0; level < levels; level += 1) {
        part = { a: part, b: part };
    }
    return part;
}

function nested(levels) {
    let part = 'x';
    for (let level = 0; level < levels; level += 1) {
        part = { part };
    }
    return part;
}

/** Reports itself as an array of four thousand million values. */
const giant = () => new Proxy([], { get: (target, name) => (name === 'length' ? 2 ** 32 - 1 : 'en') });

const VALUES = {
    'objects that share parts': () => sharing(40),
    'lists that share parts': () => Array.from({ length: 40 }).reduce((part) => [part, part], ['x']),
    'one long text many times': () => Array.from({ length: 10_000 }, () => 'x'.repeat(100_000)),
    'an object 4,000 deep': () => nested(4_000),
    'a giant list': giant
};

const CALLS = {
    validate: ({ patchbay }, value) => patchbay.validate({ type: 'PureCloud.User.updateStatus', data: value }),
    addCustomAttributes: ({ patchbay }, value) => patchbay.addCustomAttributes(ID, value),
    engagement: ({ patchbay }, value) => patchbay.engagement('create', value, value),
    settings: ({ patchbay }, value) => patchbay.settings(value),
    preflight: ({ patchbay }, value) => patchbay.preflight(value),
    receive: ({ session }, value) => session.receive({ ...CALL, data: { ...CALL.data, attributes: value } }),
    visit: ({ session }, value) => session.visit(value),
    associate: ({ session }, value) => session.associate(ID, value),
    updateFields: ({ session }, value) => session.updateFields(ID, value),
    setObjectInfo: ({ session }, value) => session.setObjectInfo(value),
    option: ({ patchbay }, value) => patchbay.session({ storage: null, fields: value, task: value }).close(),
    locale: ({ patchbay }, value) => patchbay.session({ storage: null, locale: value, timeZone: value }).close()
};

const codes = ({ problems }) => problems.map(({ code }) => code);

describe('values that would drown the module', () => {
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    for (const [kind, make] of Object.entries(VALUES)) {
        it(kind, async () => {
            const session = patchbay.session({ storage: null });
            session.receive(CALL);
            for (const [name, call] of Object.entries(CALLS)) {
                try {
                    await call({ patchbay, session }, make());
                } catch (error) {
                    expect(error, `${name}: ${error.stack}`).to.be.instanceof(PatchbayError);
                    expect(codes(error), name).not.to.include.members(['call-failed']);
                }
                expect(session.interaction(ID)?.phase, name).to.equal('connected');
            }
            expect(codes(session)).to.deep.equal([]);
            await session.close();
            tried(`values that would drown the module, ${kind}`, Object.keys(CALLS).length);
        });
    }

    it('a message whose parts are shared is refused as too long, before it is written', () => {
        const session = patchbay.session({ storage: null });
        expect(codes(session.receive(sharing(40)))).to.deep.equal(['too-long']);
        // Shared parts are no fault as long as the text is short.
        const part = { id: ID, state: 'CONNECTED' };
        const change = session.receive({ type: 'Interaction', category: 'change', data: { old: part, new: part } });
        expect(codes(change)).to.deep.equal([]);
        session.close();
    });

    it('answers that are longer than the port: all saves of 260 full transcripts', async () => {
        const session = patchbay.session({
            storage: null,
            fields: { 'Chat.Transcript': 'Transcript__c' },
            save: () => new Promise(() => {})
        });
        const transcript = 'é'.repeat(130_000);
        const many = ALL ? 260 : 140;
        for (let at = 0; at < many; at += 1) {
            const data = { id: `chat-${at}`, state: 'CONNECTED', isChat: true };
            session.receive({ ...CALL, data });
            session.receive({
                type: 'Notification',
                category: 'chatUpdate',
                data: { id: `chat-${at}`, messages: [{ id: 'one', body: transcript }] }
            });
            session.updateFields(`chat-${at}`, { Notes__c: transcript });
            session.receive({ ...CALL, category: 'deallocate', data });
        }
        const { pending } = session;
        expect(pending).to.have.length(many);
        const units = pending.reduce((sum, one) => sum + JSON.stringify(one).length, 0);
        // In UTF-8 each of these has two bytes: more than the port carries at once.
        expect(units).to.be.greaterThan(2 * many * 130_000);
        pending.forEach(({ callLog }) => expect(callLog.Notes__c).to.equal(transcript));
        await session.close();
        tried('answers longer than the port, saves', many);
    }).timeout(300_000);

    describe('answers of a save of a megabyte', () => {
        const LONG = 'x'.repeat(2 * MEGABYTE);
        const ANSWERS = {
            'an ID among long parts': [
                () => ({ id: TASK, note: LONG, dropped: [{ field: 'A__c', reason: LONG }] }),
                true
            ],
            'an ID with parts that are shared': [() => ({ id: TASK, note: sharing(40) }), true],
            'a long text': [() => LONG, false],
            'a long list': [() => [LONG], false],
            'an object that is only long': [() => ({ id: LONG }), false],
            'an error with a long message': [() => Promise.reject(new Error(LONG)), false],
            'an error with a long body': [
                () => Promise.reject({ body: { message: LONG, output: sharing(40) } }),
                false
            ],
            'an error that is a long text': [() => Promise.reject(LONG), false]
        };
        let given = 0;
        after(() => tried('answers of a save of a megabyte', given));
        for (const [name, [answer, isSaved]] of Object.entries(ANSWERS)) {
            it(name, async () => {
                const session = patchbay.session({ storage: null, save: async () => answer() });
                session.receive(CALL);
                session.openLog(ID);
                for (let turn = 0; turn < 50; turn += 1) {
                    await null;
                }
                const { recordId, saveState, problems } = session.log(ID);
                expect([recordId, saveState]).to.deep.equal(isSaved ? [TASK, 'saved'] : [null, 'failing']);
                problems.forEach(({ message }) => expect(message.length).to.be.lessThan(300_000));
                await session.close();
                given += 1;
            });
        }
    });

    it('problems stay bounded, however many there are', async () => {
        const fields = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`no attribute ${at}`, 5]));
        const session = patchbay.session({ storage: null, fields, save: 5, user: 5 });
        expect(session.problems).to.have.length.within(2, 100);
        expect(session.problems.at(-1).code).to.equal('too-long');
        await session.close();
    });

    it('reading a list after each visit makes each entry once', async () => {
        const session = patchbay.session({ storage: null });
        session.receive(CALL);
        const { freeze } = Object;
        let frozen = 0;
        Object.freeze = (value) => {
            frozen += 1;
            return freeze(value);
        };
        const countOf = (from, to) => {
            frozen = 0;
            for (let at = from; at < to; at += 1) {
                const id = `0035g00000${String(at).padStart(5, '0')}`;
                session.visit({ id, objectApiName: 'Contact', name: `N${at}` });
                expect(session.log(ID).name).to.have.length(at + 1);
            }
            return frozen;
        };
        try {
            const few = countOf(0, 100);
            const later = countOf(100, 1_100);
            expect(later).to.be.at.most(few * 10 + 100);
        } finally {
            Object.freeze = freeze;
        }
        await session.close();
    });
});
