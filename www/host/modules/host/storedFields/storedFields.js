/** Every field that a record holds, by label and API name. */
import { LightningElement, api } from 'lwc';
import { org } from 'host/org';
import { shown } from '../../../records/display.js';
import { SCHEMA } from '../../../records/schema.js';

export default class StoredFields extends LightningElement {
    /** As the record store has it. */
    @api record;

    get fields() {
        const { objectApiName, fields } = this.record;
        return Object.keys(SCHEMA[objectApiName].fields)
            .filter((apiName) => org.access.apiVersion.has(SCHEMA[objectApiName].fields[apiName]))
            .filter((apiName) => (fields[apiName] ?? null) !== null)
            .map((apiName) => shown(this.record, apiName));
    }
}
