// What an org decides of its tasks: the statuses and their names, fields that are required, and validation rules. The panel Task rules shows and sets
// them.
import { SCHEMA } from './schema.js';

/** As a new org has them, in the order of the picklist. */
const STATUSES = Object.freeze([
    { name: 'Not Started', isClosed: false },
    { name: 'In Progress', isClosed: false },
    { name: 'Completed', isClosed: true },
    { name: 'Waiting on someone else', isClosed: false },
    { name: 'Deferred', isClosed: false }
]);

export class TaskRules {
    #statuses;
    #required;
    #validations;
    #mayEdit;
    #watchers = new Set();

    /** `memory` is the JSON of an earlier instance, which this one continues. */
    constructor(memory = {}) {
        this.#take(memory);
    }

    #take({ statuses = STATUSES, required = [], validations = [], mayEdit = true }) {
        const wrong = required.find((name) => !SCHEMA.Task.fields[name]);
        if (wrong) throw new TypeError(`There is no field Task.${wrong}`);
        if (statuses.length === 0) throw new TypeError('Tasks have at least one status');
        this.#statuses = statuses;
        this.#required = required;
        this.#validations = validations;
        this.#mayEdit = mayEdit;
    }

    /** `[{ name, isClosed }]`; the first is the default. */
    get statuses() {
        return this.#statuses;
    }

    /** Fields that this org requires beside those of Salesforce. */
    get required() {
        return this.#required;
    }

    /** `[{ field, value, message, names }]`: refuses that value of a field, and names the fields, or none, in the refusal. */
    get validations() {
        return this.#validations;
    }

    /** Whether agents may edit tasks that exist. */
    get mayEdit() {
        return this.#mayEdit;
    }

    isClosed(name) {
        return this.#statuses.some((status) => status.name === name && status.isClosed);
    }

    /** Changes some of it. */
    set(changes) {
        this.#take({ ...this.toJSON(), ...changes });
        this.#changed();
    }

    reset() {
        this.#take({});
        this.#changed();
    }

    /** Calls `watcher` after every change; gives a function that stops it. */
    watch(watcher) {
        this.#watchers.add(watcher);
        return () => this.#watchers.delete(watcher);
    }

    toJSON() {
        const { statuses, required, validations, mayEdit } = this;
        return { statuses, required, validations, mayEdit };
    }

    #changed() {
        for (const watcher of this.#watchers) watcher();
    }
}

/** What the rules say against a task that holds `whole` after a write. */
export function checkTaskRules(whole, fault, rules) {
    const { statuses, required, validations } = rules;
    if (whole.Status && !statuses.some(({ name }) => name === whole.Status)) {
        fault(
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
            `Status: bad value for restricted picklist field: ${whole.Status}`,
            'Status'
        );
    }
    const missing = required.filter((name) => (whole[name] ?? null) === null);
    if (missing.length > 0) {
        fault('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, ...missing);
    }
    for (const { field, value, message, names = [] } of validations) {
        if (whole[field] === value) fault('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, ...names);
    }
}
