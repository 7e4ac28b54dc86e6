/*
 * A tab that is asleep for an hour in the middle of everything, and a clock that somebody sets: what was not saved goes out once,
 * and nothing is counted by a clock that jumps. Asleep is a lid that is closed and opened: no timer fires, then each that is due
 * does so once.
 */
import { expect } from 'chai';
import { tried } from '../wasm/reliability.js';
import { startPages } from './suite.js';
import { Records, Tab, ended, told } from './tab.js';

const CALL = 'call-1';
const NEXT = 'call-2';
const NOTES = 'Asks about the renewal.';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SAVED = 12_000;

/** Long enough for every attempt that may still come. */
const LONG = 20 * 60_000;

const SHIFTS = {
    'not at all': 0,
    'back by a day': -DAY,
    'on by a day': DAY,
    'back by an hour': -HOUR,
    'on by a year': 365 * DAY
};

describe('time', () => {
    let pages;
    let records;
    let tab;
    before(async () => {
        pages = await startPages();
    });
    beforeEach(async () => {
        records = new Records();
        tab = await Tab.open(pages, { records });
    });
    afterEach(async () => {
        expect(tab.page.errors).to.deep.equal([]);
        await tab.page.close();
    });
    after(() => pages?.stop());

    /** A call whose record is there already, with comments that are not saved yet. */
    async function callWithUnsavedNotes() {
        await tab.hear(told(CALL, 'ALERTING'), told(CALL, 'CONNECTED'));
        await tab.pass(SAVED);
        expect(records.all.get(CALL)).to.include({ Type: 'Call' });
        records.saves = [];
        await tab.edit(CALL, NOTES);
    }

    /** Saved by so many saves; nothing follows them, however long one waits. */
    async function savedBy(count, description = NOTES) {
        await tab.pass(LONG, 10_000);
        expect(records.saves.map(({ callLog }) => callLog.Description)).to.deep.equal(Array(count).fill(description));
        expect([...records.all.values()].map(({ Description }) => Description)).to.deep.equal([description]);
        const [{ pending, saves, problems }] = await tab.standing();
        expect([pending, saves, problems]).to.deep.equal([0, { [CALL]: 'saved' }, []]);
    }

    it('asleep before a save was sent: it is sent on waking, once', async () => {
        await callWithUnsavedNotes();
        await tab.sleep(HOUR);
        expect(records.saves).to.have.length(1);
        await savedBy(1);
    });

    it('asleep while saving fails: tried again on waking, and once it succeeds no more', async () => {
        records.online = false;
        await tab.hear(told(CALL, 'CONNECTED'));
        await tab.edit(CALL, NOTES);
        await tab.pass(SAVED);
        records.online = true;
        records.saves = [];
        await tab.sleep(HOUR);
        expect(records.saves).to.have.length(1);
        await savedBy(1);
    });

    it('asleep, and no network on waking: tried until there is one, then no more', async () => {
        await callWithUnsavedNotes();
        records.online = false;
        await tab.sleep(HOUR);
        expect(records.saves).to.have.length(1);
        await tab.pass(60_000);
        const attempts = records.saves.length;
        expect(attempts).to.be.within(2, 12);
        records.online = true;
        await savedBy(attempts + 1);
    });

    it('asleep while a save is on its way, answered meanwhile: one record, with what was written', async () => {
        await callWithUnsavedNotes();
        let answer;
        records.gate = new Promise((resolve) => {
            answer = resolve;
        });
        await tab.page.clock.runFor(SAVED);
        expect(records.saves).to.have.length(1);
        await tab.page.clock.fastForward(HOUR);
        answer();
        await tab.settle();
        await tab.pass(LONG, 10_000);
        // The hour was long enough for it to count as failed, so it may be sent once more, to the same record.
        expect(records.saves.length).to.be.within(1, 2);
        expect(records.saves.every(({ callLog }) => callLog.Id && callLog.Description === NOTES)).to.equal(true);
        expect(records.all.get(CALL).Description).to.equal(NOTES);
        expect((await tab.standing())[0]).to.include({ pending: 0 });
    });

    it('asleep in a call that ends meanwhile: its end is saved on waking, and the next call begins', async () => {
        await callWithUnsavedNotes();
        await tab.sleep(HOUR);
        await tab.hear(...ended(CALL), told(NEXT, 'ALERTING'), told(NEXT, 'CONNECTED'));
        await tab.pass(LONG, 10_000);
        const [{ phases, pending }] = await tab.standing();
        expect([phases, pending]).to.deep.equal([{ [NEXT]: 'connected' }, 0]);
        expect([...records.all.keys()]).to.deep.equal([CALL, NEXT]);
        expect(records.saves.filter(({ callLog }) => callLog.Description)).to.have.length(1);
    });

    /** A call with comments and its end, and the beginning of the next; the clock is set between any two of its steps. */
    async function play(shift) {
        const day = new Records();
        const page = await Tab.open(pages, { records: day });
        const start = Date.parse('2026-04-09T10:00:00Z');
        const times = { startTime: '2026-04-09T10:00:01.000Z', connectedTime: '2026-04-09T10:00:05.000Z' };
        const steps = [
            () => page.hear(told(CALL, 'ALERTING', { startTime: times.startTime })),
            () => page.hear(told(CALL, 'CONNECTED', times)),
            () => page.edit(CALL, NOTES),
            () => page.visit({ id: '5005g00000RvW2q', objectApiName: 'Case', name: '00001026' }),
            () => page.edit(CALL, `${NOTES} Wants a call back.`),
            () => page.hear(told(CALL, 'HELD', times)),
            () => page.hear(told(CALL, 'CONNECTED', times)),
            () => page.hear(...ended(CALL), told(NEXT, 'CONNECTED'))
        ];
        const standings = [];
        for (const [at, step] of steps.entries()) {
            await step();
            // There and back again.
            await page.setClock(start + at * SAVED + (at % 2 ? 0 : shift));
            await page.pass(SAVED);
            standings.push(await page.standing());
        }
        await page.pass(LONG, 10_000);
        standings.push(await page.standing());
        expect(page.page.errors).to.deep.equal([]);
        await page.page.close();
        return { saves: day.saves, records: Object.fromEntries(day.all), standings };
    }

    it('a clock that is set during a call: what is saved, when, its length and lists are as if it had not been', async () => {
        const { 'not at all': none, ...shifts } = SHIFTS;
        const undisturbed = await play(none);
        expect(undisturbed.records[CALL]).to.include({ Description: `${NOTES} Wants a call back.` });
        expect(undisturbed.records[CALL].CallDurationInSeconds).to.be.a('number').and.above(0);
        expect(undisturbed.standings.at(-1)[0]).to.deep.include({
            phases: { [NEXT]: 'connected' },
            // The case is still in front when the next call connects.
            lists: { [CALL]: ['00001026'], [NEXT]: ['00001026'] },
            pending: 0
        });
        for (const [name, shift] of Object.entries(shifts)) {
            expect(await play(shift), name).to.deep.equal(undisturbed);
        }
        tried('hours asleep and clocks set', 5 + Object.keys(shifts).length * 8);
    });
});
