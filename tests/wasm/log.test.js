import { expect } from 'chai';
import { PatchbayError, load } from '#patchbay';
import { Clock } from '../../wasm/js/testing/clock.js';
import { ID, brief, memory } from './helpers.js';
import { Clock as StandingClock } from './standingClock.js';

const TASK = '00T5g00000LqT4rEAF';
const NADIA = { id: '0035g00000LqT4rAAF', objectApiName: 'Contact', name: 'Nadia Lindgren' };
const THEO = { id: '0035g00000LqT5aAAF', objectApiName: 'Contact', name: 'Theo Okafor' };
const CASE = { id: '5005g00000RvW2qAAF', objectApiName: 'Case', name: '00001026' };
const START = '2015-08-10T08:55:17Z';

const event = (category, facts) => ({
    type: 'Interaction',
    category,
    data: { id: ID, direction: 'Inbound', state: 'CONNECTED', startTime: START, ...facts }
});

/** A saver whose answers the test gives. */
function desk() {
    const calls = [];
    const save = (request) =>
        new Promise((resolve, reject) => {
            calls.push({ request, resolve, reject });
        });
    return { save, calls };
}

/** What has been promised has been told. */
const told = () => new Promise((resolve) => setTimeout(resolve));

describe('an interaction log', () => {
    let patchbay;
    const open = [];
    before(async () => {
        patchbay = await load();
    });
    afterEach(() => Promise.all(open.splice(0).map((session) => session.close())));

    function start(options, clock) {
        const session = patchbay.session({ storage: null, timeZone: 'UTC', locale: 'en-US', ...options }, clock);
        open.push(session);
        return session;
    }

    function connected(options) {
        const session = start(options);
        session.receive(event('connect'));
        return session;
    }

    it('says once, and for as long as the session lasts, that the package keeps it too', async () => {
        const told = [];
        const session = start({
            save: () => Promise.resolve(TASK),
            onChange: ({ problems }) => told.push(...problems.map(({ code }) => code))
        });
        const foreign = { callLogId: '00T5g00000XyZ12EAF' };
        session.receive(event('connect', foreign));
        session.receive(event('change', { ...foreign, name: 'Nadia' }));
        expect(told).to.deep.equal(['kept-twice']);
        expect(session.problems.map(({ code, path }) => ({ code, path }))).to.deep.equal([
            { code: 'kept-twice', path: '/logKeeper' }
        ]);
        const other = start({ save: () => Promise.resolve(TASK), logKeeper: 'package' });
        other.receive(event('connect', foreign));
        expect(other.problems).to.deep.equal([]);
    });

    describe('subject', () => {
        for (const [locale, subject] of [
            ['en-US', 'Call 8/10/2015, 8:55:17 AM'],
            ['en-GB', 'Call 10/08/2015, 08:55:17'],
            ['de-DE', 'Call 10.8.2015, 08:55:17'],
            ['ja-JP', 'Call 2015/8/10 8:55:17'],
            ['ar-EG', null],
            ['he-IL', null],
            ['fa-IR', null],
            ['th-TH', null],
            ['hi-IN-u-nu-deva', null],
            ['zh-CN', null]
        ]) {
            it(`is written as people who use ${locale} write it`, () => {
                const session = connected({ locale });
                const written = new Date(START).toLocaleString(locale, { timeZone: 'UTC' }).replace(/\u202f/g, ' ');
                expect(session.log(ID).subject).to.equal(subject ?? `Call ${written}`);
            });
        }

        it('is in the time zone of the agent', () => {
            expect(connected({ timeZone: 'Australia/Perth' }).log(ID).subject).to.equal('Call 8/10/2015, 4:55:17 PM');
        });

        it('is not held up by a locale that pretends to be a long list', () => {
            expect(brief(connected({ locale: { length: 2 ** 32 } }).problems)).to.deep.equal([
                ['warning', '/locale', 'unknown-value']
            ]);
        });

        it('falls back to the settings of the browser, and says so', () => {
            const session = connected({ locale: 'no locale', timeZone: 'Mars/Olympus' });
            expect(brief(session.problems)).to.deep.equal([
                ['warning', '/locale', 'unknown-value'],
                ['warning', '/timeZone', 'unknown-value']
            ]);
            const written = new Date(START).toLocaleString().replace(/\u202f/g, ' ');
            expect(session.log(ID).subject).to.equal(`Call ${written}`);
        });
    });

    describe('lists', () => {
        it('come as what joined, and whole when they are asked for', () => {
            const changes = [];
            const session = connected({ onChange: (change) => changes.push(change) });
            changes.length = 0;
            const change = session.visit(NADIA);
            const entry = { ...NADIA, reason: 'visited', rank: 1, selected: false };
            expect(change.lists).to.deep.equal([
                { id: ID, list: 'name', added: [entry], selected: null, proposed: NADIA.id }
            ]);
            expect(session.log(ID).proposed).to.deep.equal({ name: entry, relatedTo: null });
            expect(changes).to.deep.equal([change]);
            session.visit(CASE);
            session.selectRecord(ID, 'name', NADIA.id.slice(0, 15));
            const log = session.log(ID);
            const [name, relatedTo] = [NADIA, CASE].map((record) => ({ ...record, reason: 'visited' }));
            expect(log.name).to.deep.equal([{ ...name, rank: 1, selected: true }]);
            expect(log.relatedTo).to.deep.equal([{ ...relatedTo, rank: 1, selected: false }]);
            expect(log.chosen).to.deep.equal({ name: { ...name, selected: true }, relatedTo: null });
            expect(log.proposed).to.deep.equal({ name: null, relatedTo: log.relatedTo[0] });
            expect(log.counts).to.deep.equal({ name: 1, relatedTo: 1 });
            expect(log.values.WhoId).to.equal(NADIA.id);
            expect(log.name).to.equal(session.log(ID).name);
            expect([log, log.name, log.name[0], log.values, log.chosen].every(Object.isFrozen)).to.equal(true);
        });

        it('count what joined, and show a record by its new name', () => {
            const session = connected();
            session.visit(NADIA);
            const before = session.log(ID);
            session.visit(THEO);
            expect(session.log(ID).counts).to.deep.equal({ name: 2, relatedTo: 0 });
            expect(before.counts).to.deep.equal({ name: 1, relatedTo: 0 });
            expect(session.logs).to.deep.equal([session.log(ID)]);
            session.selectRecord(ID, 'name', NADIA.id);
            expect(session.visit({ ...NADIA, name: 'Nadia Berg' }).logs).to.deep.equal([ID]);
            const { chosen, name } = session.log(ID);
            expect(chosen.name).to.deep.equal({ ...NADIA, name: 'Nadia Berg', reason: 'visited', selected: true });
            expect(name.map((entry) => entry.name)).to.deep.equal(['Nadia Berg', 'Theo Okafor']);
        });

        it('take what popped', () => {
            const session = connected();
            session.associate(ID, [NADIA, THEO, CASE]);
            const { chosen, name } = session.log(ID);
            expect([chosen.name, chosen.relatedTo?.id]).to.deep.equal([null, CASE.id]);
            expect(name.map(({ id }) => id)).to.deep.equal([NADIA.id, THEO.id]);
        });

        for (const [name, ask, problem] of [
            ['a record that is none', (session) => session.visit(null), ['error', '', 'type']],
            [
                'a record without an ID',
                (session) => session.visit({ ...NADIA, id: undefined }),
                ['error', '/id', 'required']
            ],
            [
                'a wrong checksum',
                (session) => session.visit({ ...NADIA, id: '0035g00000LqT4rAAA' }),
                ['error', '/id', 'checksum']
            ],
            ['no list of records', (session) => session.associate(ID, NADIA), ['error', '', 'type']],
            ['an interaction nobody knows', (session) => session.openLog('nobody'), ['error', '/id', 'unknown-value']],
            ['no interaction', (session) => session.updateFields(undefined, {}), ['error', '/id', 'type']],
            [
                'a list nobody knows',
                (session) => session.selectRecord(ID, 'who', null),
                ['error', '/list', 'unknown-value']
            ],
            ['an ID that is no text', (session) => session.selectRecord(ID, 'name', 5), ['error', '/recordId', 'type']],
            ['values that are none', (session) => session.updateFields(ID, 'text'), ['error', '', 'type']],
            [
                'values that nobody can read',
                (session) => session.updateFields(ID, { a: 1n }),
                ['error', '', 'not-serialisable']
            ],
            [
                'a field of the client',
                (session) => session.updateFields(ID, { WhoId: NADIA.id }),
                ['error', '/WhoId', 'not-allowed']
            ],
            [
                'half of a pair',
                (session) => session.updateFields(ID, { Description: 'a\ud800' }),
                ['warning', '', 'lone-surrogate']
            ]
        ]) {
            it(`tell of ${name}`, () => {
                expect(brief(ask(connected()).problems)).to.deep.equal([problem]);
            });
        }
    });

    describe('saving', () => {
        it('asks once for what changed, and knows the record afterwards', async () => {
            const { save, calls } = desk();
            const session = connected({ save });
            expect(session.log(ID).saveState).to.equal('pending');
            expect(session.openLog(ID).saves).to.equal(1);
            expect(session.log(ID).saveState).to.equal('saving');
            const [{ request, resolve }] = calls;
            expect(request.eventName).to.equal('openCallLog');
            expect(request.interaction).to.include({ id: ID, isConnected: true, isDisconnected: false, isDone: false });
            const { ActivityDate, ...callLog } = request.callLog;
            expect(ActivityDate).to.match(/^\d{4}-\d{2}-\d{2}$/);
            expect(callLog).to.deep.equal({
                CallObject: ID,
                CallType: 'Inbound',
                Subject: 'Call 8/10/2015, 8:55:17 AM',
                TaskSubtype: 'Call',
                Type: 'Call'
            });
            expect(session.pending).to.deep.equal([{ kind: 'log', ...request }]);
            resolve(TASK);
            await told();
            expect([session.log(ID).saveState, session.log(ID).recordId]).to.deep.equal(['saved', TASK]);
            expect(session.pending).to.deep.equal([]);
            session.updateFields(ID, { Description: 'Roof' });
            expect(session.openLog(ID).saves).to.equal(1);
            expect(calls[1].request.callLog).to.deep.equal({ Id: TASK, Description: 'Roof' });
            calls[1].resolve({ id: TASK, dropped: [{ field: 'Description', reason: 'You may not edit it.' }] });
            await told();
            expect(session.log(ID).problems.map(({ message }) => message)).to.deep.equal([
                'Description was not stored: You may not edit it.'
            ]);
        });

        it('gathers changes by itself and saves when it is quiet', async () => {
            const { save, calls } = desk();
            const session = connected({ save });
            session.updateFields(ID, { Description: 'a' });
            session.updateFields(ID, { Description: 'b' });
            while (calls.length === 0) {
                await told();
            }
            expect([calls.length, calls[0].request.callLog.Description]).to.deep.equal([1, 'b']);
            calls[0].resolve(TASK);
        });

        for (const [name, answer, words] of [
            ['an error', () => Promise.reject(new Error('offline')), 'The save failed: offline'],
            [
                'an error of Apex',
                () => Promise.reject({ body: { message: 'no access' } }),
                'The save failed: no access'
            ],
            ['a text', () => Promise.reject('just words'), 'The save failed: just words'],
            ['nothing at all', () => Promise.reject(undefined), 'The save failed and did not say why.'],
            [
                'an error at once',
                () => {
                    throw new TypeError('no wire');
                },
                'The save failed: no wire'
            ],
            ['null', () => null, "The save answered nothing; it has to answer the record's ID, or an empty text."],
            [
                'undefined',
                () => Promise.resolve(),
                "The save answered nothing; it has to answer the record's ID, or an empty text."
            ],
            ['a number', () => 5n, "The save answered nothing; it has to answer the record's ID, or an empty text."],
            ['the ID of a contact', () => NADIA.id, 'The save answered with the ID of a record of another object.']
        ]) {
            it(`counts ${name} as not saved, and says why`, async () => {
                const session = connected({ save: answer });
                session.openLog(ID);
                await told();
                const { saveState, failures, problems } = session.log(ID);
                expect([saveState, failures, problems[0].message]).to.deep.equal(['failing', 1, words]);
            });
        }

        it('takes an empty text for a save that is declined, and offers all of it at the next trigger', async () => {
            const requests = [];
            const session = connected({ save: (request) => (requests.push(request), requests.length > 1 ? TASK : '') });
            session.openLog(ID);
            await told();
            const { saveState, failures, problems } = session.log(ID);
            expect([saveState, failures, problems, session.pending]).to.deep.equal(['pending', 0, [], []]);
            session.edit(ID, { Description: 'Roof' });
            session.openLog(ID);
            await told();
            expect(requests[1].callLog).to.deep.equal({ ...requests[0].callLog, Description: 'Roof' });
            expect(session.log(ID).saveState).to.equal('saved');
        });

        it('takes an ID that does not come in a promise', async () => {
            const session = connected({ save: () => TASK.slice(0, 15) });
            session.openLog(ID);
            await told();
            expect(session.log(ID).recordId).to.equal(TASK);
        });

        it('flushes, and says what could not be saved', async () => {
            let works = false;
            const session = connected({ save: () => (works ? TASK : null) });
            const error = await session.saveNow().catch((thrown) => thrown);
            expect(error).to.be.instanceOf(PatchbayError);
            expect(brief(error.problems)).to.deep.equal([['error', `/${ID}`, 'not-saved']]);
            works = true;
            await session.saveNow();
            expect([session.log(ID).saveState, session.pending.length]).to.deep.equal(['saved', 0]);
            await session.saveNow();
        });

        it('flushes what is beside the log, and says so too', async () => {
            const engagement = { apiVersion: 62, save: () => Promise.reject(new Error('offline')) };
            const session = connected({ save: () => TASK, engagement });
            const error = await session.saveNow().catch((thrown) => thrown);
            expect(brief(error.problems)).to.deep.equal([['error', `/${ID}`, 'not-saved']]);
            const [{ kind, operation }] = session.pending;
            expect([session.pending.length, kind, operation]).to.deep.equal([1, 'engagement', 'create']);
        });

        describe('that never answers', () => {
            const SAVE_TIMEOUT = 60_000;
            const CLOSE_TIMEOUT = 3000;

            /** A session whose saves hang, asked to save now. `outcome()` is how that has ended so far. */
            async function hanging() {
                const clock = new StandingClock();
                const session = patchbay.session({ storage: null, save: () => new Promise(() => {}) }, clock);
                session.receive(event('connect'));
                let outcome = 'waiting';
                session.saveNow().then(
                    () => (outcome = 'resolved'),
                    (error) => (outcome = error)
                );
                await clock.pass(0);
                expect(session.log(ID).saveState).to.equal('saving');
                return { clock, session, outcome: () => outcome };
            }

            it('counts as failed after its time, and whoever flushes is told', async () => {
                const { clock, session, outcome } = await hanging();
                await clock.pass(SAVE_TIMEOUT - 1);
                expect(outcome()).to.equal('waiting');
                await clock.pass(1);
                await clock.pass(0);
                expect(brief(outcome().problems)).to.deep.equal([['error', `/${ID}`, 'not-saved']]);
                const closed = session.close();
                await clock.pass(CLOSE_TIMEOUT);
                await closed;
            });

            it('keeps nobody waiting who flushes when the session is closed', async () => {
                const { clock, session, outcome } = await hanging();
                const closed = session.close();
                await clock.pass(CLOSE_TIMEOUT - 1);
                expect(outcome()).to.equal('waiting');
                await clock.pass(1);
                await closed;
                await clock.pass(0);
                expect(outcome()).to.equal('resolved');
            });
        });

        it('says that save is no function, and works without', () => {
            const session = connected({ save: 'Apex' });
            expect(brief(session.problems)).to.deep.equal([['error', '/save', 'type']]);
            session.openLog(ID);
            expect([session.log(ID).saveState, session.pending]).to.deep.equal(['none', []]);
        });

        it('sends what is left at once when the page goes', function () {
            if (typeof globalThis.dispatchEvent !== 'function') {
                this.skip();
            }
            const { save, calls } = desk();
            connected({ save });
            expect(calls).to.deep.equal([]);
            globalThis.dispatchEvent(new Event('pagehide'));
            expect(calls.map(({ request }) => request.eventName)).to.deep.equal(['appDisconnected']);
            calls[0].resolve(TASK);
        });

        it('sends what is left when it is closed, and waits for the answer', async () => {
            const { save, calls } = desk();
            const session = connected({ save });
            const closed = session.close();
            expect(calls.map(({ request }) => request.eventName)).to.deep.equal(['appDisconnected']);
            calls[0].resolve(TASK);
            await closed;
            expect([session.logs, session.pending, session.log(ID)]).to.deep.equal([[], [], null]);
            expect(session.updateFields(ID, { Description: 'late' }).logs).to.deep.equal([]);
        });

        it('is not confused by an answer that comes to the next session', async () => {
            const { save, calls } = desk();
            const first = connected({ save });
            first.openLog(ID);
            await first.close();
            const second = connected({ save });
            second.openLog(ID);
            calls[0].resolve('00T5g00000LqT5aEAF');
            await told();
            expect(second.log(ID).saveState).to.equal('saving');
            calls[1].resolve(TASK);
            await told();
            expect(second.log(ID).recordId).to.equal(TASK);
        }).timeout(10_000);
    });

    it('is filled from attributes, as far as their fields take them', () => {
        const field = { dataType: 'String', length: 3, createable: true, updateable: true };
        const session = connected({
            fields: { 'Call.QueueName': 'Queue__c', 'Call.Ani': 'Ani__c', 'Call.Any': 'Any__c' },
            transcripts: 'cut'
        });
        expect(brief(session.problems)).to.deep.equal([['error', '/fields/Call.Any', 'unknown-value']]);
        session.receive(event('change', { queueName: 'Billing', ani: '+61' }));
        expect(session.log(ID).values).to.include({ Queue__c: 'Billing', Ani__c: '+61' });
        session.setObjectInfo({
            objectInfo: { fields: { Queue__c: field, Ani__c: field, CallObject: { ...field, length: 255 } } }
        });
        expect(session.log(ID).values).to.not.have.property('Queue__c');
        expect(brief(session.log(ID).problems)).to.deep.include(['warning', '/Queue__c', 'not-stored']);
    });

    it('has an EngagementInteraction record beside it, made and changed by another function', async () => {
        const stored = [];
        const save = async (request) => {
            stored.push(request);
            return '0mE5g00000LqT4rEAF';
        };
        const session = connected({ save: () => TASK, engagement: { apiVersion: 'v62.0', save } });
        await session.saveNow();
        session.receive(event('disconnect', { isDisconnected: true, endTime: '2015-08-10T09:00:00Z' }));
        await session.saveNow();
        expect(stored.map(({ operation, record }) => [operation, record.Status])).to.deep.equal([
            ['create', 'In Progress'],
            ['update', 'Completed']
        ]);
        expect(stored[1].record).to.include({ Id: '0mE5g00000LqT4rEAF', EndDateTime: '2015-08-10T09:00:00.000Z' });
        expect(session.log(ID).engagement).to.include({ saveState: 'saved', mappedState: 'Completed' });
        expect(session.log(ID).saveState).to.equal('saved');
    });

    it('can be asked for an EngagementInteraction record of any interaction', () => {
        const { interactions } = connected();
        const built = patchbay.engagement('create', interactions[0], { apiVersion: 62 });
        expect(built.record).to.deep.equal({
            CommunicationChannel: 'Voice Call',
            ExternalIdentifier: ID,
            StartDateTime: '2015-08-10T08:55:17.000Z',
            Status: 'In Progress',
            Type: 'Inbound'
        });
        expect([built.problems, built.mappedState, Object.isFrozen(built.record)]).to.deep.equal([
            [],
            'InProgress',
            true
        ]);
        for (const [given, path] of [
            [['create', 5n, { apiVersion: 62 }], '/interaction'],
            [['create', interactions[0], undefined], '/options/apiVersion'],
            [['drop', interactions[0], { apiVersion: 62 }], '/operation']
        ]) {
            expect(patchbay.engagement(...given).problems[0].path).to.equal(path);
        }
    });

    it('goes on after a reload with what was not saved', async () => {
        const storage = memory();
        const before = connected({ storage, save: () => null });
        before.associate(ID, [NADIA]);
        before.edit(ID, { Description: 'Roof' });
        before.openLog(ID);
        await told();
        const { values, name } = before.log(ID);
        await before.close();
        const { save, calls } = desk();
        const clock = new Clock(Date.now());
        const after = start({ storage, save }, clock);
        expect(after.log(ID).values).to.deep.equal(values);
        expect(after.log(ID).name).to.deep.equal(name);
        const flushed = after.flush();
        // Other pages are given the time to see that this one has the log now.
        expect(calls).to.deep.equal([]);
        clock.next(Infinity);
        expect(calls[0].request.callLog).to.include({ Description: 'Roof', WhoId: NADIA.id });
        calls[0].resolve(TASK);
        await flushed;
        expect(after.logs.map(({ id, saveState }) => [id, saveState])).to.deep.equal([[ID, 'saved']]);
    });
});
