/** Who the agent talks to, and from which queue the call came. */
import PatchbayInteractionElement from 'c/patchbayInteractionElement';

export default class PatchbayCallerCard extends PatchbayInteractionElement {
    get who() {
        return this.interaction?.name || this.interaction?.address;
    }

    get queue() {
        return this.interaction?.queue ?? 'no queue';
    }
}
