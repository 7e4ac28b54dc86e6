import { LightningElement, wire } from 'lwc';
import { subscribe, unsubscribe, APPLICATION_SCOPE, MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';

export default class RenderedTwice extends LightningElement {
    events = [];
    subscription;
    @wire(MessageContext) context;

    renderedCallback() {
        this.subscribeToChannel();
    }

    subscribeToChannel() {
        this.subscription = subscribe(this.context, CLIENT_EVENT, (message) => this.handle(message), { // fault: subscription-repeated
            scope: APPLICATION_SCOPE
        });
    }

    disconnectedCallback() {
        unsubscribe(this.subscription);
    }

    handle(message) {
        this.events = [...this.events, message.category];
    }
}
