/** Sets which requests to the record store fail, how often, and how long they take. */
import { LightningElement } from 'lwc';
import { org } from 'host/org';
import { LIMITS, MODES } from '../../../records/faults.js';

export default class NetworkFaults extends LightningElement {
    limits = LIMITS;
    settings = org.faults.settings;
    problem = '';
    #stop;

    connectedCallback() {
        this.#stop = org.watch(() => (this.settings = org.faults.settings));
    }

    disconnectedCallback() {
        this.#stop();
    }

    get modes() {
        return Object.entries(MODES).map(([name, { label }]) => ({
            name,
            label,
            checked: this.settings.modes.includes(name)
        }));
    }

    get latencyLabel() {
        return `Latency: ${this.settings.latency} ms`;
    }

    get rateLabel() {
        return `Failures: ${this.settings.rate} %`;
    }

    handleLatency({ detail }) {
        this.set({ latency: Number(detail.value) });
    }

    handleRate({ detail }) {
        this.set({ rate: Number(detail.value) });
    }

    handleMode({ currentTarget: { name, checked } }) {
        const others = this.settings.modes.filter((mode) => mode !== name);
        this.set({ modes: checked ? [...others, name] : others });
    }

    handleReads({ currentTarget: { checked } }) {
        this.set({ reads: checked });
    }

    handleSeed({ currentTarget: { value } }) {
        this.set({ seed: value === '' ? NaN : Number(value) });
    }

    handleReset() {
        this.problem = '';
        org.faults.reset();
    }

    set(changes) {
        try {
            org.faults.set(changes);
            this.problem = '';
        } catch (error) {
            this.problem = error.message;
        }
    }
}
