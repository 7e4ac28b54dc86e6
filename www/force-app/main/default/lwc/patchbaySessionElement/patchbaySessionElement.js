/** A component that shows the agent's session and keeps nothing of its own: all it knows is the last state it was told. */
import PatchbayElement from 'c/patchbayElement';
import { watch } from 'c/patchbaySession';

export default class PatchbaySessionElement extends PatchbayElement {
    // One object for each change: the session itself stays the same, and would not make a template render again.
    state = { session: null };
    stopWatching = null;

    // Patchbay comes with the session, or the reason why there is none does.
    connectedCallback() {
        this.stopWatching = watch((state) => this.follow(state));
    }

    disconnectedCallback() {
        this.stopWatching();
    }

    follow(state) {
        const { patchbay, error } = state;
        this.state = state;
        this.patchbay = patchbay;
        this.loadError = error && { reason: error.reason, message: error.message };
    }

    get session() {
        return this.state.session;
    }
}
