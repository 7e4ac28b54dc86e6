/** One field's value: text, a link to another record, an e-mail address, or a phone number that dials on a click. */
import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { simulator } from 'host/softphone';
import { USER, findRecord } from '../../../data/records.js';

export default class RecordField extends NavigationMixin(LightningElement) {
    /** { label, type, value, text } */
    @api field;
    /** Name of the record the field belongs to, which is who a click calls. */
    @api recordName;

    get isPhone() {
        return this.field.type === 'phone';
    }

    get isEmail() {
        return this.field.type === 'email';
    }

    get isUrl() {
        return this.field.type === 'url';
    }

    get isLookup() {
        return this.field.type === 'lookup' && this.linked !== undefined;
    }

    get linked() {
        return findRecord(this.field.value);
    }

    get text() {
        return this.field.value === USER.id ? USER.fields.Name : this.field.text;
    }

    get dialText() {
        return `Dial ${this.field.value}`;
    }

    handleDial() {
        simulator.outboundCall({ name: this.recordName, number: this.field.value });
    }

    handleOpen() {
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId: this.field.value, actionName: 'view' }
        });
    }
}
