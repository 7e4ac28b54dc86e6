import { LightningElement, api, wire } from 'lwc';
import { publish, MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';

export default class CardData extends LightningElement {
    @api interactionId;
    @api secureFlowId;
    cardNumber;
    cvv;
    policy;
    @wire(MessageContext) context;

    handleCard({ target }) {
        this.cardNumber = target.value;
    }

    secure(userData) {
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Interaction.updateState',
            data: {
                action: 'secureSession',
                id: this.interactionId,
                secureSessionContext: { flowId: this.secureFlowId, userData, disconnect: false }
            }
        });
    }

    pay() {
        this.secure(JSON.stringify({ policy: this.policy, cvv: this.cvv })); // fault: sensitive-data
    }

    payWith() {
        this.secure('card 4111 1111 1111 1111'); // fault: sensitive-data
    }

    payFrom() {
        this.secure(`${this.policy};${this.cardNumber}`); // fault: sensitive-data
    }

    tag() {
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Interaction.addCustomAttributes',
            data: { id: this.interactionId, attributes: { 'Payment.Card': '4111111111111111' } } // fault: sensitive-data
        });
    }

    payRight() {
        this.secure(JSON.stringify({ policy: this.policy, currency: 'EUR' }));
    }
}
