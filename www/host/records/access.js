// Field-level security: what the agent may see and edit of a record. It can be switched while the console runs.
import { ApiVersion } from './apiVersion.js';
import { SCHEMA } from './schema.js';

export const LEVELS = Object.freeze(['edit', 'read', 'none']);

export class FieldAccess {
    /** Only what is not 'edit', by object and field: { Task: { Description: 'none' } } */
    #restricted = {};
    #watchers = new Set();

    /** Fields that the API version does not have are hidden. */
    constructor(restricted = {}, apiVersion = new ApiVersion()) {
        this.apiVersion = apiVersion;
        for (const [objectApiName, fields] of Object.entries(restricted)) {
            for (const [apiName, level] of Object.entries(fields)) this.set(objectApiName, apiName, level);
        }
    }

    level(objectApiName, apiName) {
        return this.#restricted[objectApiName]?.[apiName] ?? 'edit';
    }

    canRead(objectApiName, apiName) {
        const exists = this.apiVersion.has(SCHEMA[objectApiName].fields[apiName]);
        return exists && this.level(objectApiName, apiName) !== 'none';
    }

    canEdit(objectApiName, apiName) {
        return this.canRead(objectApiName, apiName) && this.level(objectApiName, apiName) === 'edit';
    }

    set(objectApiName, apiName, level) {
        const field = SCHEMA[objectApiName]?.fields[apiName];
        if (!field) throw new TypeError(`There is no field ${objectApiName}.${apiName}`);
        if (!field.secured) throw new TypeError(`${apiName} is not subject to field-level security`);
        if (!LEVELS.includes(level)) throw new TypeError(`'${level}' is none of ${LEVELS.join(', ')}`);
        const restricted = { ...this.#restricted[objectApiName], [apiName]: level };
        if (level === 'edit') delete restricted[apiName];
        this.#restricted[objectApiName] = restricted;
        this.#changed();
    }

    reset() {
        this.#restricted = {};
        this.#changed();
    }

    /** Calls `watcher` after every change; gives a function that stops it. */
    watch(watcher) {
        this.#watchers.add(watcher);
        return () => this.#watchers.delete(watcher);
    }

    toJSON() {
        return this.#restricted;
    }

    #changed() {
        for (const watcher of this.#watchers) watcher();
    }
}
