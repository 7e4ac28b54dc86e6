/** How a log, or its EngagementInteraction, stands with being saved; why not, when it does not succeed. */
import { LightningElement, api } from 'lwc';
import { reasonsOf, toSaving } from 'c/patchbayShared';

export default class PatchbaySaveState extends LightningElement {
    /** {saveState, failures, problems} */
    @api standing;

    get saving() {
        return toSaving(this.standing);
    }

    get reasons() {
        return reasonsOf(this.standing).map((message, key) => ({ key, message }));
    }
}
