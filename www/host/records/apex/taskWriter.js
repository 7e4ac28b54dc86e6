// Writes those values to a Task that may be written, as the Apex classes PatchbayTaskValues and PatchbayTaskWriter do. One refused
// field must not cost the rest of the log.
import { DataError } from '../errors.js';
import { SCHEMA, objectOf } from '../schema.js';
import { ApexError } from './apexError.js';
import { convert } from './fieldValue.js';
import { writeRelatedRecord } from './relatedRecord.js';

const FIELDS = SCHEMA.Task.fields;
/** Errors that pass by themselves, so the same save is repeated later. */
const PASSING = ['UNABLE_TO_LOCK_ROW', 'STORAGE_LIMIT_EXCEEDED'];
const byLowerCase = new Map(Object.keys(FIELDS).map((name) => [name.toLowerCase(), FIELDS[name]]));

export class TaskWriter {
    /** Fields that were not stored, or were cut: [{ field, reason }] */
    dropped = [];
    #recordId;
    #store;
    #access;
    #taskRules;
    #values = {};
    #fixed;

    /** `fixed` are the fields whose values the org fixed. */
    constructor(recordId, { store, access, taskRules }, fixed = []) {
        this.#fixed = fixed.map((name) => byLowerCase.get(name.toLowerCase())?.apiName);
        this.#recordId = recordId;
        this.#store = store;
        this.#access = access;
        this.#taskRules = taskRules;
    }

    async put(name, raw) {
        const field = byLowerCase.get(name.toLowerCase());
        if (!field) {
            this.#drop(name, 'Task has no field of this name.');
            return;
        }
        try {
            const { value, loss } = convert(field, await this.#related(field, raw));
            const stored = field.apiName === 'WhoId' ? await this.#person(value) : value;
            if (!field.createable && !field.updateable) throw new ApexError('Nobody may edit this field.');
            this.#values[field.apiName] = stored;
            if (loss) this.#drop(name, loss);
        } catch (error) {
            if (!(error instanceof ApexError)) throw error;
            this.#drop(name, error.message);
        }
    }

    /** Resolves to the ID of the Task. */
    async write() {
        await this.#dropInsertOnly();
        this.#dropInaccessible();
        if (this.#recordId && Object.keys(this.#values).length === 0) return this.#recordId;
        try {
            const { id } = this.#recordId
                ? await this.#store.update(this.#recordId, this.#values)
                : await this.#store.create('Task', this.#values);
            return id;
        } catch (error) {
            if (!(error instanceof DataError)) throw error;
            if (!this.#dropRefused(error)) throw this.#failure(error);
        }
        return this.write(); // every round has fewer values, so it ends
    }

    async #dropInsertOnly() {
        if (!this.#recordId || !('TaskSubtype' in this.#values)) return;
        const wanted = this.#values.TaskSubtype;
        delete this.#values.TaskSubtype;
        const { TaskSubtype } = (await this.#store.find(this.#recordId)).fields;
        if (TaskSubtype !== wanted) {
            this.#drop('TaskSubtype', `Only a new task takes it; this one exists already, as ${TaskSubtype}.`);
        }
    }

    #dropInaccessible() {
        if (this.#recordId && !this.#taskRules.mayEdit) {
            throw new ApexError('You may not edit tasks; ask your administrator to let you.');
        }
        for (const name of Object.keys(this.#values)) {
            if (this.#access.canEdit('Task', name)) continue;
            delete this.#values[name];
            this.#drop(name, 'You may not edit this field; ask your administrator to let you.');
        }
    }

    /** Whether a value could be dropped, so that the rest can be tried again. */
    #dropRefused({ errors }) {
        let any = false;
        for (const error of errors) {
            const { message } = error;
            for (const name of this.#refusedBy(error)) {
                // Without the key to find it again by, the log would be stored twice.
                if (!(name in this.#values) || ['CallObject', 'Patchbay_Segment__c'].includes(name)) continue;
                delete this.#values[name];
                this.#drop(name, `Salesforce refused the value: ${message}`);
                any = true;
            }
        }
        return any;
    }

    /** An error that names no field may be about a value that the org fixed, or else about a lookup. */
    #refusedBy({ fields, errorCode }) {
        if (fields.length > 0 || PASSING.includes(errorCode)) return fields;
        const names = Object.keys(this.#values);
        const fixed = names.filter((name) => this.#fixed.includes(name));
        return fixed.length > 0 ? fixed : names.filter((name) => FIELDS[name].dataType === 'Reference');
    }

    #failure({ errors: [{ errorCode, message }] }) {
        if (this.#recordId && errorCode === 'ENTITY_IS_DELETED') return gone(this.#recordId);
        return new ApexError(`Salesforce did not store the log: ${message} (${errorCode}).`);
    }

    /** A value, or the ID of the record that has to be written first. */
    async #related(lookup, raw) {
        if (raw === null || typeof raw !== 'object' || !('objectApiName' in raw)) return raw;
        if (lookup.dataType !== 'Reference') throw new ApexError('Task has no lookup of this name.');
        const place = { taskId: this.#recordId, lookup: lookup.apiName, store: this.#store };
        return writeRelatedRecord(raw, place);
    }

    /** A Task names the contact that Salesforce keeps beside a person account. */
    async #person(id) {
        if (id === null || objectOf(id) !== 'Account') return id;
        const account = await this.#store.find(id);
        if (account?.fields.IsPersonAccount) return account.fields.PersonContactId;
        throw new ApexError('This account is not a person; choose a contact, a lead or a person account.');
    }

    #drop(field, reason) {
        this.dropped.push({ field, reason });
    }
}

export const gone = (recordId) =>
    new ApexError(
        `ENTITY_IS_DELETED: ${recordId} is no log of this interaction any more; send the whole log, without Id.`
    );
