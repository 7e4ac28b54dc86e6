/** Built with Patchbay: nothing of a message is written by hand. */
import { LightningElement, api, wire } from 'lwc';
import { publish, subscribe, MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { load } from 'c/patchbay';

export default class RightLibrary extends LightningElement {
    @api interactionId;
    @wire(MessageContext) context;
    patchbay;

    async connectedCallback() {
        this.patchbay = await load();
        this.session = this.patchbay.session();
        this.subscription ??= subscribe(this.context, CLIENT_EVENT, (message) => this.session.receive(message));
    }

    transfer() {
        publish(this.context, CLIENT_EVENT, this.patchbay.blindTransfer(this.interactionId, { flow: 'Auditor Secure Flow' }));
    }

    raw(json) {
        publish(this.context, CLIENT_EVENT, JSON.parse(json));
    }
}
