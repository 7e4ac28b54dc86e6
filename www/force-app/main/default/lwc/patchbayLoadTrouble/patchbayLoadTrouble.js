/** Patchbay did not load: what the agent can do about it, what an administrator has to know, and another try. */
import { LightningElement, api } from 'lwc';
import { fill, timeOfDay } from 'c/patchbayWording';
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

    /** {reason, message} */
    @api error;
    /** When it was tried again in vain, last. */
    @api triedAt = null;

    get advice() {
        return ADVICE[this.error.reason] ?? labels.adviceOther;
    }

    get triedAgain() {
        return fill(labels.triedAgain, timeOfDay(this.triedAt));
    }

    handleRetry() {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
