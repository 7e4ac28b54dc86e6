import { LightningElement, wire } from 'lwc';
import { publish, MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { statusMessage } from './one';

export default class Circle extends LightningElement {
    @wire(MessageContext) context;

    connectedCallback() {
        publish(this.context, CLIENT_EVENT, statusMessage());
        publish(this.context, CLIENT_EVENT, { type: 'PureCloud.User.updateStatuses', data: { id: 'Break' } }); // fault: unknown-value
    }
}
