/** Patchbay's components for the interaction that is selected in the client. */
import { LightningElement } from 'lwc';
import { simulator, viewOf } from 'host/softphone';

export default class InteractionPanel extends LightningElement {
    selected;
    #stop;

    connectedCallback() {
        this.#stop = simulator.watch(() => this.refresh());
        this.refresh();
    }

    disconnectedCallback() {
        this.#stop();
    }

    refresh() {
        const conversation = simulator.find(simulator.selected);
        this.selected = conversation ? viewOf(conversation) : null;
    }

    get interactionId() {
        return this.selected?.id;
    }
}
