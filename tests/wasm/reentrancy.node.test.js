/*
 * Every function of a session, called inside every function of the page's that a session calls: it is carried out, in its turn, or
 * refused with a problem. Nothing else comes of it.
 */
import { expect } from 'chai';
import { PatchbayError, load } from '#patchbay';
import { memory } from './helpers.js';
import { tried } from './reliability.js';
import { Clock } from './standingClock.js';

const ID = 'call-1';
const TASK = '00T000000000001EAA';
const CALL = {
    type: 'Interaction',
    category: 'add',
    data: { id: ID, state: 'CONNECTED', direction: 'Inbound', phone: '+61491570156', startTime: '2026-01-05T08:59:00Z' }
};
const STATUS = { type: 'UserAction', category: 'status', data: { status: 'MEAL' } };
const TARGET = { kind: 'queueId', value: 'b92d7c05-1e8f-4a3b-8c74-e6f0a9d1b502', label: 'Claims' };
const CONTACT = { id: '0035g00000LqT4rAAF', objectApiName: 'Contact', name: 'Nadia Lindgren' };

const METHODS = {
    receive: ({ session }) => session.receive(STATUS),
    select: ({ session }) => session.select(null),
    visit: ({ session }) => session.visit(CONTACT),
    leave: ({ session }) => session.leave(),
    associate: ({ session }) => session.associate(ID, [CONTACT]),
    associateNumber: ({ session }) => session.associate({ number: '+1 317 555 0123' }, [CONTACT]),
    selectRecord: ({ session }) => session.selectRecord(ID, 'name', null),
    updateFields: ({ session }) => session.updateFields(ID, { Description: 'Roof' }),
    setObjectInfo: ({ session }) => session.setObjectInfo({ taskStatuses: [] }),
    openLog: ({ session }) => session.openLog(ID),
    can: ({ session }) => session.can('unknown'),
    canKnown: ({ session }) => session.can(ID),
    updateState: ({ session }) => session.updateState('hold', ID),
    hold: ({ session }) => session.hold(ID),
    blindTransfer: ({ session }) => session.blindTransfer(ID, { address: 'a b' }),
    handOver: ({ session }) => session.handOver(ID),
    timeline: ({ session }) => session.timeline(ID),
    summary: ({ session }) => session.summary(ID),
    addSummary: ({ session }) => session.addSummary(ID, 'Answered.'),
    findTargets: ({ session }) => session.findTargets({ text: 'claims' }),
    setFavourite: ({ session }) => session.setFavourite(TARGET, true),
    subscribeCategories: ({ session }) => session.subscribe(['chatUpdate']),
    subscribeListener: ({ session }) => session.subscribe(() => {}),
    pending: ({ session }) => session.pending,
    interactions: ({ session }) => session.interactions,
    logs: ({ session }) => session.logs.map(({ name }) => name),
    saveNow: ({ session }) => session.saveNow(),
    close: ({ session }) => session.close(),
    another: ({ patchbay }) => patchbay.session({ storage: null }).close(),
    builder: ({ patchbay }) => patchbay.blindTransfer(ID, { address: 'ä b' }),
    validate: ({ patchbay }) => patchbay.validate({ type: 'nothing' }),
    settings: ({ patchbay }) => patchbay.settings([{ groupName: 'Claims' }]).classify('Claims', 'ON_QUEUE'),
    engagement: ({ patchbay }) => patchbay.engagement('create', { id: ID }, { apiVersion: '62.0' }),
    preflight: ({ patchbay }) => patchbay.preflight({})
};

const STORAGE = ['getItem', 'setItem', 'removeItem'];
const PLACES = [
    'onChange',
    'subscriber',
    'save',
    'saveEngagement',
    'publish',
    ...STORAGE,
    'getter',
    'toJSON',
    'answer',
    'option'
];

/** A session that calls `inside(place)` in each function of the page's. */
function openPage(patchbay, inside) {
    const page = { patchbay, session: null, codes: [], clock: new Clock() };
    const told = memory();
    const storage = Object.fromEntries(
        STORAGE.map((name) => [
            name,
            (...args) => {
                inside(name);
                return told[name](...args);
            }
        ])
    );
    const saved = (place) => () => {
        inside(place);
        return Promise.resolve({
            get id() {
                inside('answer');
                return place === 'save' ? TASK : 'a00000000000001';
            }
        });
    };
    const options = {
        storage,
        locale: 'en-US',
        timeZone: 'UTC',
        save: saved('save'),
        engagement: { apiVersion: '62.0', save: saved('saveEngagement') },
        publish: () => inside('publish'),
        onChange: ({ problems }) => {
            page.codes.push(...problems.map(({ code }) => code));
            inside('onChange');
        },
        get region() {
            inside('option');
            return undefined;
        }
    };
    page.session = patchbay.session(options, page.clock);
    page.session.subscribe(() => inside('subscriber'));
    page.session.subscribe(['chatUpdate']);
    return page;
}

/** A day that calls every function of the page's. */
async function day(page, inside) {
    const { session, clock } = page;
    session.receive({ type: 'InitialSetup' });
    session.receive(CALL);
    session.receive({
        ...CALL,
        get category() {
            inside('getter');
            return 'change';
        },
        data: { ...CALL.data, toJSON: () => (inside('toJSON'), { ...CALL.data, state: 'HELD' }) }
    });
    session.visit(CONTACT);
    session.openLog(ID);
    await clock.pass(20_000);
    session.receive({ ...CALL, category: 'deallocate' });
    await clock.pass(20_000);
    await Promise.all([session.close(), clock.pass(10_000)]);
}

describe('a function of a session, called inside a function of the page', () => {
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    for (const place of PLACES) {
        it(`inside ${place}`, async () => {
            let cases = 0;
            for (const [name, method] of Object.entries(METHODS)) {
                const about = `${name} inside ${place}`;
                let page = null;
                let calls = 0;
                const outcomes = [];
                const inside = (where) => {
                    // While the session is being opened there is none to call.
                    if (where !== place || !page?.session || calls >= 3) {
                        return;
                    }
                    calls += 1;
                    try {
                        outcomes.push({ result: method(page) });
                    } catch (error) {
                        outcomes.push({ error });
                    }
                };
                page = openPage(patchbay, inside);
                await day(page, inside);
                if (place !== 'option') {
                    expect(calls, about).to.be.greaterThan(0);
                }
                for (const { result, error } of outcomes) {
                    if (error) {
                        expect(error, `${about}: ${error.stack}`).to.be.instanceof(PatchbayError);
                        expect(
                            error.problems.map(({ code }) => code),
                            about
                        ).to.deep.equal(['not-allowed']);
                    } else if (typeof result?.then === 'function') {
                        const settled = await Promise.race([
                            result.then(
                                () => 'settled',
                                (reason) => (reason instanceof PatchbayError ? 'settled' : String(reason))
                            ),
                            page.clock.pass(10_000).then(() => 'hangs')
                        ]);
                        expect(settled, about).to.equal('settled');
                    }
                }
                expect(page.codes, about).not.to.include.members(['module-restarted']);
                expect(page.codes, about).not.to.include.members(['call-failed']);
                cases += 1;
            }
            tried(`functions inside functions, ${place}`, cases);
        });
    }

    it('is refused with a problem inside the storage, and changes nothing', async () => {
        const changes = [];
        let page = null;
        let depth = 0;
        page = openPage(patchbay, (where) => {
            if (STORAGE.includes(where) && page?.session && depth === 0 && changes.length < 2) {
                depth += 1;
                changes.push(page.session.receive(STATUS));
                depth -= 1;
            }
        });
        page.session.receive(CALL);
        expect(changes).to.have.length.greaterThan(0);
        changes.forEach((change) => {
            expect(change.problems.map(({ code }) => code)).to.deep.equal(['not-allowed']);
            expect(change.agent).to.equal(false);
        });
        expect(page.session.agent.status).to.equal(null);
        expect(page.session.interaction(ID)?.phase).to.equal('connected');
        await page.session.close();
    });

    it('is refused with a problem while the storage is asked for transfer targets', async () => {
        const changes = [];
        let page = null;
        page = openPage(patchbay, () => {
            if (page?.isAsking) {
                page.isAsking = false;
                changes.push(page.session.receive(STATUS));
            }
        });
        for (const ask of [
            () => page.session.findTargets({ text: 'claims', configured: [TARGET] }).targets,
            () => page.session.setFavourite(TARGET, true)
        ]) {
            page.isAsking = true;
            ask();
            expect(page.isAsking, 'the storage was asked').to.equal(false);
        }
        expect(changes.map(({ problems }) => problems.map(({ code }) => code))).to.deep.equal([
            ['not-allowed'],
            ['not-allowed']
        ]);
        expect(page.session.findTargets({ text: 'claims' }).targets).to.have.length(1);
        await page.session.close();
    });

    it('is told to every subscriber after the change that it was called for', async () => {
        const told = [[], []];
        const session = patchbay.session({
            storage: null,
            onChange: (change) => {
                told[0].push([change.interactions.length, change.agent]);
                if (change.interactions.length > 0) {
                    session.receive(STATUS);
                    expect(session.agent.status).to.equal('MEAL');
                }
            }
        });
        session.subscribe((change) => told[1].push([change.interactions.length, change.agent]));
        session.receive(CALL);
        const inOrder = [
            [1, false],
            [0, true]
        ];
        expect(told).to.deep.equal([inOrder, inOrder]);
        await session.close();
    });

    it('that changes the session after each change comes to an end, with a problem', async () => {
        let count = 0;
        const refused = [];
        const session = patchbay.session({
            storage: null,
            onChange: () => {
                count += 1;
                const { problems } = session.receive({ ...STATUS, data: { status: `status ${count}` } });
                refused.push(...problems.map(({ code }) => code));
            }
        });
        session.receive(CALL);
        expect(count).to.be.within(50, 200);
        expect(refused.at(-1)).to.equal('not-allowed');
        const before = count;
        session.receive({ ...STATUS, data: { status: 'later' } });
        expect(count, 'the next call is a turn of its own').to.be.greaterThan(before);
        await session.close();
    });
});
