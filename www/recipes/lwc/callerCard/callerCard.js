/** Who the agent talks to, and from which queue the call came. */
import InteractionElement from 'c/interactionElement';

export default class CallerCard extends InteractionElement {
    get who() {
        return this.interaction?.name || this.interaction?.address;
    }

    get queue() {
        return this.interaction?.queue ?? 'no queue';
    }
}
