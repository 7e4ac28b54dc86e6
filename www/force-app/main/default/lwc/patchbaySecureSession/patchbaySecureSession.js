/** Hands one interaction to a secure flow, with what the flow has to know about the customer. */
import { LightningElement } from 'lwc';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';
import labels from './labels';

const BLANK = { flowId: '', userData: '', disconnect: false };

export default class PatchbaySecureSession extends PatchbayInteractionMixin(LightningElement) {
    labels = labels;
    context = BLANK;

    reset() {
        super.reset();
        // What was typed about one customer must never go out with another's interaction.
        this.context = BLANK;
    }

    get draft() {
        const { context } = this;
        return context.flowId || context.userData ? { context } : null;
    }

    get start() {
        return { action: 'secureSession', ...this.buttonState('secureSession', () => this.build()) };
    }

    get buttons() {
        return [this.start];
    }

    build() {
        return this.session.secureSession(this.shownId, this.context);
    }

    handleText({ currentTarget, detail: { value } }) {
        this.context = { ...this.context, [currentTarget.dataset.field]: value };
        this.tellTyping();
        // Words alone are judged while they are typed; whether it may be sent now is the session's word.
        this.check(currentTarget, (_, patchbay) => patchbay.secureSession(this.shownId, this.context));
    }

    handleDisconnect({ detail: { checked } }) {
        this.context = { ...this.context, disconnect: checked };
    }

    handleStart() {
        this.send(labels.secureSession, () => this.build());
    }
}
