/** A record page: highlights panel, details, related records, for a contact the interaction log, and what reaches this tab. */
import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { OBJECTS, findRecord, relatedTo } from '../../../data/records.js';
import { shown } from '../../../records/display.js';

const HIGHLIGHTS = 4;

export default class RecordPage extends NavigationMixin(LightningElement) {
    @api recordId;

    get record() {
        return findRecord(this.recordId);
    }

    get object() {
        return OBJECTS[this.record.objectApiName];
    }

    get isContact() {
        return this.record.objectApiName === 'Contact';
    }

    get fields() {
        return Object.keys(this.record.fields).map((apiName) => shown(this.record, apiName));
    }

    get highlights() {
        return this.fields.slice(0, HIGHLIGHTS);
    }

    get related() {
        return relatedTo(this.recordId).map(({ id, objectApiName, name, about }) => {
            const { label, icon } = OBJECTS[objectApiName];
            return { id, name, icon, about: `${label} · ${about}` };
        });
    }

    get noneRelated() {
        return this.related.length === 0;
    }

    handleOpen({ currentTarget }) {
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId: currentTarget.dataset.open, actionName: 'view' }
        });
    }
}
