/** Who the agent talks to, and from which queue the call came. */
import { LightningElement } from 'lwc';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';

export default class PatchbayCallerCard extends PatchbayInteractionMixin(LightningElement) {
    get who() {
        return this.interaction?.name || this.interaction?.address;
    }

    get queue() {
        return this.interaction?.queue ?? 'no queue';
    }
}
