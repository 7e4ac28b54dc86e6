import { LightningElement } from 'lwc';
import { createMessageContext, publish, releaseMessageContext, subscribe } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';

/** Contexts that are released one by one, from a list, and at once. */
export default class RightContexts extends LightningElement {
    contexts = [];
    context = null;
    seen = 0;

    connectedCallback() {
        this.context = createMessageContext();
        this.contexts.push(this.context);
        subscribe(this.context, CLIENT_EVENT, () => (this.seen += 1));
    }

    disconnectedCallback() {
        this.contexts.forEach((one) => releaseMessageContext(one));
        this.contexts = [];
    }

    once(message) {
        const context = createMessageContext();
        publish(context, CLIENT_EVENT, message);
        releaseMessageContext(context);
    }
}
