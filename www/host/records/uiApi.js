// What the User Interface API answers, on this console's records: the part behind lightning/uiRecordApi and
// lightning/uiObjectInfoApi. Polymorphic lookups cannot be spanned, and there are no layouts, no record types and no duplicates.
import { displayValue } from './display.js';
import { DataError } from './errors.js';
import { readError, writeError } from './fetchResponse.js';
import { toId } from './ids.js';
import { objectInfo } from './objectInfo.js';
import { SCHEMA, objectOf } from './schema.js';

/** What kind of request it is to write a record of that object. */
const writing = (objectApiName) => (objectApiName === 'EngagementInteraction' ? 'engagement' : 'write');
const invalidInput = (message) => DataError.of('INVALID_INPUT', message);

/** The functions of the API on an org; all resolve to a representation, or reject with an error as components get it. */
export function uiApi(org) {
    const ask = (what, kind, payload, asError, work) => org.request({ what, kind, payload, asError }, work);
    return {
        getObjectInfo: (config) =>
            ask('getObjectInfo', 'read', config, readError, () => {
                const name = nameOf(config.objectApiName);
                if (!SCHEMA[name]) throw DataError.of('INVALID_TYPE', `Object ${name} is not supported in UI API`);
                return objectInfo(name, org.access);
            }),

        getRecord: (config) =>
            ask('getRecord', 'read', config, readError, async () => {
                const record = await org.store.read(config.recordId);
                return represent(record, fieldPaths(record, config), org);
            }),

        createRecord: (input) =>
            ask('createRecord', writing(input?.apiName), input, writeError(input?.apiName), async () => {
                const { apiName, fields } = input ?? {};
                if (!apiName || !fields) throw invalidInput('createRecord needs apiName and fields.');
                return representWhole(await org.store.create(apiName, fields), org);
            }),

        updateRecord: (input) => {
            const objectApiName = objectOf(String(input?.fields?.Id));
            return ask('updateRecord', writing(objectApiName), input, writeError(objectApiName), async () => {
                const { Id, ...fields } = input?.fields ?? {};
                if (!Id) throw invalidInput('updateRecord needs fields, and Id among them.');
                return representWhole(await org.store.update(Id, fields), org);
            });
        },

        deleteRecord: (recordId) =>
            ask('deleteRecord', 'write', { recordId }, writeError(null), async () => {
                await org.store.delete(recordId);
            })
    };
}

/** 'Account', or what @salesforce/schema makes of it. */
const nameOf = (objectApiName) => objectApiName?.objectApiName ?? objectApiName;

/** The value of a field that may span records, 'Contact.Account.Name'; undefined where it is not in the record. */
export const getFieldValue = (record, field) => fieldAt(record, field)?.value;

/** The same as a person reads it. */
export const getFieldDisplayValue = (record, field) => fieldAt(record, field)?.displayValue;

function fieldAt(record, field) {
    const [, ...path] = pathOf(field);
    return path.reduce((from, name) => (from?.value ?? from)?.fields?.[name], record);
}

const pathOf = (field) =>
    (typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`).split('.');

/** A record input with what of a record may be created. */
export const generateRecordInputForCreate = (record, info = null) => ({
    apiName: record.apiName,
    fields: inputFields(record, info, 'createable')
});

/** A record input with what of a record may be updated. */
export const generateRecordInputForUpdate = (record, info = null) => ({
    fields: { Id: record.id, ...inputFields(record, info, 'updateable') }
});

function inputFields(record, info, right) {
    const scalar = Object.entries(record.fields).filter(([, { value }]) => value === null || typeof value !== 'object');
    return Object.fromEntries(
        scalar
            .filter(([name]) => name !== 'Id' && (info === null || info.fields[name]?.[right]))
            .map(([name, { value }]) => [name, value])
    );
}

/** The wanted fields of a record as a tree: { Name: {}, Account: { Name: {} } }. */
function fieldPaths({ objectApiName }, { fields = [], optionalFields = [], layoutTypes }) {
    if (layoutTypes) throw invalidInput('There are no layouts in this console; ask for fields.');
    const tree = {};
    for (const [wanted, optional] of [
        [fields, false],
        [optionalFields, true]
    ]) {
        for (const field of [wanted].flat()) {
            const [object, ...path] = pathOf(field);
            if (object === objectApiName) grow(tree, path, optional);
            else if (!optional) throw noColumn(path.join('.'), objectApiName, object);
        }
    }
    return tree;
}

function grow(tree, [name, ...rest], optional) {
    tree[name] ??= { optional, spanned: {} };
    tree[name].optional &&= optional;
    if (rest.length > 0) grow(tree[name].spanned, rest, optional);
}

async function represent(record, tree, org) {
    const { objectApiName } = record;
    const result = {};
    for (const [name, { optional, spanned }] of Object.entries(tree)) {
        const { fields } = SCHEMA[objectApiName];
        const lookup = Object.values(fields).find(
            ({ relationshipName, referenceTo = [] }) => relationshipName === name && referenceTo.length === 1
        );
        const isLookup = Object.keys(spanned).length > 0;
        const field = isLookup ? lookup : fields[name];
        if (!field || !org.access.canRead(objectApiName, field.apiName)) {
            if (!optional) throw noColumn(name, objectApiName);
        } else if (isLookup) {
            const other = toId(record.fields[field.apiName]) && (await org.store.find(record.fields[field.apiName]));
            const value = other ? await represent(other, spanned, org) : null;
            result[name] = {
                displayValue: other?.fields[SCHEMA[other.objectApiName].nameFields.at(-1)] ?? null,
                value
            };
        } else {
            result[name] = fieldOf(record, name);
        }
    }
    return representation(record, result);
}

function representWhole(record, org) {
    const names = Object.keys(record.fields).filter((name) => org.access.canRead(record.objectApiName, name));
    return representation(record, Object.fromEntries(names.map((name) => [name, fieldOf(record, name)])));
}

function fieldOf(record, name) {
    const { dataType } = SCHEMA[record.objectApiName].fields[name];
    const none = dataType === 'Boolean' ? false : null;
    return { displayValue: displayValue(record, name), value: record.fields[name] ?? none };
}

function representation({ id, objectApiName, fields: { LastModifiedDate, LastModifiedById } }, fields) {
    const modified = Date.parse(LastModifiedDate);
    return {
        apiName: objectApiName,
        childRelationships: {},
        eTag: `${id}.${modified}`,
        fields,
        id,
        lastModifiedById: LastModifiedById,
        lastModifiedDate: LastModifiedDate,
        recordTypeId: null,
        recordTypeInfo: null,
        systemModstamp: LastModifiedDate,
        weakEtag: modified
    };
}

function noColumn(name, objectApiName, asked = objectApiName) {
    return DataError.of('INVALID_FIELD', `No such column '${name}' on entity '${asked}'.`);
}
