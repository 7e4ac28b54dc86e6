/** The record page of a stored record, such as a Task: it always shows the current fields. */
import { LightningElement, api } from 'lwc';
import { org } from 'host/org';
import { SCHEMA, nameOf, objectOf } from '../../../records/schema.js';

export default class StoredRecordPage extends LightningElement {
    @api recordId;
    record;
    gone = false;
    #stop;
    #asked = 0;

    connectedCallback() {
        this.#stop = org.watch(() => this.refresh());
        this.refresh();
    }

    disconnectedCallback() {
        this.#stop();
    }

    async refresh() {
        const asked = (this.#asked += 1);
        const found = await org.ready.then((store) => store.find(this.recordId)).catch(() => undefined);
        if (asked !== this.#asked) return; // a later look has newer fields
        this.gone = !found || found.fields.IsDeleted;
        this.record = this.gone ? undefined : found;
    }

    get object() {
        return SCHEMA[objectOf(this.recordId)];
    }

    get title() {
        return this.record ? nameOf(this.record) : this.object.label;
    }
}
