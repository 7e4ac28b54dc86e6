/** The record store's panel: what is stored, what was asked for, and what an agent can be made to live with. */
import { LightningElement } from 'lwc';
import { org } from 'host/org';

const COUNTED = Object.entries({ sent: 'Sent', succeeded: 'Succeeded', failed: 'Failed', stored: 'Stored' });

export default class RecordStore extends LightningElement {
    counts = org.requests.counts;
    #stop;

    connectedCallback() {
        this.#stop = org.watch(() => (this.counts = org.requests.counts));
    }

    disconnectedCallback() {
        this.#stop();
    }

    get saves() {
        return COUNTED.map(([name, label]) => ({ name, label, count: this.counts.save[name] }));
    }

    get others() {
        const { read, write } = this.counts;
        return `Other requests: ${read.sent} to read, ${write.sent} to write; ${read.failed + write.failed} failed`;
    }
}
