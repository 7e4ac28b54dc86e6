/** Shows and sets what an administrator decides of tasks: statuses, required fields, validation rules, and who may edit them. */
import { LightningElement } from 'lwc';
import { org } from 'host/org';
import { SCHEMA } from '../../../records/schema.js';

const { fields } = SCHEMA.Task;
const NEW_RULE = Object.freeze({ field: 'Description', value: '', message: '' });

export default class TaskRules extends LightningElement {
    rules = org.taskRules.toJSON();
    draft = NEW_RULE;
    problem = '';
    #stop;

    connectedCallback() {
        this.#stop = org.taskRules.watch(() => (this.rules = org.taskRules.toJSON()));
    }

    disconnectedCallback() {
        this.#stop();
    }

    get statuses() {
        return this.rules.statuses.map(({ name, isClosed }, at) => ({
            at,
            key: at,
            name,
            isClosed,
            label: `Status ${at + 1}`
        }));
    }

    get fields() {
        const writable = Object.values(fields).filter(({ updateable, createable }) => updateable && createable);
        return writable.map(({ apiName, label }) => ({
            name: apiName,
            label: `${label} (${apiName})`,
            required: this.rules.required.includes(apiName)
        }));
    }

    get validations() {
        return this.rules.validations.map(({ field, value, message }, at) => ({
            at,
            key: at,
            text: `${field} is not to be ${value}: ${message}`,
            remove: `Remove the rule of ${field}`
        }));
    }

    get mayEdit() {
        return this.rules.mayEdit;
    }

    handleName({ currentTarget: { dataset, value } }) {
        this.setStatus(Number(dataset.status), { name: value.trim() });
    }

    handleClosed({ currentTarget: { dataset, checked } }) {
        this.setStatus(Number(dataset.closed), { isClosed: checked });
    }

    handleRequired({ currentTarget: { dataset, checked } }) {
        const others = this.rules.required.filter((name) => name !== dataset.required);
        this.set({ required: checked ? [...others, dataset.required] : others });
    }

    handleDraft({ currentTarget: { dataset, value } }) {
        this.draft = { ...this.draft, [dataset.draft]: value };
    }

    handleAdd() {
        const { field, value, message } = this.draft;
        if (!fields[field]) {
            this.problem = `Tasks have no field ${field}; write an API name, Description for example.`;
            return;
        }
        const rule = { field, value, message: message || `${field} is not to be ${value}.`, names: [field] };
        this.set({ validations: [...this.rules.validations, rule] });
        this.draft = NEW_RULE;
    }

    handleRemove({ currentTarget: { dataset } }) {
        this.set({ validations: this.rules.validations.filter((_, at) => at !== Number(dataset.remove)) });
    }

    handleMayEdit({ currentTarget: { checked } }) {
        this.set({ mayEdit: checked });
    }

    handleReset() {
        this.problem = '';
        org.taskRules.reset();
    }

    setStatus(which, changes) {
        const statuses = this.rules.statuses.map((status, at) => (at === which ? { ...status, ...changes } : status));
        if (statuses.some(({ name }) => !name)) {
            this.problem = 'A status needs a name.';
            return;
        }
        this.set({ statuses });
    }

    set(changes) {
        try {
            org.taskRules.set(changes);
            this.problem = '';
        } catch (error) {
            this.problem = error.message;
        }
    }
}
