// The org behind the page: its records, its user with their access, and the network in between. Every request goes through
// `request`.
import { FieldAccess } from './access.js';
import { ApiVersion } from './apiVersion.js';
import { Configuration } from './configuration.js';
import { DataError, NetworkError } from './errors.js';
import { Faults } from './faults.js';
import { makeId } from './ids.js';
import { RequestLog } from './requests.js';
import { RecordStore } from './store.js';
import { TaskRules } from './taskRules.js';

/** No record has it. */
const NOBODYS_ID = makeId('00T', 1);

export class Org {
    #opening;
    #watchers = new Set();

    /** `memory` is what this org was as JSON before the page was reloaded; its records are kept elsewhere. */
    constructor({ name, seed, user, memory = {} }) {
        this.user = user;
        this.userId = user.id;
        this.apiVersion = new ApiVersion(memory.apiVersion);
        this.configuration = new Configuration(memory.configuration);
        this.access = new FieldAccess(memory.access, this.apiVersion);
        this.faults = new Faults(memory.faults);
        this.taskRules = new TaskRules(memory.taskRules);
        this.requests = new RequestLog(memory.requests);
        this.#opening = RecordStore.open({
            name,
            seed,
            userId: user.id,
            access: this.access,
            taskRules: this.taskRules
        });
        const changed = () => this.#watchers.forEach((watcher) => watcher());
        const { apiVersion, configuration, access, faults, taskRules, requests } = this;
        for (const part of [apiVersion, configuration, access, faults, taskRules, requests]) part.watch(changed);
        this.#opening.then(
            (store) => {
                this.store = store;
                store.watch(changed);
            },
            () => {} // each request reports it
        );
    }

    /** Resolves when the records are there; rejects when the browser keeps none. */
    get ready() {
        return this.#opening;
    }

    /** Resets records, requests and settings. */
    async reset() {
        this.apiVersion.reset();
        this.configuration.reset();
        this.access.reset();
        this.faults.reset();
        this.taskRules.reset();
        this.requests.clear();
        await (await this.ready).clear();
    }

    /** Calls `watcher` after every change of records, requests or settings; gives a function that stops it. */
    watch(watcher) {
        this.#watchers.add(watcher);
        return () => this.#watchers.delete(watcher);
    }

    toJSON() {
        const { apiVersion, configuration, access, faults, taskRules, requests } = this;
        return { apiVersion, configuration, access, faults, taskRules, requests };
    }

    /**
     * Sends a request there and the answer back, as far as nothing goes wrong on the way. `kind` is 'read', 'write', 'engagement' or
     * 'save', of which a save answers `{ id }`. `work(org)` is what Salesforce does; `asError` makes of its error what the page gets.
     */
    async request({ what, kind, payload, asError }, work) {
        const fault = this.faults.draw(kind);
        const entry = this.requests.begin({ what, kind, payload, fault });
        const carryOut = async () => {
            const answer = await work(this);
            if (kind !== 'read') this.requests.stored(entry);
            return answer;
        };
        try {
            await this.ready;
            await this.faults.travel();
            const answer = await this.#meet(fault, carryOut);
            await this.faults.travel();
            this.requests.settle(entry, isSaved(kind, answer) ? 'succeeded' : 'failed', answer);
            return answer;
        } catch (error) {
            await this.faults.travel();
            const told = asError(error);
            this.requests.settle(entry, 'failed', told);
            throw told;
        }
    }

    async #meet(fault, carryOut) {
        switch (fault) {
            case 'error':
                throw DataError.of('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record');
            case 'offline':
                throw new NetworkError();
            case 'hang':
                return new Promise(() => {});
            case 'lost':
                await carryOut();
                throw new NetworkError();
            case 'twice':
                await carryOut();
                return carryOut();
            case 'deleted': {
                const answer = await carryOut();
                if (answer?.id) await this.store.delete(answer.id);
                return answer;
            }
            case 'empty':
                return { id: '', dropped: [] };
            case 'null':
                return null;
            case 'foreign': {
                const answer = await carryOut();
                return { ...answer, id: await this.#anotherTask(answer.id) };
            }
            default:
                return carryOut();
        }
    }

    async #anotherTask(id) {
        const others = await this.store.query('Task', (task) => task.id !== id);
        return others.at(-1)?.id ?? NOBODYS_ID;
    }
}

const isSaved = (kind, answer) => kind !== 'save' || Boolean(answer?.id);
