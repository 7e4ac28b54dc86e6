/**
 * Follows the page the agent is on, and tells the session which record that is, with the records it is associated with; shows
 * nothing. A page that is no record's leaves the record before it. A record that cannot be read is passed over.
 */
import { LightningElement, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { leave, visit } from 'c/patchbaySession';

const NOTHING = {};
/** Lookups by object: the field, and the relationship that has the name. Whatever is not there is left out of the answer. */
const ACCOUNT = { field: 'AccountId', relationship: 'Account', objectApiName: 'Account' };
const CONTACT = { field: 'ContactId', relationship: 'Contact', objectApiName: 'Contact' };
const LOOKUPS = {
    Contact: [ACCOUNT],
    Case: [CONTACT, ACCOUNT],
    Opportunity: [ACCOUNT],
    Lead: [
        { field: 'ConvertedContactId', relationship: 'ConvertedContact', objectApiName: 'Contact' },
        { field: 'ConvertedAccountId', relationship: 'ConvertedAccount', objectApiName: 'Account' }
    ]
};
/** What tells a record from its namesakes, by object; of others it is the account. */
const DETAILS = { Case: 'Subject', Lead: 'Company' };
/** Not there in an org without person accounts. */
const PERSON = ['Account.IsPersonAccount', 'Account.PersonContactId'];
/** Tells the object of a record that a page names by its ID alone. */
const OBJECT_ALONE = ['Compact'];

export default class PatchbayVisitedRecord extends LightningElement {
    page = NOTHING;
    isPlaced = false;
    objectInfo = null;
    /** {recordId, fields, optionalFields}: only once the fields are those of the record's own object. */
    request = NOTHING;
    record = null;
    /** What was told of the record in view: its ID, and of a converted lead its contact's. */
    told = null;

    @wire(CurrentPageReference)
    takePage(reference) {
        const page = recordOf(reference);
        if (!this.isPlaced || page.recordId !== this.page.recordId) {
            this.page = page;
            this.isPlaced = true;
            this.told = null;
            leave();
            this.ask();
            this.tell();
        }
    }

    @wire(getObjectInfo, { objectApiName: '$page.objectApiName' })
    takeObjectInfo({ data }) {
        this.objectInfo = data ?? null;
        this.ask();
    }

    @wire(getRecord, {
        recordId: '$request.recordId',
        fields: '$request.fields',
        optionalFields: '$request.optionalFields',
        layoutTypes: '$request.layoutTypes'
    })
    takeRecord({ data }) {
        const { recordId, objectApiName } = this.page;
        if (data && recordId && !objectApiName && isSameRecord(data.id, recordId)) {
            this.page = { recordId, objectApiName: data.apiName };
            this.ask();
            return;
        }
        this.record = data ?? null;
        this.tell();
    }

    /** The object of the page's record, once that is known. */
    get pageInfo() {
        const { page, objectInfo } = this;
        return objectInfo && objectInfo.apiName === page.objectApiName ? objectInfo : null;
    }

    ask() {
        const { recordId, objectApiName } = this.page;
        if (recordId && !objectApiName) {
            this.request = { recordId, layoutTypes: OBJECT_ALONE };
        } else {
            this.request = this.pageInfo ? requestOf(this.page, this.pageInfo) : NOTHING;
        }
    }

    /** Once for each time a record is shown: new data of one that stays in view are no visit, unless it is a lead no more. */
    tell() {
        const { page, pageInfo, record } = this;
        if (pageInfo && record && isSameRecord(record.id, page.recordId)) {
            const visited = visitOf(record, pageInfo);
            const told = `${visited.id} ${visited.convertedContactId ?? ''}`;
            if (!this.told || (visited.convertedContactId && told !== this.told)) {
                this.told = told;
                visit(visited);
            }
        }
    }
}

function recordOf(reference) {
    const { recordId, objectApiName } = reference?.attributes ?? {};
    return reference?.type === 'standard__recordPage' && recordId ? { recordId, objectApiName } : NOTHING;
}

function visitOf({ id, apiName, fields }, objectInfo) {
    const related = relatedOf(apiName, fields);
    return {
        id,
        objectApiName: apiName,
        name: nameFieldsOf(objectInfo)
            .map((field) => fields[field]?.value)
            .filter(Boolean)
            .join(' '),
        detail: fields[DETAILS[apiName]]?.value || undefined,
        isPersonAccount: fields.IsPersonAccount?.value === true,
        personContactId: fields.PersonContactId?.value ?? null,
        convertedContactId: fields.ConvertedContactId?.value || undefined,
        related: related.length ? related : undefined
    };
}

function relatedOf(apiName, fields) {
    return (LOOKUPS[apiName] ?? [])
        .filter(({ field }) => fields[field]?.value)
        .map(({ field, relationship, objectApiName }) => {
            const id = fields[field].value;
            const { displayValue, value } = fields[relationship] ?? NOTHING;
            return { id, objectApiName, name: value?.fields?.Name?.value ?? displayValue ?? id };
        });
}

function requestOf({ recordId, objectApiName }, objectInfo) {
    const lookups = (LOOKUPS[objectApiName] ?? []).flatMap(({ field, relationship }) => [
        `${objectApiName}.${field}`,
        `${objectApiName}.${relationship}.Name`
    ]);
    const details = DETAILS[objectApiName] ? [`${objectApiName}.${DETAILS[objectApiName]}`] : [];
    return {
        recordId,
        fields: nameFieldsOf(objectInfo).map((field) => `${objectApiName}.${field}`),
        optionalFields: objectApiName === 'Account' ? PERSON : [...lookups, ...details]
    };
}

/** People are named by three fields, of which one has it all. */
function nameFieldsOf({ nameFields }) {
    return nameFields.includes('Name') ? ['Name'] : nameFields;
}

/** A page may name a record by 15 characters; its data have 18, of which the last three are a checksum. */
function isSameRecord(id, other) {
    return id.slice(0, 15) === other.slice(0, 15);
}
