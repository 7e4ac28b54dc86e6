import { expect } from 'chai';
import { Faults, MODES, faultsFromQuery } from '../../www/host/records/faults.js';
import { IDS, openOrg, rejection } from './support/org.js';

const draws = (faults, count, kind = 'save') => Array.from({ length: count }, () => faults.draw(kind));

describe('faults', () => {
    it('are none until somebody wants some', () => {
        expect(new Set(draws(new Faults(), 100))).to.deep.equal(new Set([null]));
    });

    it('come in the same row for the same seed', () => {
        const row = (seed) => {
            const faults = new Faults();
            faults.set({ rate: 50, modes: Object.keys(MODES), seed });
            return draws(faults, 200);
        };
        expect(row(7)).to.deep.equal(row(7));
        expect(row(7)).not.to.deep.equal(row(8));
        expect(new Set(row(7))).to.deep.equal(new Set([null, ...Object.keys(MODES)]));
    });

    it('begin their row anew with a seed, and go on with it after a reload', () => {
        const faults = new Faults();
        faults.set({ rate: 50, modes: ['error', 'lost'], seed: 3 });
        const row = draws(faults, 40);
        faults.set({ seed: 3 });
        expect(draws(faults, 20)).to.deep.equal(row.slice(0, 20));
        const reloaded = new Faults(JSON.parse(JSON.stringify(faults)));
        expect(draws(reloaded, 20)).to.deep.equal(row.slice(20));
    });

    for (const rate of [10, 50, 90]) {
        it(`hit about ${rate} of a hundred, and the same ones more when there are more`, () => {
            const hits = (percentage) => {
                const faults = new Faults();
                faults.set({ rate: percentage });
                return draws(faults, 2000).map(Boolean);
            };
            const wanted = hits(rate);
            expect(wanted.filter(Boolean).length / 20).to.be.within(rate - 4, rate + 4);
            const more = hits(rate + 10);
            expect(wanted.every((hit, at) => !hit || more[at])).to.equal(true);
        });
    }

    it('befall only what they can: reads are spared unless they are not, and have no ID to answer', () => {
        const faults = new Faults();
        faults.set({ rate: 100, modes: Object.keys(MODES) });
        expect(new Set(draws(faults, 100, 'read'))).to.deep.equal(new Set([null]));
        faults.set({ reads: true });
        expect(new Set(draws(faults, 100, 'read'))).to.deep.equal(new Set(['error', 'offline', 'hang']));
        expect(draws(faults, 100, 'write')).not.to.include.members(['empty']);
        faults.set({ modes: ['foreign'] });
        expect(faults.draw('write')).to.equal(null);
        expect(faults.draw('save')).to.equal('foreign');
    });

    for (const [wrong, sentence] of [
        [{ latency: 5001 }, 'latency is 5001; it has to be a number of milliseconds from 0 to 5000'],
        [{ latency: -1 }, 'latency is -1'],
        [{ rate: NaN }, 'rate is null; it has to be a percentage from 0 to 100'],
        [{ rate: '50' }, 'rate is "50"'],
        [{ modes: [] }, 'modes is []; it has to be one or more of error, '],
        [{ modes: ['error', 'nonsense'] }, 'modes is ["error","nonsense"]'],
        [{ reads: 1 }, 'reads is 1; it has to be true or false'],
        [{ seed: 1.5 }, 'seed is 1.5; it has to be a whole number'],
        [{ rate: 5, nonsense: 1 }, "There is no fault setting 'nonsense'; there are latency, rate, modes, reads, seed"]
    ]) {
        it(`cannot be ${JSON.stringify(wrong)}, and stay what they were`, () => {
            const faults = new Faults();
            expect(() => faults.set(wrong)).to.throw(TypeError, sentence);
            expect(faults.settings).to.deep.equal(new Faults().settings);
        });
    }

    it('can stand in the address of the page', () => {
        expect(faultsFromQuery('?latency=500&failures=50&modes=error,lost&reads&seed=7')).to.deep.equal({
            latency: 500,
            rate: 50,
            modes: ['error', 'lost'],
            reads: true,
            seed: 7
        });
        expect(faultsFromQuery('?csp=lightning')).to.deep.equal({});
        expect(() => new Faults().set(faultsFromQuery('?failures='))).to.throw('rate is null');
        expect(() => new Faults().set(faultsFromQuery('?modes=nonsense'))).to.throw('modes is ["nonsense"]');
    });
});

describe('a request', () => {
    let org;
    beforeEach(async () => {
        org = await openOrg();
    });
    afterEach(() => org.store.close());

    const work = async () => {
        const { id } = await org.store.create('Task', { Subject: 'Call' });
        return { id, dropped: [] };
    };
    const send = (fault, kind = 'save') => {
        if (fault) org.faults.set({ rate: 100, modes: [fault] });
        return org.request({ what: 'save', kind, payload: { note: 'x' }, asError: (error) => error }, work);
    };
    const tasks = () => org.store.query('Task');
    const entry = () => org.requests.entries.at(-1);

    it('that nothing befalls is carried out once and answered', async () => {
        const { id } = await send(null);
        expect((await tasks()).map((task) => task.id)).to.deep.equal([id]);
        expect(entry()).to.deep.include({
            what: 'save',
            kind: 'save',
            payload: { note: 'x' },
            fault: null,
            outcome: 'succeeded',
            stored: 1,
            answer: { id, dropped: [] }
        });
        expect(org.requests.counts.save).to.deep.equal({ sent: 1, succeeded: 1, failed: 0, stored: 1 });
    });

    for (const [fault, told, stored] of [
        ['error', 'UNABLE_TO_LOCK_ROW', 0],
        ['offline', 'Disconnected or Canceled', 0],
        ['lost', 'Disconnected or Canceled', 1]
    ]) {
        it(`that fails (${fault}) was carried out ${stored} times`, async () => {
            expect((await rejection(send(fault))).message).to.contain(told);
            expect(await tasks()).to.have.length(stored);
            expect(entry()).to.include({ fault, outcome: 'failed', stored });
            expect(org.requests.counts.save).to.deep.equal({ sent: 1, succeeded: 0, failed: 1, stored });
        });
    }

    it('that hangs is never answered, and stays under way', async () => {
        let answered = false;
        send('hang').finally(() => (answered = true));
        await send('error').catch(() => {});
        await tasks();
        expect(answered).to.equal(false);
        expect(org.requests.entries[0]).to.include({ fault: 'hang', outcome: 'under way', stored: 0 });
        expect(await tasks()).to.have.length(0);
    });

    it('that arrives twice is carried out twice', async () => {
        await send('twice');
        expect(await tasks()).to.have.length(2);
        expect(entry()).to.include({ outcome: 'succeeded', stored: 2 });
    });

    it('whose record is deleted by somebody else is answered all the same', async () => {
        const { id } = await send('deleted');
        expect((await org.store.find(id)).fields.IsDeleted).to.equal(true);
        expect(entry()).to.include({ outcome: 'succeeded', stored: 1 });
    });

    it('can be answered with an empty ID or with null, and was not carried out', async () => {
        expect(await send('empty')).to.deep.equal({ id: '', dropped: [] });
        expect(await send('null')).to.equal(null);
        expect(await tasks()).to.have.length(0);
        expect(org.requests.counts.save).to.deep.equal({ sent: 2, succeeded: 0, failed: 2, stored: 0 });
    });

    it('can be answered with the ID of another record: a Task where there is one', async () => {
        const nobodys = (await send('foreign')).id;
        const [mine] = await tasks();
        expect(nobodys).not.to.equal(mine.id);
        expect(await org.store.find(nobodys)).to.equal(undefined);
        expect((await send('foreign')).id).to.equal(mine.id);
    });

    it('takes half of the latency there, and half of it back', async () => {
        org.faults.set({ latency: 500 });
        const ways = [];
        const { faults } = org;
        org.faults = { draw: () => null, travel: () => faults.travel(async (ms) => ways.push([ms, entry().stored])) };
        await send(null);
        expect(ways).to.deep.equal([
            [250, 0],
            [250, 1]
        ]);
    });

    it('is remembered over a reload, with what is switched on', async () => {
        org.access.set('Task', 'Type', 'read');
        org.faults.set({ latency: 5, rate: 100, modes: ['hang'] });
        send(null);
        const memory = JSON.parse(JSON.stringify(org));
        const again = await openOrg({ memory });
        expect(again.access.level('Task', 'Type')).to.equal('read');
        expect(again.faults.settings).to.include({ latency: 5, rate: 100 });
        expect(again.requests.entries[0]).to.include({ what: 'save', outcome: 'under way' });
        expect(again.requests.counts.save.sent).to.equal(1);
        again.store.close();
    });

    it('is one of many of which the latest are kept, and all are counted', async () => {
        org.faults.set({ rate: 100, modes: ['empty'] });
        for (let i = 0; i < 210; i++) await send(null);
        expect(org.requests.entries).to.have.length(200);
        expect(org.requests.counts.save.sent).to.equal(210);
    });

    it('of a record that is not there tells so whatever the network does', async () => {
        const ask = () => org.store.read(IDS.nobody);
        const error = await rejection(org.request({ what: 'x', kind: 'read', payload: {}, asError: (e) => e }, ask));
        expect(error.errorCode).to.equal('NOT_FOUND');
    });
});
