/** The record store's panel: records, requests, network faults, field access and the org's rules of tasks. */
import { LightningElement } from 'lwc';
import { org } from 'host/org';

const COLUMNS = Object.entries({ sent: 'Sent', succeeded: 'Succeeded', failed: 'Failed', stored: 'Stored' }).map(
    ([name, label]) => ({ name, label })
);
const KINDS = { save: 'Interaction log', engagement: 'Engagement interaction' };

export default class RecordStore extends LightningElement {
    columns = COLUMNS;
    counts = org.requests.counts;
    #stop;

    connectedCallback() {
        this.#stop = org.watch(() => (this.counts = org.requests.counts));
    }

    disconnectedCallback() {
        this.#stop();
    }

    get saves() {
        return Object.entries(KINDS).map(([kind, label]) => ({
            kind,
            label,
            counts: COLUMNS.map(({ name }) => ({ name, count: this.counts[kind][name] }))
        }));
    }

    get others() {
        const { read, write } = this.counts;
        return `Other requests: ${read.sent} to read, ${write.sent} to write; ${read.failed + write.failed} failed`;
    }
}
