/** Puts the selected interaction on hold. */
import { LightningElement } from 'lwc';
import { NO_SESSION, send, subscribe } from 'c/patchbaySession';

export default class PatchbayHoldButton extends LightningElement {
    state = NO_SESSION;
    refusal = '';

    connectedCallback() {
        this.unsubscribe = subscribe((state) => (this.state = state));
    }

    disconnectedCallback() {
        this.unsubscribe();
    }

    get disabled() {
        const { session } = this.state;
        return !session?.selected || !session.can(session.selected).includes('hold');
    }

    handleClick() {
        const { problems } = send((session) => session.updateState('hold', session.selected));
        this.refusal = problems.map(({ message }) => message).join(' ');
    }
}
