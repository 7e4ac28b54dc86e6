/** Reads what the client says, and names its messages without sending any. */
import { LightningElement, wire } from 'lwc';
import { subscribe, MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import getCase from '@salesforce/apex/CaseFinder.getCase';

const COLUMNS = [{ type: 'text', label: 'Event' }];

export default class RightReader extends LightningElement {
    columns = COLUMNS;
    secure = false;
    record;
    @wire(MessageContext) context;

    connectedCallback() {
        subscribe(this.context, CLIENT_EVENT, this.handle.bind(this));
    }

    async handle(message) {
        if (message.type === 'PureCloud.Interaction.updateState' && message.data.action === 'secureSession') {
            this.secure = true;
        }
        if (message.category === 'connect') {
            this.record = await getCase({ phone: message.data.ani });
        }
    }
}
