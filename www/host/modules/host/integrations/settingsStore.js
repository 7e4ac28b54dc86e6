/**
 * Mock of where the contact centre platform keeps the settings of its integrations, made after its forms. It stands in the
 * browser's IndexedDB beside the org's records. Secrets can be written and not read: kept of them is a salted digest, since
 * this console signs in nowhere; that one was given is all it tells.
 */
import { openDB } from 'idb';

const VERSION = 1;
const SETTINGS = 'settings';
const SECRETS = 'secrets';

export class SettingsStore {
    #database;

    static async open(name) {
        const store = new SettingsStore();
        store.#database = await openDB(name, VERSION, {
            upgrade(database) {
                database.createObjectStore(SETTINGS, { keyPath: 'at' });
                database.createObjectStore(SECRETS);
            }
        });
        return store;
    }

    /** In the order in which they are configured, without secrets. */
    async read() {
        const rows = await this.#database.getAll(SETTINGS);
        const known = new Set(await this.#database.getAllKeys(SECRETS));
        return rows.map(({ setting }) => ({ ...setting, clientSecretGiven: known.has(setting.id) }));
    }

    /** Takes the place of all that was stored. A setting without a secret keeps the one that is stored under its ID. */
    async write(settings) {
        const digests = await Promise.all(settings.map(({ clientSecret }) => clientSecret && digestOf(clientSecret)));
        const transaction = this.#database.transaction([SETTINGS, SECRETS], 'readwrite');
        const rows = transaction.objectStore(SETTINGS);
        const secrets = transaction.objectStore(SECRETS);
        const gone = new Set(await secrets.getAllKeys());
        await rows.clear();
        for (const [at, given] of settings.entries()) {
            const setting = { ...given };
            delete setting.clientSecret;
            await rows.put({ at, setting });
            gone.delete(setting.id);
            if (digests[at]) await secrets.put(digests[at], setting.id);
        }
        for (const id of gone) await secrets.delete(id);
        await transaction.done;
    }

    close() {
        this.#database.close();
    }
}

async function digestOf(secret) {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const salted = new Uint8Array([...salt, ...new TextEncoder().encode(secret)]);
    return { salt, digest: new Uint8Array(await crypto.subtle.digest('SHA-256', salted)) };
}
