/**
 * Mock of the contact centre platform's storage for integration settings, modelled on its forms. It uses the browser's IndexedDB,
 * beside the org's records. Secrets can be written but not read. Only a salted digest is stored, because this console signs in
 * nowhere; it reports only whether there is a secret.
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

    /** In the order of configuration, without secrets. */
    async read() {
        const rows = await this.#database.getAll(SETTINGS);
        const known = new Set(await this.#database.getAllKeys(SECRETS));
        return rows.map(({ setting }) => ({ ...setting, clientSecretGiven: known.has(setting.id) }));
    }

    /** Replaces all that was stored. A setting without a secret keeps the secret stored under its ID. */
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
