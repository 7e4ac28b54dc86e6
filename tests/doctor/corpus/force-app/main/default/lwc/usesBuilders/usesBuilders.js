import { LightningElement, api, wire } from 'lwc';
import { publish, MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { load } from 'c/patchbay';

/** Builders take plain values: what was right for a message by hand is wrong for them. */
export default class UsesBuilders extends LightningElement {
    @api interactionId;
    @api flow;
    @api name;
    @wire(MessageContext) context;

    async connectedCallback() {
        this.patchbay = await load();
    }

    send(message) {
        publish(this.context, CLIENT_EVENT, message);
    }

    encoded() {
        this.send(this.patchbay.blindTransfer(this.interactionId, { flow: encodeURIComponent(this.name) })); // fault: encoded-twice
    }

    written() {
        this.send(this.patchbay.blindTransfer(this.interactionId, { flow: 'Auditor%20Secure%20Flow' })); // fault: encoded-twice
    }

    twoTargets() {
        this.send(this.patchbay.consultTransfer(this.interactionId, { flow: this.flow, phone: '1' })); // fault: required
    }

    wrongAction() {
        this.send(this.patchbay.updateState('unhold', this.interactionId)); // fault: unknown-value
    }

    card() {
        const context = { flowId: this.flowId, userData: 'card 4111111111111111' }; // fault: sensitive-data
        this.send(this.patchbay.secureSession(this.interactionId, context));
    }

    right(target) {
        this.send(this.patchbay.blindTransfer(this.interactionId, { flow: this.flow }));
        this.send(this.patchbay.blindTransfer(this.interactionId, { phone: '+1 (317) 555-0123' }));
        this.send(this.patchbay.consultTransfer(this.interactionId, target));
        this.send(this.patchbay.updateState('hold', this.interactionId));
        this.send(this.patchbay.addCustomAttributes(this.interactionId, { caseNumber: this.name, urgent: true }));
        this.send(this.patchbay.updateStatus(this.statusId));
        this.send(this.patchbay.secureSession(this.interactionId, { flowId: this.flowId, userData: this.name }));
    }
}
