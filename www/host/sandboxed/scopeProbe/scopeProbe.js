/** Shows what the platform tells a component in a workspace tab: which page it is on, what it hears with each scope. */
import { LightningElement, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import { APPLICATION_SCOPE, MessageContext, subscribe } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';

export default class ScopeProbe extends LightningElement {
    @wire(MessageContext) messageContext;
    @wire(CurrentPageReference) pageReference;
    heard = 0;
    heardEverywhere = 0;

    get recordId() {
        return this.pageReference?.attributes.recordId;
    }

    // Subscriptions of a wired context end with the component.
    connectedCallback() {
        subscribe(this.messageContext, CLIENT_EVENT, () => (this.heard += 1));
        subscribe(this.messageContext, CLIENT_EVENT, () => (this.heardEverywhere += 1), { scope: APPLICATION_SCOPE });
    }
}
