import { LightningElement } from 'lwc';
import { NO_SESSION, subscribe } from 'c/patchbaySession';

export default class CallerName extends LightningElement {
    state = NO_SESSION;
    connectedCallback() {
        this.unsubscribe = subscribe((state) => (this.state = state));
    }
    disconnectedCallback() {
        this.unsubscribe();
    }
    get caller() {
        return this.state.session?.interaction(this.state.session.selected)?.name;
    }
}
