/**
 * Follows the page the agent is on, and tells the session which record that is; shows nothing. A page that is no record's,
 * and a record that cannot be read, are passed over.
 */
import { LightningElement, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { visit } from 'c/agentSession';

const NOTHING = {};
const PERSON = ['Account.IsPersonAccount', 'Account.PersonContactId'];

export default class VisitedRecord extends LightningElement {
    page = NOTHING;
    objectInfo = null;
    /** {recordId, fields, optionalFields}: only once the fields are those of the record's own object. */
    request = NOTHING;
    record = null;
    told = false;

    @wire(CurrentPageReference)
    takePage(reference) {
        const page = recordOf(reference);
        if (page.recordId !== this.page.recordId) {
            this.page = page;
            this.told = false;
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
        optionalFields: '$request.optionalFields'
    })
    takeRecord({ data }) {
        this.record = data ?? null;
        this.tell();
    }

    /** The object of the page's record, once that is known. */
    get pageInfo() {
        const { page, objectInfo } = this;
        return objectInfo && objectInfo.apiName === page.objectApiName ? objectInfo : null;
    }

    ask() {
        this.request = this.pageInfo ? requestOf(this.page, this.pageInfo) : NOTHING;
    }

    /** Once for each time a record is shown: new data of one that stays in view are no visit. */
    tell() {
        const { page, pageInfo, record, told } = this;
        if (!told && pageInfo && record && isSameRecord(record.id, page.recordId)) {
            this.told = true;
            visit(visitOf(record, pageInfo));
        }
    }
}

function recordOf(reference) {
    const { recordId, objectApiName } = reference?.attributes ?? {};
    return reference?.type === 'standard__recordPage' && recordId && objectApiName
        ? { recordId, objectApiName }
        : NOTHING;
}

function visitOf({ id, apiName, fields }, objectInfo) {
    return {
        id,
        objectApiName: apiName,
        name: nameFieldsOf(objectInfo)
            .map((field) => fields[field]?.value)
            .filter(Boolean)
            .join(' '),
        isPersonAccount: fields.IsPersonAccount?.value === true,
        personContactId: fields.PersonContactId?.value ?? null
    };
}

function requestOf({ recordId, objectApiName }, objectInfo) {
    return {
        recordId,
        fields: nameFieldsOf(objectInfo).map((field) => `${objectApiName}.${field}`),
        // Not there in an org without person accounts.
        optionalFields: objectApiName === 'Account' ? PERSON : []
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
