import { LightningElement, api } from 'lwc';
import { load } from 'c/patchbay';

export default class HoldButton extends LightningElement {
    @api interactionId;
    isImpossible = true;

    async connectedCallback() {
        const patchbay = await load();
        this.session = patchbay.session({ onChange: () => this.look() });
    }

    disconnectedCallback() {
        this.session?.close();
    }

    /** What arrives on the channel. */
    @api
    receive(message) {
        this.session.receive(message);
    }

    look() {
        this.isImpossible = !this.session.can(this.interactionId).includes('hold');
    }

    hold() {
        const detail = this.session.updateState('hold', this.interactionId);
        this.dispatchEvent(new CustomEvent('send', { detail }));
    }
}
