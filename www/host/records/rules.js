// The rules that Salesforce enforces when a record is created or updated, with its status codes and, where known, its texts. All
// errors are reported together.
import { checkEngagement, deriveEngagement } from './engagementInteraction.js';
import { DataError } from './errors.js';
import { toId } from './ids.js';
import { SCHEMA, objectOf } from './schema.js';
import { checkTaskRules } from './taskRules.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
const NUMBERS = ['Int', 'Double', 'Currency', 'Percent'];
const INT_MAX = 2 ** 31 - 1;
/** Maximum number of characters of a value that a message quotes. */
const SHOWN = 255;

/** Rules for one object: errors of the record as a whole, and values that Salesforce sets itself. */
const OWN_RULES = {
    Task: {
        defaults: (taskRules) => ({ Status: taskRules.statuses[0].name }),
        check: checkTask,
        derive: ({ Status }, _, __, taskRules) => ({ IsClosed: taskRules.isClosed(Status) })
    },
    EngagementInteraction: { check: checkEngagement, derive: deriveEngagement }
};

/**
 * Judges `values` for a record of that object, `existing` being what it holds when it is updated. Gives the values as they are
 * stored, or throws a DataError. `access` says what the user may edit, `find(id)` gives a record, deleted ones too,
 * `findTwin(apiName, value)` another record that holds this.
 */
export async function judge(objectApiName, values, { existing = null, access, find, findTwin, now, taskRules }) {
    const { fields } = SCHEMA[objectApiName];
    checkFields(objectApiName, values, { existing, access, taskRules });

    const faults = [];
    const fault = (errorCode, message, ...names) => faults.push({ errorCode, message, fields: names });
    const stored = {};
    for (const [apiName, value] of Object.entries(values)) {
        stored[apiName] = store(fields[apiName], value, fault);
        if (fields[apiName].dataType === 'Reference' && stored[apiName]) {
            await checkReference(fields[apiName], stored[apiName], { find, fault });
        }
        if (fields[apiName].unique && stored[apiName] !== null) {
            await checkUnique(apiName, stored[apiName], { findTwin, fault });
        }
    }
    const { defaults = () => ({}), check = () => {}, derive = () => ({}) } = OWN_RULES[objectApiName] ?? {};
    const whole = { ...(existing ?? { ...defaultsOf(fields), ...defaults(taskRules) }), ...stored };
    checkRequired(fields, whole, existing ? stored : fields, fault);
    check(whole, fault, taskRules);
    if (faults.length > 0) throw new DataError(faults);
    return { ...(existing ? stored : whole), ...derive(whole, stored, now, taskRules) };
}

function checkFields(objectApiName, values, { existing, access, taskRules }) {
    const { fields } = SCHEMA[objectApiName];
    const names = Object.keys(values);
    if (objectApiName === 'Task' && existing && !taskRules.mayEdit) {
        throw DataError.of('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
    }
    if (!existing && names.includes('Id')) {
        throw DataError.of('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
    }
    // A field that the user cannot see does not exist for that user.
    const unknown = names.find((name) => !fields[name] || !access.canRead(objectApiName, name));
    if (unknown) {
        throw DataError.of('INVALID_FIELD', `No such column '${unknown}' on sobject of type ${objectApiName}`, [
            unknown
        ]);
    }
    const locked = names.filter(
        (name) => !fields[name][existing ? 'updateable' : 'createable'] || !access.canEdit(objectApiName, name)
    );
    if (locked.length > 0) {
        throw DataError.of(
            'INVALID_FIELD_FOR_INSERT_UPDATE',
            `Unable to create/update fields: ${locked.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
            locked
        );
    }
}

function store(field, value, fault) {
    // Empty text is no value at all.
    if (value === null || value === '') return field.dataType === 'Boolean' ? wrongType(field, value, fault) : null;
    if (field.dataType === 'Boolean') return typeof value === 'boolean' ? value : wrongType(field, value, fault);
    if (NUMBERS.includes(field.dataType)) return storeNumber(field, value, fault);
    if (typeof value !== 'string') return wrongType(field, value, fault);
    if (field.dataType === 'Date') {
        const real = DATE.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value);
        return real ? value : wrongType(field, value, fault);
    }
    if (field.dataType === 'DateTime') {
        const time = DATE_TIME.test(value) ? Date.parse(value) : NaN;
        return Number.isNaN(time) ? wrongType(field, value, fault) : new Date(time).toISOString();
    }
    if (field.dataType === 'Reference') {
        const id = toId(value);
        if (!id) fault('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, field.apiName);
        return id;
    }
    if (value.length > field.length) {
        fault(
            'STRING_TOO_LONG',
            `${field.label}: data value too large: ${value.slice(0, SHOWN)} (max length=${field.length})`,
            field.apiName
        );
    }
    if (field.restricted && !field.values.includes(value)) {
        fault(
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
            `${field.label}: bad value for restricted picklist field: ${value}`,
            field.apiName
        );
    }
    return value;
}

function storeNumber(field, value, fault) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType(field, value, fault);
    if (field.dataType === 'Int' && !Number.isInteger(value)) return wrongType(field, value, fault);
    const most = field.dataType === 'Int' ? INT_MAX : 10 ** (field.precision - field.scale) - 1;
    if (Math.abs(value) > most || value < (field.min ?? -Infinity)) {
        fault('NUMBER_OUTSIDE_VALID_RANGE', `${field.label}: value outside of valid range: ${value}`, field.apiName);
    }
    return field.scale === undefined ? value : Number(value.toFixed(field.scale));
}

function wrongType({ apiName, label }, value, fault) {
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    fault('INVALID_TYPE_ON_FIELD_IN_RECORD', `${label}: value not of required type: ${shown}`, apiName);
    return null;
}

async function checkReference({ apiName, label, referenceTo }, id, { find, fault }) {
    if (!referenceTo.includes(objectOf(id))) {
        fault('FIELD_INTEGRITY_EXCEPTION', `${label}: id value of incorrect type: ${id}`, apiName);
        return;
    }
    const target = await find(id);
    if (!target) fault('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', apiName);
    else if (target.fields.IsDeleted) fault('ENTITY_IS_DELETED', 'entity is deleted', apiName);
}

async function checkUnique(apiName, value, { findTwin, fault }) {
    const twin = await findTwin(apiName, value);
    // Of the record as a whole: Salesforce names no field here, and the other record by 15 characters.
    if (twin) {
        const id = twin.id.slice(0, 15);
        fault('DUPLICATE_VALUE', `duplicate value found: ${apiName} duplicates value on record with id: ${id}`);
    }
}

function checkRequired(fields, whole, written, fault) {
    const missing = Object.keys(written).filter((name) => fields[name].required && (whole[name] ?? null) === null);
    if (missing.length > 0) {
        fault('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, ...missing);
    }
}

function checkTask(whole, fault, taskRules) {
    const { WhoId, WhatId } = whole;
    // The rule is documented, its sentence is not.
    if (WhoId && WhatId && objectOf(WhoId) === 'Lead') {
        fault(
            'FIELD_INTEGRITY_EXCEPTION',
            "A task whose Name is a lead can't be related to another record: leave Related To empty.",
            'WhoId',
            'WhatId'
        );
    }
    checkTaskRules(whole, fault, taskRules);
}

function defaultsOf(fields) {
    const known = Object.values(fields).filter(
        ({ createable, defaultValue }) => createable || defaultValue !== undefined
    );
    return Object.fromEntries(known.map(({ apiName, defaultValue = null }) => [apiName, defaultValue]));
}
