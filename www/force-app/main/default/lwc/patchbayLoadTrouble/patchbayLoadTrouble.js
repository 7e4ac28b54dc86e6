/**
 * Patchbay did not load: what the agent can do about it, what an administrator has to know, and another try. It fires `retry`
 * for a component that loads Patchbay by itself.
 */
import { LightningElement, api } from 'lwc';
import { retry } from 'c/patchbaySession';
import { fill, timeOfDay } from 'c/patchbayShared';
import labels from './labels';

// By the reason of a PatchbayLoadError.
const ADVICE = {
    csp: labels.adviceCsp,
    sandbox: labels.adviceSandbox,
    corrupt: labels.adviceCorrupt,
    unsupported: labels.adviceUnsupported
};

export default class PatchbayLoadTrouble extends LightningElement {
    labels = labels;
    given = null;
    retrying = false;
    /** When it was tried again in vain, last. */
    triedAt = null;

    /** {reason, message}; another one means that it was tried again in vain. */
    @api
    get error() {
        return this.given;
    }
    set error(error) {
        this.given = error;
        this.triedAt = this.retrying ? new Date() : null;
        this.retrying = false;
    }

    get advice() {
        return ADVICE[this.error.reason] ?? labels.adviceOther;
    }

    get triedAgain() {
        return fill(labels.triedAgain, timeOfDay(this.triedAt));
    }

    handleRetry() {
        this.retrying = true;
        retry();
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
