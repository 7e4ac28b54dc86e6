import { LightningElement, api, wire } from 'lwc';
import { publish, MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import QUEUE from '@salesforce/label/c.ClaimsQueue';

const STATUSES = {
    lunch: '5e4f1c9a-0b7d-4f52-9a11-6d2f3b8c7e01', // fault: id-in-code
    meeting: '8a3b7d20-4c1e-4b9f-8e65-1f0c9d7a6b02' // fault: id-in-code
};

export default class FixedIds extends LightningElement {
    @api interactionId;
    @wire(MessageContext) context;

    setStatus({ target: { name } }) {
        publish(this.context, CLIENT_EVENT, { type: 'PureCloud.User.updateStatus', data: { id: STATUSES[name] } });
    }

    toQueue() {
        this.transfer({ transferTarget: QUEUE, transferTargetType: 'queueId' });
    }

    toAgent() {
        this.transfer({
            transferTarget: 'c0a8f3d4-2b6e-4d17-b3a9-7e5f1c0d9a03', // fault: id-in-code
            transferTargetType: 'userId'
        });
    }

    transfer(participantContext) {
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Interaction.updateState',
            data: { action: 'blindTransfer', id: this.interactionId, participantContext }
        });
    }
}
