import { LightningElement, api, wire } from 'lwc';
import { subscribe, MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';

/** The test asks for something that the way does not set, so that it holds on every render. */
export default class RenderedWithTest extends LightningElement {
    @api recordId;
    last = '';
    @wire(MessageContext) context;

    renderedCallback() {
        if (this.recordId) {
            subscribe(this.context, CLIENT_EVENT, ({ category }) => { // fault: subscription-repeated
                this.last = category;
            });
        }
    }
}
