import { LightningElement } from 'lwc';
import { createMessageContext, releaseMessageContext, publish, subscribe, unsubscribe } from 'lightning/messageService';
import PureCloud from '@salesforce/messageChannel/purecloud__ClientEvent__c';

export default class LeakedContext extends LightningElement {
    listening = createMessageContext();
    sending = createMessageContext(); // fault: context-not-released
    subscription = null;
    lines = [];

    connectedCallback() {
        if (!this.subscription) {
            this.subscription = subscribe(this.listening, PureCloud, (message) => this.show(message));
        }
        publish(this.sending, PureCloud, {
            type: 'PureCloud.subscribe',
            data: { type: 'Notification', categories: ['conversationTranscription'] }
        });
    }

    disconnectedCallback() {
        unsubscribe(this.subscription);
        this.subscription = null;
        releaseMessageContext(this.listening);
    }

    show({ data }) {
        this.lines = [...this.lines, data];
    }
}
