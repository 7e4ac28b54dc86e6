/** Hands one interaction to a secure flow, with what the flow has to know about the customer. */
import PatchbayInteractionElement from 'c/patchbayInteractionElement';
import labels from './labels';

const BLANK = { flowId: '', userData: '', disconnect: false };

export default class PatchbaySecureSession extends PatchbayInteractionElement {
    labels = labels;
    context = BLANK;

    forget() {
        super.forget();
        // What was typed about one customer must never go out with another's interaction.
        this.context = BLANK;
    }

    get start() {
        return { action: 'secureSession', ...this.stand('secureSession', () => this.build()) };
    }

    get buttons() {
        return [this.start];
    }

    build() {
        return this.session.secureSession(this.shownId, this.context);
    }

    handleText({ currentTarget, detail: { value } }) {
        this.context = { ...this.context, [currentTarget.dataset.field]: value };
        // Words alone are judged while they are typed; whether it may be sent now is the session's word.
        this.check(currentTarget, (patchbay) => patchbay.secureSession(this.shownId, this.context));
    }

    handleDisconnect({ detail: { checked } }) {
        this.context = { ...this.context, disconnect: checked };
    }

    handleStart() {
        this.send(labels.secureSession, () => this.build());
    }
}
