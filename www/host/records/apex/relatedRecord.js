// A record of its own that a log refers to by a lookup, as the Apex class PatchbayRelatedRecord writes it: a transcript.
import { DataError } from '../errors.js';
import { SCHEMA, objectOf } from '../schema.js';
import { ApexError } from './apexError.js';
import { convert } from './fieldValue.js';

const byLowerCase = (names, wanted) => Object.keys(names).find((name) => name.toLowerCase() === wanted.toLowerCase());

/**
 * Writes the record that the Task refers to already, or a new one; resolves to its ID. `lookup` is the field of Task that refers to
 * it, `taskId` null for a new Task. Rejects with ApexError.
 */
export async function writeRelatedRecord({ objectApiName, field, text }, { taskId, lookup, store }) {
    const object = byLowerCase(SCHEMA, String(objectApiName));
    if (!object) throw new ApexError(`There is no object ${objectApiName}.`);
    const name = byLowerCase(SCHEMA[object].fields, String(field));
    if (!name) throw new ApexError(`${object} has no field ${field}.`);
    const definition = SCHEMA[object].fields[name];
    const values = { [name]: convert(definition, text).value };
    if (!definition.createable) throw new ApexError(`Nobody may edit ${name}.`);
    const known = taskId === null ? null : (await store.read(taskId)).fields[lookup];
    const isKnown = known !== null && objectOf(known) === object;
    try {
        return (isKnown ? await store.update(known, values) : await store.create(object, values)).id;
    } catch (error) {
        if (!(error instanceof DataError)) throw error;
        throw new ApexError(`Salesforce did not store it: ${error.errors[0].message}`);
    }
}
