/** Every field that a Task holds, by label and API name. */
import { LightningElement, api } from 'lwc';
import { shown } from '../../../records/display.js';
import { SCHEMA } from '../../../records/schema.js';

export default class TaskFields extends LightningElement {
    /** As the record store has it. */
    @api record;

    get fields() {
        return Object.keys(SCHEMA.Task.fields)
            .filter((apiName) => (this.record.fields[apiName] ?? null) !== null)
            .map((apiName) => shown(this.record, apiName));
    }
}
