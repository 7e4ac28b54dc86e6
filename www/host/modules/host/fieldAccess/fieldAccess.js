/** Sets which fields exist and what the agent may do with them, as an administrator would. */
import { LightningElement } from 'lwc';
import { org } from 'host/org';
import { VERSIONS } from '../../../records/apiVersion.js';
import { SCHEMA, STORED } from '../../../records/schema.js';

const LABELS = { edit: 'Can edit', read: 'Can see', none: 'No access' };

export default class FieldAccess extends LightningElement {
    objects = STORED.map((name) => ({ name, label: SCHEMA[name].label }));
    objectApiName = STORED[0];
    versions = [];
    fields = [];
    #stop;

    connectedCallback() {
        this.#stop = org.watch(() => this.refresh());
        this.refresh();
    }

    disconnectedCallback() {
        this.#stop();
    }

    refresh() {
        const { objectApiName } = this;
        const version = String(org.apiVersion);
        this.versions = VERSIONS.map((name) => ({ name, selected: name === version }));
        const secured = Object.values(SCHEMA[objectApiName].fields).filter(
            (field) => field.secured && org.apiVersion.has(field)
        );
        this.fields = secured.map(({ apiName, label }) => {
            const current = org.access.level(objectApiName, apiName);
            const levels = Object.entries(LABELS).map(([level, text]) => ({
                level,
                text,
                selected: level === current
            }));
            return { apiName, label, levels };
        });
    }

    handleVersion({ currentTarget }) {
        org.apiVersion.set(currentTarget.value);
    }

    handleObject({ currentTarget }) {
        this.objectApiName = currentTarget.value;
        this.refresh();
    }

    handleChange({ currentTarget }) {
        org.access.set(this.objectApiName, currentTarget.dataset.access, currentTarget.value);
    }

    handleReset() {
        org.access.reset();
    }
}
