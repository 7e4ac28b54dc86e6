/** Field-level security of Task, as an administrator would set it for the agent. */
import { LightningElement } from 'lwc';
import { org } from 'host/org';
import { SCHEMA } from '../../../records/schema.js';

const LABELS = { edit: 'Can edit', read: 'Can see', none: 'No access' };

export default class FieldAccess extends LightningElement {
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
        const secured = Object.values(SCHEMA.Task.fields).filter(({ secured: isSecured }) => isSecured);
        this.fields = secured.map(({ apiName, label }) => {
            const current = org.access.level('Task', apiName);
            const levels = Object.entries(LABELS).map(([level, text]) => ({
                level,
                text,
                selected: level === current
            }));
            return { apiName, label, levels };
        });
    }

    handleChange({ currentTarget }) {
        org.access.set('Task', currentTarget.dataset.access, currentTarget.value);
    }

    handleReset() {
        org.access.reset();
    }
}
