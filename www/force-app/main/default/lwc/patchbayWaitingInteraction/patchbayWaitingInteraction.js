/** Offers the interaction that waits to be shown, because the agent types in another one or has selected it. */
import { LightningElement } from 'lwc';
import { NO_SESSION, show, subscribe } from 'c/patchbaySession';
import { fill } from 'c/patchbayShared';
import labels from './labels';

const NEW = {
    call: labels.newCall,
    callback: labels.newCallback,
    chat: labels.newChat,
    email: labels.newEmail,
    message: labels.newMessage,
    voicemail: labels.newVoicemail
};

export default class PatchbayWaitingInteraction extends LightningElement {
    labels = labels;
    state = NO_SESSION;
    unsubscribe = null;
    hasFocus = false;

    connectedCallback() {
        this.unsubscribe = subscribe((state) => {
            this.state = state;
        });
    }

    disconnectedCallback() {
        this.unsubscribe();
    }

    get interaction() {
        const { session } = this.state;
        return session?.interaction(session.waiting) ?? null;
    }

    get waitingId() {
        return this.interaction?.id;
    }

    get text() {
        const { kind, phase, name, address } = this.interaction;
        const label = phase === 'alerting' ? NEW[kind] : labels.selectedMeanwhile;
        return fill(label, name || address || labels.unknownName);
    }

    /** The button goes with the offer: whoever is around this one hands the focus on. */
    renderedCallback() {
        if (this.hasFocus && !this.interaction) {
            this.hasFocus = false;
            this.dispatchEvent(new CustomEvent('gone', { bubbles: true }));
        }
    }

    handleFocus() {
        this.hasFocus = true;
    }

    handleLeave({ relatedTarget }) {
        this.hasFocus = !relatedTarget;
    }

    handleShow() {
        show(this.waitingId);
    }
}
