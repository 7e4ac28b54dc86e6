/** The latest requests to the record store and what became of them, newest first. */
import { LightningElement } from 'lwc';
import { org } from 'host/org';
import { MODES } from '../../../records/faults.js';

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
                about: payload?.eventName ?? '',
                time: new Date(at).toLocaleTimeString(),
                outcome,
                outcomeClass: `outcome outcome_${outcome.replace(' ', '-')}`,
                fault: fault ? MODES[fault].label : '',
                payload: JSON.stringify(payload, null, 2),
                answer: JSON.stringify(answer, null, 2)
            }));
    }

    get empty() {
        return this.entries.length === 0;
    }
}
