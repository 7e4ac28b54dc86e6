import { expect } from 'chai';
import { load } from '#traps';
import { memory, transfer } from '../wasm/helpers.js';
import { tried } from '../wasm/reliability.js';
import { STEPS, breakOff, openDay as open, viewOf } from './day.js';

const HOW = ['unreachable', 'panic', 'throw', 'stack', 'memory'];
const CALL = { type: 'Interaction', category: 'add', data: { id: 'call-1', direction: 'Inbound', state: 'CONNECTED' } };
const STATUS = { type: 'UserAction', category: 'status', data: { status: 'MEAL' } };
const FORM = { platform: 'Genesys Cloud', groupName: 'Claims' };

/** A text that the module has not been asked about: what it says of texts is remembered. */
let texts = 0;
const unknownTarget = () => transfer(`Anna ${(texts += 1)}`);

const codes = ({ problems }) => problems.map(({ code }) => code);

describe('a module that breaks off', () => {
    let patchbay;
    let whole;
    const days = [];
    before(async () => {
        patchbay = await load();
        const day = open(patchbay);
        for (const at of STEPS.keys()) {
            await day.step(at);
        }
        whole = await day.end();
    });
    beforeEach(() => breakOff());
    afterEach(async () => {
        breakOff();
        await Promise.all(days.splice(0).map((day) => day.end()));
    });

    function openDay(...args) {
        days.push(open(...args));
        return days.at(-1);
    }

    /** A day on which the module breaks off at one step. */
    async function dayWith(step, ...traps) {
        const day = open(patchbay);
        for (const at of STEPS.keys()) {
            if (at === step) {
                await day.clock.pass(STEPS[at].afterMs);
                breakOff(...traps);
            }
            await day.step(at);
        }
        expect(globalThis.patchbayTraps, 'traps that did not strike').to.deep.equal([]);
        const problems = day.problems();
        return { problems, ...(await day.end()) };
    }

    it('loses nothing of a day, wherever it breaks off', async () => {
        const steps = [...STEPS.keys()];
        for (const at of ['text', 'before', 'after']) {
            for (const step of steps) {
                const { problems, ...day } = await dayWith(step, { at, how: 'unreachable' });
                expect(problems, `${at} ${step}`).to.deep.equal(['module-restarted']);
                // What is saved, over and removed is not stored: the end of the day, and the page, have no log of it then.
                const isForgotten = at === 'after' && step === steps.at(-1);
                expect(day, `${at} ${step}`).to.deep.equal(isForgotten ? { ...whole, logs: [] } : whole);
            }
        }
        tried('the module breaks off in a day', 3 * steps.length);
    });

    it('nor however it breaks off', async () => {
        for (const how of HOW) {
            for (const at of ['text', 'before', 'after']) {
                const { problems, ...day } = await dayWith(12, { at, how });
                expect(problems, `${at} ${how}`).to.deep.equal(['module-restarted']);
                expect(day, `${at} ${how}`).to.deep.equal(whole);
            }
        }
        tried('ways to break off', 3 * HOW.length);
    });

    it('passes over a call that breaks it twice, says so, and goes on', () => {
        const { session, changes } = openDay(patchbay);
        session.receive(CALL);
        const before = viewOf(session);
        breakOff({ at: 'before' }, { at: 'before' });
        const change = session.receive({ ...CALL, data: { ...CALL.data, state: 'HELD' } });
        expect(codes(change)).to.deep.equal(['call-failed', 'module-restarted']);
        expect(change.interactions).to.deep.equal(['call-1']);
        expect(changes.at(-1)).to.equal(change);
        expect(viewOf(session)).to.deep.equal(before);
        expect(codes(session.receive(STATUS))).to.deep.equal([]);
        expect(session.agent.status).to.equal('MEAL');
    });

    it('tells it once, and keeps telling it in the problems of the session', () => {
        const { session } = openDay(patchbay);
        for (let time = 0; time < 3; time += 1) {
            breakOff({ at: 'after' });
            expect(codes(session.receive(CALL))).to.deep.equal(['module-restarted']);
            expect(codes(session.receive(CALL))).to.deep.equal([]);
        }
        expect(codes(session)).to.deep.equal(['module-restarted']);
    });

    it('restores every session that is open, and tells each of them', async () => {
        const days = [openDay(patchbay, { user: '005A' }), openDay(patchbay, { user: '005B' }), openDay(patchbay)];
        days.forEach(({ session }) => session.receive(CALL));
        breakOff({ at: 'text' });
        expect(codes(days[1].session.receive(STATUS))).to.deep.equal(['module-restarted']);
        await null;
        for (const [at, { session, problems }] of days.entries()) {
            expect(problems(), `session ${at}`).to.deep.equal(['module-restarted']);
            expect(session.interactions.map(({ id }) => id)).to.deep.equal(['call-1']);
            expect(session.receive({ ...CALL, data: { ...CALL.data, state: 'HELD' } }).interactions).to.deep.equal([
                'call-1'
            ]);
            expect(session.interaction('call-1').phase).to.equal('held');
        }
    });

    it('a session whose options say that nothing is kept begins without its past, and says so', () => {
        const { session } = openDay(patchbay, { storage: null });
        session.receive(CALL);
        breakOff({ at: 'text' });
        const change = session.receive(STATUS);
        expect(codes(change)).to.deep.equal(['module-restarted']);
        expect(change.problems[0].message).to.include('this session stores nothing');
        expect(change.interactions).to.deep.equal(['call-1']);
        expect(session.interactions).to.deep.equal([]);
        expect(session.agent.status).to.equal('MEAL');
    });

    it('over what is stored, sets it aside, tells it once, and goes on with a new session', async () => {
        const items = {};
        const earlier = open(patchbay, { storage: memory(items) });
        earlier.session.receive(CALL);
        await earlier.end();
        const stored = items['patchbay.session'];
        breakOff({ at: 'open' }, { at: 'open' });
        const day = openDay(patchbay, { storage: memory(items) });
        expect(codes(day.session)).to.deep.equal(['module-restarted']);
        expect(day.session.problems[0].message).to.include('set aside');
        expect(items['patchbay.unreadable.session']).to.equal(stored);
        day.session.receive({ ...CALL, data: { ...CALL.data, id: 'call-2' } });
        expect(day.session.interactions.map(({ id }) => id)).to.deep.equal(['call-2']);
        await days.pop().end();
        expect(codes(openDay(patchbay, { storage: memory(items) }).session)).to.deep.equal([]);
    });

    it('over what is stored, however little is read of it, leaves it where it is and stores nothing', async () => {
        const items = {};
        const earlier = open(patchbay, { storage: memory(items) });
        earlier.session.receive(CALL);
        await earlier.end();
        const stored = { ...items };
        breakOff(...Array(6).fill({ at: 'open' }));
        const { session } = openDay(patchbay, { storage: memory(items) });
        expect(session.problems[0].message).to.include('stores nothing');
        session.receive({ ...CALL, data: { ...CALL.data, id: 'call-2' } });
        expect(items).to.deep.equal(stored);
    });

    it('over what is stored while it is started anew, likewise', () => {
        const { session } = openDay(patchbay);
        session.receive(CALL);
        breakOff({ at: 'text' }, { at: 'open' });
        const change = session.receive(STATUS);
        expect(change.problems.map(({ message }) => message).join()).to.include('set aside');
        expect(session.agent.status).to.equal('MEAL');
    });

    it('over a session that cannot even be begun, says so, and tries again with the next call', () => {
        const { session } = openDay(patchbay);
        session.receive(CALL);
        breakOff({ at: 'text' }, ...Array(4).fill({ at: 'open' }));
        expect(codes(session.receive(STATUS))).to.deep.equal(['call-failed']);
        expect(codes(session.receive(STATUS))).to.deep.equal(['module-restarted']);
        expect(session.agent.status).to.equal('MEAL');
    });

    it('again and again: the loop ends after a few restarts, with what is stored set aside, and costs one delay', async () => {
        const saves = [];
        const day = openDay(patchbay, {
            save: ({ callLog }) => {
                saves.push([day.clock.time, callLog.Description]);
                return new Promise(() => {});
            }
        });
        day.session.receive(CALL);
        day.session.updateFields('call-1', { Description: 'Roof' });
        const began = day.clock.time;
        const told = [];
        let restarts = 0;
        // Every call that finds something to do breaks the module, until what is stored is set aside.
        while (!told.some((message) => message.includes('set aside')) && restarts < 20) {
            await day.clock.pass(1_000);
            breakOff({ at: 'before' });
            told.push(...day.session.receive(STATUS).problems.map(({ message }) => message));
            restarts += 1;
        }
        expect(restarts).to.equal(4);
        await day.clock.pass(6_000);
        expect(saves.map(([, description]) => description)).to.deep.equal(['Roof']);
        expect(saves[0][0] - began, 'milliseconds').to.be.at.most(1_000 + 5_000 + 4_000);
        tried('a loop of restarts, restarts', restarts);
    });

    it('and forgets nothing of what setObjectInfo was told', () => {
        const { session } = openDay(patchbay, { fields: { 'Call.QueueName': 'Queue__c' } });
        const call = { ...CALL, data: { ...CALL.data, queueName: 'Claims' } };
        session.receive(call);
        session.setObjectInfo({ objectInfo: { apiName: 'Task', fields: {} } });
        session.setObjectInfo({ taskStatuses: [{ name: 'Open', label: 'Open', isClosed: false, isDefault: true }] });
        const before = viewOf(session);
        const problems = session.log('call-1').problems;
        expect(problems.length).to.be.greaterThan(0);
        breakOff({ at: 'text' });
        session.receive({ ...call, data: { ...call.data, ani: '+61491570156' } });
        expect(viewOf(session).logs).to.deep.equal(before.logs);
        expect(session.log('call-1').problems).to.deep.equal(problems);
    });

    it('the timers of its earlier life do not go off', async () => {
        const day = openDay(patchbay);
        day.session.receive(CALL);
        day.session.openLog('call-1');
        const timers = [...day.clock.timers.keys()];
        expect(timers).to.have.length(1);
        breakOff({ at: 'text' });
        day.session.receive(STATUS);
        await null;
        expect(day.clock.timers.has(timers[0])).to.equal(false);
        await day.clock.pass(60_000);
        expect(Object.keys(day.records)).to.deep.equal(['call-1']);
    });

    it('an answer to a save of its earlier life is not taken for one of this', async () => {
        let answer;
        const day = openDay(patchbay, { save: () => new Promise((resolve) => (answer = resolve)) });
        day.session.receive(CALL);
        day.session.openLog('call-1');
        await day.clock.pass(5_000);
        const late = answer;
        breakOff({ at: 'text' });
        day.session.receive(STATUS);
        late('00T000000000001EAA');
        await day.clock.pass(1_000);
        expect(day.session.pending).to.have.length(1);
        await day.clock.pass(10_000);
        answer('00T000000000001EAA');
        await day.clock.pass(1_000);
        expect(day.session.pending).to.deep.equal([]);
    });

    it('in every other call, it is started anew and the call made once more', () => {
        let session;
        const report = patchbay.settings([FORM]);
        const calls = {
            validate: ['text', () => codes(patchbay.validate(unknownTarget()))],
            blindTransfer: ['text', () => patchbay.blindTransfer('call-1', { flow: 'Zahlung: 100 %' })],
            can: ['text', () => session.can('call-x')],
            hold: ['text', () => session.updateState('hold', 'call-1')],
            engagement: ['cold', () => patchbay.engagement('create', { id: 'call-1' }, { organizationId: 'o' })],
            settings: ['cold', () => patchbay.settings([FORM]).problems],
            classify: ['text', () => (session.receive(STATUS), report.classify('Claims', 'Meal'))]
        };
        for (const [name, [at, call]] of Object.entries(calls)) {
            // Restarts in a row would set aside what is stored.
            ({ session } = openDay(patchbay));
            session.receive(CALL);
            const expected = call();
            breakOff({ at });
            expect(call(), name).to.deep.equal(expected);
            expect(globalThis.patchbayTraps, name).to.deep.equal([]);
            expect(session.interaction('call-1'), name).to.not.equal(null);
        }
        tried('calls that break off', Object.keys(calls).length);
    });

    it('twice, every other call says so as it says everything', () => {
        const twice = (at) => breakOff({ at }, { at });
        // It takes a second, careful look at a message.
        breakOff({ at: 'text' }, { at: 'text' }, { at: 'text' }, { at: 'text' });
        const { valid, message, problems } = patchbay.validate(unknownTarget());
        expect([valid, message, codes({ problems })]).to.deep.equal([false, null, ['call-failed']]);
        twice('cold');
        expect(codes(patchbay.engagement('create', { id: 'x' }, {}))).to.deep.equal(['call-failed']);
        twice('cold');
        const report = patchbay.settings([FORM]);
        expect([report.valid, ...codes(report)]).to.deep.equal([false, 'call-failed']);
        expect(report.classify('Claims', 'Meal')).to.be.a('string');
        twice('text');
        expect(() => patchbay.blindTransfer('call-1', { flow: 'Zahlung: 100 %' })).to.throw('crashed twice');
        expect(patchbay.blindTransfer('call-1', { flow: 'Zahlung: 100 %' }).type).to.be.a('string');
    });

    it('a module that cannot be started anew says so, and tries again with the next call', () => {
        const { session } = openDay(patchbay);
        session.receive(CALL);
        const { Instance } = WebAssembly;
        WebAssembly.Instance = function NoMemory() {
            throw new RangeError('WebAssembly.Instance(): Out of memory');
        };
        try {
            breakOff({ at: 'text' });
            expect(codes(session.receive(STATUS))).to.deep.equal(['call-failed']);
            expect(codes(session.receive(STATUS))).to.deep.equal(['call-failed']);
            expect(session.interactions.map(({ id }) => id)).to.deep.equal(['call-1']);
        } finally {
            WebAssembly.Instance = Instance;
        }
        expect(codes(session.receive(STATUS))).to.deep.equal(['module-restarted']);
        expect(session.agent.status).to.equal('MEAL');
    });

    it('a storage that calls the session back while it is written to is told, and nothing breaks off', () => {
        const items = {};
        const storage = memory(items);
        const { setItem } = storage;
        const said = [];
        let day;
        storage.setItem = (...args) => {
            setItem(...args);
            said.push(...codes(day.session.receive(STATUS)));
            said.push(...codes(patchbay.validate(transfer(`sip%3A${said.length}`))));
        };
        day = openDay(patchbay, { storage });
        expect(codes(day.session.receive(CALL))).to.deep.equal([]);
        expect(new Set(said)).to.deep.equal(new Set(['not-allowed']));
        expect(day.session.interactions.map(({ id }) => id)).to.deep.equal(['call-1']);
    });
});
