import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect } from 'chai';
import { SettingsStore } from '../../www/host/modules/host/integrations/settingsStore.js';

const SECRET = 's3cr3t-D0NT-T3LL';
const HISTORICAL = { id: 'a', kind: 'historical', group: 'West', readyActivities: 'On Queue' };
const REALTIME = { id: 'b', kind: 'realtime', group: 'West now', eventName: 'Agent_State__e' };

describe('the store of integration settings', () => {
    let made = 0;
    let name;
    let store;
    beforeEach(async () => {
        name = `settings-${(made += 1)}`;
        store = await SettingsStore.open(name);
    });
    afterEach(() => store.close());

    /** All that the database holds; bytes as text, so that a secret in them would be found. */
    async function everything() {
        const database = await openDB(name);
        const rows = [];
        for (const table of database.objectStoreNames) {
            rows.push(...(await database.getAllKeys(table)), ...(await database.getAll(table)));
        }
        database.close();
        const readable = (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value);
        return JSON.stringify(rows, readable);
    }

    async function digest(id) {
        const database = await openDB(name);
        const kept = await database.get('secrets', id);
        database.close();
        return kept && Buffer.from(kept.digest).toString('hex');
    }

    const given = async () => (await store.read()).map(({ id, clientSecretGiven }) => [id, clientSecretGiven]);

    it('begins empty', async () => {
        expect(await store.read()).to.deep.equal([]);
    });

    it('keeps settings in order, over a closing', async () => {
        await store.write([HISTORICAL, REALTIME]);
        store.close();
        store = await SettingsStore.open(name);
        expect(await store.read()).to.deep.equal([
            { ...HISTORICAL, clientSecretGiven: false },
            { ...REALTIME, clientSecretGiven: false }
        ]);
        await store.write([REALTIME]);
        expect((await store.read()).map(({ id }) => id)).to.deep.equal(['b']);
    });

    it('takes a secret and tells only that it has one', async () => {
        await store.write([{ ...HISTORICAL, clientSecret: SECRET }, REALTIME]);
        expect(await store.read()).to.deep.equal([
            { ...HISTORICAL, clientSecretGiven: true },
            { ...REALTIME, clientSecretGiven: false }
        ]);
        expect(await everything())
            .to.include('West now')
            .and.not.include(SECRET);
    });

    it('keeps the secret of a setting that comes without one, wherever it stands now', async () => {
        await store.write([{ ...HISTORICAL, clientSecret: SECRET }, REALTIME]);
        const before = await digest('a');
        await store.write([REALTIME, { ...HISTORICAL, group: 'East' }]);
        expect(await digest('a')).to.equal(before);
        expect(await given()).to.deep.equal([
            ['b', false],
            ['a', true]
        ]);
        await store.write([{ ...HISTORICAL, clientSecret: 'another' }]);
        expect(await digest('a')).to.not.equal(before);
    });

    it('does not believe a page that says there is a secret', async () => {
        await store.write([{ ...HISTORICAL, clientSecretGiven: true }]);
        expect(await given()).to.deep.equal([['a', false]]);
    });

    it('forgets a secret with its setting', async () => {
        await store.write([{ ...HISTORICAL, clientSecret: SECRET }]);
        await store.write([REALTIME]);
        expect(await digest('a')).to.equal(undefined);
        await store.write([HISTORICAL]);
        expect(await given()).to.deep.equal([['a', false]]);
    });

    it('digests the same secret differently each time', async () => {
        await store.write([
            { ...HISTORICAL, clientSecret: SECRET },
            { ...REALTIME, clientSecret: SECRET }
        ]);
        expect(await digest('a'))
            .to.match(/^[0-9a-f]{64}$/)
            .and.not.equal(await digest('b'));
    });
});
