import { LightningElement, api, wire } from 'lwc';
import { publish, MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { address, message } from './messages';

export default class TwiceEncoded extends LightningElement {
    @api interactionId;
    @api flow;
    @wire(MessageContext) context;

    nested() {
        const target = encodeURIComponent(encodeURIComponent(this.flow)); // fault: encoded-twice
        publish(this.context, CLIENT_EVENT, message(this.interactionId, target));
    }

    prefixed() {
        const name = encodeURIComponent(this.flow);
        publish(
            this.context,
            CLIENT_EVENT,
            message(this.interactionId, 'sip:' + encodeURIComponent(name)) // fault: encoded-twice
        );
    }

    copied() {
        publish(
            this.context,
            CLIENT_EVENT,
            message(this.interactionId, `sip:${encodeURIComponent('Auditor%20Secure%20Flow')}`) // fault: encoded-twice
        );
    }

    written() {
        publish(this.context, CLIENT_EVENT, message(this.interactionId, 'sip:Auditor%2520Secure%2520Flow')); // fault: encoded-twice
    }

    helped() {
        publish(this.context, CLIENT_EVENT, message(this.interactionId, address(encodeURIComponent('+1 317 555 0123'))));
    }

    right() {
        publish(this.context, CLIENT_EVENT, message(this.interactionId, address('+1 317 555 0123')));
    }
}
