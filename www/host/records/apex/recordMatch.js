// Stand-in for the Apex class PatchbayRecordMatch, because Apex runs only in an org. It answers as the class does, on this
// console's records.
import { Address } from '../address.js';
import { SCHEMA } from '../schema.js';

const MOST = 20;

/**
 * Resolves to `[{ id, objectApiName, name, detail?, isPersonAccount, personContactId?, related? }]`: contacts, leads and accounts with that address.
 * Only a person account has `personContactId`, the contact that activities refer to.
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
    const matches = found.slice(0, MOST).map(async ({ id, objectApiName, fields }) => ({
        id,
        objectApiName,
        name: fields.Name,
        ...person(objectApiName, fields),
        ...(objectApiName === 'Contact' ? await accountOf(fields, store) : {}),
        ...(objectApiName === 'Lead' && access.canRead('Lead', 'Company') ? { detail: fields.Company } : {})
    }));
    return Promise.all(matches);
}

async function accountOf({ AccountId }, store) {
    const [account] = AccountId ? await store.query('Account', ({ id }) => id === AccountId) : [];
    return account ? { related: [{ id: account.id, objectApiName: 'Account', name: account.fields.Name }] } : {};
}

function person(objectApiName, { IsPersonAccount, PersonContactId }) {
    const isPersonAccount = objectApiName === 'Account' && IsPersonAccount === true;
    return isPersonAccount ? { isPersonAccount, personContactId: PersonContactId } : { isPersonAccount };
}

/** Leaves out the contact of a person account, which is the same person. */
const isNoCopy = ({ objectApiName, fields }) => objectApiName !== 'Contact' || !fields.IsPersonAccount;
