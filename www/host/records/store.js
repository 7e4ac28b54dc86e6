// The org's records, kept in the browser's IndexedDB: what a page saved is there after a reload and in another tab.
import { openDB } from 'idb';
import { DataError } from './errors.js';
import { makeId, toId } from './ids.js';
import { judge } from './rules.js';
import { SCHEMA, objectOf } from './schema.js';
import { TaskRules } from './taskRules.js';

const VERSION = 1;
const RECORDS = 'records';
const COUNTERS = 'counters';
/** Makes the first number of an ID look like one of an org in use. */
const FIRST_NUMBER = 62 ** 4 * 11;

export class RecordStore {
    #database;
    #seed;
    #userId;
    #access;
    #taskRules;
    #now;
    #watchers = new Set();

    /** Opens the store and adds the records of `seed` that it does not have. */
    static async open({ name, seed, userId, access, taskRules = new TaskRules(), now = () => new Date() }) {
        const store = new RecordStore();
        store.#seed = seed;
        store.#userId = userId;
        store.#access = access;
        store.#taskRules = taskRules;
        store.#now = now;
        store.#database = await openDB(name, VERSION, {
            upgrade(database) {
                database.createObjectStore(RECORDS, { keyPath: 'id' }).createIndex('objectApiName', 'objectApiName');
                database.createObjectStore(COUNTERS);
            }
        });
        await store.#plant();
        return store;
    }

    /** Any stored record, also a deleted one; undefined if there never was one. */
    find(id) {
        return this.#database.get(RECORDS, toId(id) ?? '');
    }

    /** A record that is there; throws DataError. */
    async read(id) {
        return present(await this.find(known(id)));
    }

    /** Records of an object that are not deleted, oldest first. */
    async query(objectApiName, where = () => true) {
        const found = await this.#database.getAllFromIndex(RECORDS, 'objectApiName', objectApiName);
        return found.filter((record) => !record.fields.IsDeleted && where(record)).sort(byAge);
    }

    /** Creates a record; gives it as it is stored, or throws DataError. */
    async create(objectApiName, values) {
        if (!SCHEMA[objectApiName]) throw noObject(objectApiName);
        return this.#write(async (records, counters) => {
            const fields = await judge(objectApiName, values, this.#circumstances(objectApiName, records));
            const number = await next(counters, 'record', FIRST_NUMBER);
            const id = makeId(SCHEMA[objectApiName].keyPrefix, number);
            const numbered = await autonumbers(objectApiName, counters);
            const record = { id, objectApiName, number, fields: this.#signed({ ...fields, ...numbered, Id: id }) };
            await records.put(record);
            return record;
        });
    }

    /** Changes fields of a record; gives it as it is stored, or throws DataError. */
    async update(id, values) {
        return this.#write(async (records) => {
            const record = present(await records.get(known(id)));
            const { objectApiName, fields: existing } = record;
            const changed = await judge(objectApiName, values, {
                existing,
                ...this.#circumstances(objectApiName, records, record.id)
            });
            record.fields = this.#signed({ ...existing, ...changed });
            await records.put(record);
            return record;
        });
    }

    /** Moves a record to the recycle bin, where it is still known as deleted. */
    async delete(id) {
        await this.#write(async (records) => {
            const record = present(await records.get(known(id)));
            record.fields = this.#signed({ ...record.fields, IsDeleted: true });
            await records.put(record);
        });
    }

    /** Resets the store to its initial records. No ID is used twice. */
    async clear() {
        await this.#database.clear(RECORDS);
        await this.#plant();
        this.#changed();
    }

    close() {
        this.#database.close();
    }

    /** Calls `watcher` after every change; gives a function that stops it. */
    watch(watcher) {
        this.#watchers.add(watcher);
        return () => this.#watchers.delete(watcher);
    }

    // One transaction: nobody writes between the check and the write.
    async #write(work) {
        const transaction = this.#database.transaction([RECORDS, COUNTERS], 'readwrite');
        let result;
        try {
            result = await work(transaction.objectStore(RECORDS), transaction.objectStore(COUNTERS));
        } catch (error) {
            transaction.abort();
            await transaction.done.catch(() => {}); // the reason is `error`
            throw error;
        }
        await transaction.done;
        this.#changed();
        return result;
    }

    async #plant() {
        const transaction = this.#database.transaction(RECORDS, 'readwrite');
        for (const { id, objectApiName, fields } of this.#seed) {
            if ((await transaction.store.count(id)) > 0) continue;
            const owned = SCHEMA[objectApiName].fields.OwnerId ? { OwnerId: this.#userId } : {};
            await transaction.store.put({
                id,
                objectApiName,
                number: 0,
                fields: this.#signed({ ...owned, ...fields, Id: id })
            });
        }
        await transaction.done;
    }

    /** What the rules need beside the values; `id` is that of the changed record. */
    #circumstances(objectApiName, records, id) {
        return {
            access: this.#access,
            taskRules: this.#taskRules,
            now: this.#now,
            find: (other) => records.get(other),
            async findTwin(apiName, value) {
                const others = await records.index('objectApiName').getAll(objectApiName);
                return others.find(
                    (other) => other.id !== id && !other.fields.IsDeleted && isSame(other, apiName, value)
                );
            }
        };
    }

    #signed(fields) {
        const now = this.#now().toISOString();
        const by = this.#userId;
        const owned = 'OwnerId' in fields ? { OwnerId: fields.OwnerId ?? by } : {};
        return {
            CreatedDate: now,
            CreatedById: by,
            IsDeleted: false,
            ...fields,
            ...owned,
            LastModifiedDate: now,
            LastModifiedById: by,
            SystemModstamp: now
        };
    }

    #changed() {
        for (const watcher of this.#watchers) watcher();
    }
}

/** In any letter case. */
const isSame = ({ fields }, apiName, value) => fields[apiName]?.toLowerCase() === value.toLowerCase();

/** Counts on, and gives the number. */
async function next(counters, name, before = 0) {
    const number = ((await counters.get(name)) ?? before) + 1;
    await counters.put(number, name);
    return number;
}

async function autonumbers(objectApiName, counters) {
    const numbered = {};
    for (const { apiName, autonumber } of Object.values(SCHEMA[objectApiName].fields)) {
        if (autonumber === undefined) continue;
        const number = await next(counters, `${objectApiName}.${apiName}`);
        numbered[apiName] = autonumber + String(number).padStart(8, '0');
    }
    return numbered;
}

const byAge = (a, b) => a.number - b.number;

function known(value) {
    const id = toId(value);
    if (!id) throw DataError.of('MALFORMED_ID', `bad id ${value}`);
    if (!objectOf(id)) throw DataError.of('INVALID_TYPE', `No object of this org has records like ${id}`);
    return id;
}

function present(record) {
    if (!record) throw DataError.of('NOT_FOUND', 'The requested resource does not exist');
    if (record.fields.IsDeleted) throw DataError.of('ENTITY_IS_DELETED', 'entity is deleted');
    return record;
}

function noObject(objectApiName) {
    return DataError.of('INVALID_TYPE', `sObject type '${objectApiName}' is not supported.`);
}
