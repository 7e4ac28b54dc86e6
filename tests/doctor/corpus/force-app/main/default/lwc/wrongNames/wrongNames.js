import { LightningElement, api, wire } from 'lwc';
import { MessageContext, publish } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { TYPES } from './constants';

const STATUS = 'PureCloud.User.updatestatus';

export default class WrongNames extends LightningElement {
    @api interactionId;
    @wire(MessageContext) context;

    pickUp() {
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.interaction.updateState', // fault: letter-case
            data: { action: 'pickup', id: this.interactionId }
        });
    }

    hold() {
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Interaction.hold', // fault: unknown-type
            data: { id: this.interactionId }
        });
    }

    resume() {
        const message = {
            type: TYPES.state,
            data: {
                action: 'unhold', // fault: unknown-value
                id: this.interactionId
            }
        };
        publish(this.context, CLIENT_EVENT, message);
    }

    hangUp() {
        publish(this.context, CLIENT_EVENT, {
            type: TYPES.state,
            data: { action: 'Disconnect', id: this.interactionId } // fault: letter-case
        });
    }

    pause() {
        publish(this.context, CLIENT_EVENT, {
            type: STATUS, // fault: letter-case
            data: { id: 'Break' }
        });
    }

    dial({ detail }) {
        publish(this.context, CLIENT_EVENT, {
            type: 'clickToDial', // fault: unknown-type
            data: { number: detail.value, autoPlace: true }
        });
    }

    tag() {
        publish(this.context, CLIENT_EVENT, {
            type: `${TYPES.prefix}.addCustomAttribute`, // fault: unknown-value
            data: { id: this.interactionId, attributes: { record: '500' } }
        });
    }
}
