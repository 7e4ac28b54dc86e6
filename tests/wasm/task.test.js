/* The activity as a logged call, through the facade: the day in the agent's time zone, and the statuses of the organisation. */
import { expect } from 'chai';
import { load } from '#patchbay';
import { ID, brief } from './helpers.js';

const TASK = '00T5g00000LqT4rEAF';
const STATUSES = [
    { name: 'Offen', isClosed: false },
    { name: 'Erledigt', isClosed: true }
];

const event = (state, more) => ({
    type: 'Interaction',
    category: 'change',
    data: { id: ID, direction: 'Inbound', state, connectedTime: '2026-04-08T23:30:00Z', ...more }
});

describe('a logged call', () => {
    let patchbay;
    const open = [];
    before(async () => {
        patchbay = await load();
    });
    afterEach(() => Promise.all(open.splice(0).map((session) => session.close())));

    function connected(options) {
        const session = patchbay.session({ storage: null, timeZone: 'UTC', locale: 'en-US', ...options });
        open.push(session);
        session.receive(event('CONNECTED'));
        return session;
    }
    const valuesOf = (session) => session.log(ID).values;

    for (const [timeZone, locale, day] of [
        ['UTC', 'en-US', '2026-04-08'],
        ['Europe/Berlin', 'de-DE', '2026-04-09'],
        ['America/Los_Angeles', 'en-US', '2026-04-08'],
        ['Pacific/Kiritimati', 'en-US', '2026-04-09'],
        // Calendars and digits of the locale are for people.
        ['Asia/Bangkok', 'th-TH', '2026-04-09'],
        ['Asia/Riyadh', 'ar-SA', '2026-04-09'],
        ['Asia/Tehran', 'fa-IR', '2026-04-09']
    ]) {
        it(`is of the day that it was in ${timeZone}, also for people who use ${locale}`, () => {
            expect(valuesOf(connected({ timeZone, locale })).ActivityDate).to.equal(day);
        });
    }

    it('gets its closed status once the statuses are known', async () => {
        const saves = [];
        const session = connected({
            save: (request) => (saves.push(request.callLog), TASK),
            task: { openStatus: 'Offen' }
        });
        session.receive(event('DISCONNECTED', { isDisconnected: true }));
        await session.saveNow();
        expect(saves.at(-1)).not.to.have.property('Status');
        session.setObjectInfo({ taskStatuses: STATUSES });
        await session.saveNow();
        expect(saves.at(-1)).to.deep.equal({ Id: TASK, Status: 'Erledigt' });
        expect(saves.filter(({ TaskSubtype }) => TaskSubtype)).to.have.length(1);
    });

    it('has the status and the fixed values that the organisation chose', () => {
        const session = connected({
            taskStatuses: STATUSES,
            task: {
                openStatus: 'Offen',
                closeWhen: 'wrappedUp',
                values: [{ field: 'Priority', value: 'Low', types: ['call'] }]
            }
        });
        expect(valuesOf(session)).to.include({ Status: 'Offen', Priority: 'Low', TaskSubtype: 'Call' });
        session.receive(event('DISCONNECTED', { isDisconnected: true }));
        expect(valuesOf(session).Status).to.equal('Offen');
        session.receive(event('DISCONNECTED', { isDone: true }));
        expect(valuesOf(session).Status).to.equal('Erledigt');
    });

    it('tells wrong choices by where they stand, and works without them', () => {
        const session = connected({ task: { closeWhen: 'never', values: [{ field: 'Status', value: 'Completed' }] } });
        expect(brief(session.problems)).to.deep.equal([
            ['warning', '/task/closeWhen', 'unknown-value'],
            ['error', '/task/values/0/field', 'not-allowed']
        ]);
        expect(brief(session.setObjectInfo({ taskStatuses: STATUSES.slice(0, 1) }).problems)).to.deep.include([
            'error',
            '/taskStatuses',
            'required'
        ]);
        expect(valuesOf(session).TaskSubtype).to.equal('Call');
    });
});
