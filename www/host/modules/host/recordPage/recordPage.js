/** A record page: highlights panel, details, related records, and what the message service delivers to this tab. */
import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { OBJECTS, findRecord, relatedTo } from '../../../data/records.js';

const HIGHLIGHTS = 4;

export default class RecordPage extends NavigationMixin(LightningElement) {
    @api recordId;

    get record() {
        return findRecord(this.recordId);
    }

    get object() {
        return OBJECTS[this.record.objectApiName];
    }

    get highlights() {
        return this.record.fields.slice(0, HIGHLIGHTS);
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
