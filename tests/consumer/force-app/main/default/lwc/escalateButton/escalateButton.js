import { LightningElement } from 'lwc';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';

export default class EscalateButton extends PatchbayInteractionMixin(LightningElement) {
    escalate() {
        this.send('Sent at {0}', (session) => session.blindTransfer(this.shownId, { flow: 'Escalation' }));
    }
}
