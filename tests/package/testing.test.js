/* `patchbay/testing`: a real session on a clock that only the test moves. */
import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { path } from '../../scripts/paths.js';
import { fixtures, load, openTesting } from '../../pkg/testing/index.js';

const { events } = fixtures.inboundCall;
const CALL = events.find(({ message }) => message.category === 'add').message.data.id;
const MINUTE = 60_000;

/** What tells the time here and sets timers, for everybody. */
const machine = () => [globalThis.setTimeout, globalThis.clearTimeout, Date.now, performance.now, Math.random];

describe('patchbay/testing', () => {
    const open = [];
    afterEach(() => Promise.all(open.splice(0).map(({ close }) => close())));

    async function start(options) {
        const testing = await openTesting(options);
        open.push(testing);
        return testing;
    }

    it('has the captured streams as frozen data', async () => {
        for (const [name, file] of Object.entries({
            inboundCall: 'inbound-call',
            consultTransfer: 'consult-transfer',
            chatAndDialer: 'chat-and-dialer'
        })) {
            const captured = JSON.parse(await readFile(path(`tests/fixtures/${file}.json`), 'utf8'));
            expect(fixtures[name]).to.deep.equal(captured);
            expect([fixtures[name], ...fixtures[name].events].every(Object.isFrozen), name).to.equal(true);
        }
    });

    it('plays a stream in its own time, and saves it', async () => {
        const testing = await start();
        const { session, play, passTime, saves, now: opened } = testing;
        await play(fixtures.inboundCall);
        await passTime(2000);
        const length = events.reduce((sum, { afterMs }) => sum + afterMs, 0);
        expect(testing.now).to.equal(opened + length + 2000);
        expect(saves.map(({ eventName }) => eventName)).to.include.members([
            'interactionChanged',
            'interactionACWCompleted'
        ]);
        expect(session.log(CALL)).to.include({ saveState: 'saved', recordId: '00T000000000001EAA' });
        expect(session.log(CALL).problems).to.deep.equal([]);
    });

    it('does the same every time', async () => {
        const tell = async () => {
            const testing = await start();
            await testing.play(fixtures.consultTransfer);
            await testing.passTime(MINUTE);
            return JSON.stringify([testing.saves, testing.session.logs, testing.now]);
        };
        expect(await tell()).to.equal(await tell());
    });

    it('tries again what failed, once time has passed', async () => {
        let tries = 0;
        const save = () => {
            tries += 1;
            return tries < 3 ? Promise.reject(new Error('Row lock')) : '00T000000000009EAA';
        };
        const { session, play, passTime } = await start({ save });
        await play({ events: events.filter(({ message }) => message.category === 'add') });
        session.openLog(CALL);
        await passTime(0);
        expect(session.log(CALL)).to.include({ saveState: 'failing', failures: 1 });
        await passTime(10 * MINUTE);
        expect(session.log(CALL)).to.include({ saveState: 'saved', recordId: '00T000000000009EAA' });
        expect(tries).to.equal(3);
    });

    it('leaves the time and the timers of everybody else alone', async () => {
        const real = machine();
        const seen = [];
        const look = () => seen.push(machine());
        const { session, play, passTime } = await start({
            onChange: look,
            save() {
                look();
                throw new Error('no');
            }
        });
        await play(fixtures.chatAndDialer);
        await passTime(MINUTE);
        look();
        expect(seen.length).to.be.above(5);
        expect(seen.flatMap((found) => found.filter((one, at) => one !== real[at]))).to.deep.equal([]);
        expect(() => session.updateState('hold', '')).to.throw();
        look();
        expect(seen.at(-1)).to.deep.equal(real);
    });

    it('leaves them alone while a flush and the closing wait for an answer', async () => {
        const real = machine();
        const answers = [];
        const testing = await start({ save: () => new Promise((resolve) => answers.push(resolve)) });
        const { session, play, passTime } = testing;
        await play({ events: events.filter(({ message }) => message.category === 'add') });
        session.updateFields(CALL, { Description: 'Asked about a claim.' });
        const flushed = session.saveNow();
        await passTime(0);
        expect(answers).to.have.length(1);
        expect(machine()).to.deep.equal(real);
        answers[0]('00T000000000009EAA');
        await flushed;
        session.updateFields(CALL, { Description: 'Asked about two claims.' });
        const closed = session.close();
        await passTime(0);
        expect(answers).to.have.length(2);
        expect(machine()).to.deep.equal(real);
        await passTime(3000);
        await closed;
        expect(machine()).to.deep.equal(real);
    });

    it('gives a component the Patchbay that was opened last, with sessions on the same clock', async () => {
        const testing = await start({ now: '2026-03-01T10:00:00Z' });
        const patchbay = await load();
        expect(patchbay).to.equal(testing.patchbay);
        const session = patchbay.session();
        await testing.play(fixtures.inboundCall, session.receive);
        await testing.passTime(2000);
        expect(session.log(CALL).saveState).to.equal('saved');
        expect(testing.session.interactions).to.deep.equal([]);
        expect(testing.saves.length).to.be.above(0);
        const closed = session.close();
        await testing.passTime(MINUTE);
        await closed;
    });

    it('sends at once what flush is asked for, and goes on by the same clock', async () => {
        const { session, play, passTime, saves } = await start();
        await play({ events: events.filter(({ message }) => message.category === 'add') });
        session.updateFields(CALL, { Description: 'Asked about a claim.' });
        await session.saveNow();
        expect(session.log(CALL).saveState).to.equal('saved');
        const before = saves.length;
        session.updateFields(CALL, { Description: 'Asked about two claims.' });
        await passTime(MINUTE);
        expect(saves.length).to.equal(before + 1);
    });

    it('closes without waiting for an answer that never comes', async () => {
        const testing = await start({ save: () => new Promise(() => {}) });
        await testing.play(fixtures.inboundCall);
        await testing.close();
        expect(testing.session.interactions).to.deep.equal([]);
    });

    it('says what cannot be a time', async () => {
        const rejection = await openTesting({ now: 'noon' }).catch((error) => error);
        expect(rejection.message).to.equal('now is noon; write milliseconds since 1970 or an ISO 8601 time.');
        const { passTime } = await start();
        for (const wrong of ['1s', -1, Infinity, undefined]) {
            const { message } = await passTime(wrong).catch((error) => error);
            expect(message).to.equal(`passTime was given ${wrong}; write how many milliseconds pass.`);
        }
    });
});
