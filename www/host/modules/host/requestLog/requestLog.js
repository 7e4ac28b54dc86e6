/** The latest requests to the record store and their outcomes, newest first. */
import { LightningElement } from 'lwc';
import { org } from 'host/org';
import { MODES } from '../../../records/faults.js';
import { shortened } from '../../../records/requests.js';
import { objectOf } from '../../../records/schema.js';

const SHOWN = 50;

export default class RequestLog extends LightningElement {
    entries = [];
    #stop;

    connectedCallback() {
        this.#stop = org.watch(() => this.refresh());
        this.refresh();
    }

    disconnectedCallback() {
        this.#stop();
    }

    refresh() {
        const { entries } = org.requests;
        this.entries = entries
            .slice(-SHOWN)
            .reverse()
            .map(({ what, payload, at, fault, outcome, answer }, index) => ({
                key: entries.length - index,
                what,
                about: payload?.eventName ?? objectIn(payload),
                time: new Date(at).toLocaleTimeString(),
                outcome,
                outcomeClass: `outcome outcome_${outcome.replace(' ', '-')}`,
                fault: fault ? MODES[fault].label : '',
                payload: JSON.stringify(shortened(payload), null, 2),
                answer: JSON.stringify(shortened(answer), null, 2)
            }));
    }

    get empty() {
        return this.entries.length === 0;
    }
}

/** The object of a request of the User Interface API, if it names one. */
function objectIn(payload) {
    const id = payload?.recordId ?? payload?.fields?.Id;
    return payload?.apiName ?? payload?.objectApiName ?? (typeof id === 'string' ? objectOf(id) : null) ?? '';
}
