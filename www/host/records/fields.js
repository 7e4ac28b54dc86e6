// Field definitions as an org's describe has them, in short. `secured` tells whether field-level security applies.

const field = (dataType, apiName, label, more = {}) => ({
    apiName,
    label,
    dataType,
    custom: apiName.endsWith('__c'),
    createable: true,
    updateable: true,
    required: false,
    secured: true,
    ...more
});

export const text = (apiName, label, length = 255, more) => field('String', apiName, label, { length, ...more });
/** Text with suggestions. */
export const comboBox = (apiName, label, length) => field('ComboBox', apiName, label, { length });
export const longText = (apiName, label, length) => field('TextArea', apiName, label, { length });
export const phone = (apiName, label) => field('Phone', apiName, label, { length: 40 });
export const email = (apiName, label) => field('Email', apiName, label, { length: 80 });
export const int = (apiName, label, more) => field('Int', apiName, label, { precision: 8, ...more });
export const double = (apiName, label, precision, scale) => field('Double', apiName, label, { precision, scale });
export const currency = (apiName, label) => field('Currency', apiName, label, { precision: 18, scale: 2 });
export const percent = (apiName, label) => field('Percent', apiName, label, { precision: 3, scale: 0 });
export const date = (apiName, label) => field('Date', apiName, label);
export const dateTime = (apiName, label) => field('DateTime', apiName, label);
export const url = (apiName, label) => field('Url', apiName, label, { length: 255 });
export const boolean = (apiName, label) => field('Boolean', apiName, label, { defaultValue: false });
/** Values outside the list are taken, unless it is `restricted`. */
export const picklist = (apiName, label, values, more) =>
    field('Picklist', apiName, label, { length: 255, values, restricted: false, ...more });
export const lookup = (apiName, label, referenceTo, more) =>
    field('Reference', apiName, label, {
        length: 18,
        referenceTo,
        relationshipName: apiName.endsWith('__c') ? apiName.replace(/c$/, 'r') : apiName.replace(/Id$/, ''),
        ...more
    });

/** Set by Salesforce alone. */
const READ_ONLY = { createable: false, updateable: false, secured: false };
export const readOnly = (definition) => ({ ...definition, ...READ_ONLY });
/** Filled in a new record alone. */
export const insertOnly = (definition) => ({ ...definition, updateable: false, secured: false });
/** What a record cannot be without. Field-level security has no say in it. */
export const required = (definition) => ({ ...definition, required: true, secured: false });

/** Not there before this API version. */
export const since = (version, definition) => ({ ...definition, since: version });

/** What every object has. */
const system = () =>
    [
        field('Reference', 'Id', 'Record ID', { length: 18, referenceTo: [], relationshipName: null }),
        dateTime('CreatedDate', 'Created Date'),
        lookup('CreatedById', 'Created By ID', ['User']),
        dateTime('LastModifiedDate', 'Last Modified Date'),
        lookup('LastModifiedById', 'Last Modified By ID', ['User']),
        dateTime('SystemModstamp', 'System Modstamp'),
        boolean('IsDeleted', 'Deleted')
    ].map(readOnly);

export const owner = () => lookup('OwnerId', 'Owner ID', ['User'], { secured: false });

/** An object of the org. Of one that is not `writable` an agent makes and changes no records. */
export const object = ({ fields, nameFields = ['Name'], ...more }) => ({
    custom: false,
    writable: true,
    nameFields,
    fields: Object.fromEntries([...fields, ...system()].map((definition) => [definition.apiName, definition])),
    ...more
});
