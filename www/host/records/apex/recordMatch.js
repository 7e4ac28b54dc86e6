// Stand-in for the Apex class PatchbayRecordMatch, since Apex runs in an org alone. It answers as that class does, on this
// console's records.
import { Address } from '../address.js';
import { SCHEMA } from '../schema.js';

const MOST = 20;

/**
 * Resolves to `[{ id, objectApiName, name, isPersonAccount, personContactId? }]`: contacts, leads and accounts with that address.
 * The last of them, the contact that stands for it on activities, only a person account has.
 */
export async function find({ address: text }, { store, access }) {
    const address = new Address(text);
    const found = [];
    for (const objectApiName of ['Contact', 'Lead', 'Account']) {
        const searched = Object.values(SCHEMA[objectApiName].fields).filter(
            ({ apiName, dataType }) => dataType === address.fieldType && access.canRead(objectApiName, apiName)
        );
        const records = await store.query(objectApiName, ({ fields }) =>
            searched.some(({ apiName }) => address.isSame(fields[apiName]))
        );
        found.push(...records.filter(isNoCopy));
    }
    return found.slice(0, MOST).map(({ id, objectApiName, fields }) => ({
        id,
        objectApiName,
        name: fields.Name,
        ...person(objectApiName, fields)
    }));
}

function person(objectApiName, { IsPersonAccount, PersonContactId }) {
    const isPersonAccount = objectApiName === 'Account' && IsPersonAccount === true;
    return isPersonAccount ? { isPersonAccount, personContactId: PersonContactId } : { isPersonAccount };
}

/** The contact of a person account is the account once more. */
const isNoCopy = ({ objectApiName, fields }) => objectApiName !== 'Contact' || !fields.IsPersonAccount;
