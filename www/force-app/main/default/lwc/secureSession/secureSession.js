/** Hands one interaction to a secure flow, with what the flow has to know about the customer. */
import { api } from 'lwc';
import PatchbayElement from 'c/patchbayElement';

const BLANK = { flowId: '', userData: '', disconnect: false };

export default class SecureSession extends PatchbayElement {
    context = BLANK;
    shownId;

    @api
    get interactionId() {
        return this.shownId;
    }
    set interactionId(id) {
        this.shownId = id;
        // What was typed about one customer must never go out with another's interaction.
        this.context = BLANK;
        this.clearFeedback();
    }

    get empty() {
        return this.shownId ? null : 'No interaction is selected.';
    }

    handleText({ currentTarget, detail: { value } }) {
        this.context = { ...this.context, [currentTarget.dataset.field]: value };
        this.check(currentTarget, (patchbay) => patchbay.secureSession(this.shownId, this.context));
    }

    handleDisconnect({ detail: { checked } }) {
        this.context = { ...this.context, disconnect: checked };
    }

    handleStart() {
        this.send('Secure session', (patchbay) => patchbay.secureSession(this.shownId, this.context));
    }
}
