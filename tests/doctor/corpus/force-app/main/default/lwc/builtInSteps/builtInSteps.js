import { LightningElement, api, wire } from 'lwc';
import { publish, MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';

export default class BuiltInSteps extends LightningElement {
    @api interactionId;
    @api mode;
    @api target;
    @wire(MessageContext) context;

    forgotten() {
        const message = { type: 'PureCloud.Interaction.updateState', data: {} };
        message.data.action = 'blindTransfer';
        message.data.id = this.interactionId;
        message.data.participantContext = {
            transferTarget: 'Auditor Secure Flow' // fault: not-encoded
        };
        message.data.participantContext.transferTargetType = 'address';
        publish(this.context, CLIENT_EVENT, message);
    }

    branches(isTransfer) {
        const data = { id: this.interactionId };
        if (isTransfer) {
            data.action = 'blindTransfer';
            data.participantContext = { transferTarget: '3175550123', transferTargetType: 'address' };
        } else {
            data.action = 'secureSession';
            data.secureSessionContext = { flowId: this.flowId, userData: '' };
        }
        publish(this.context, CLIENT_EVENT, { type: 'PureCloud.Interaction.updateState', data });
    }

    wrongBranch(isTransfer) {
        const data = { id: this.interactionId };
        if (isTransfer) {
            data.action = 'blindTransfer';
            data.participantContext = {
                transferTarget: '+1 317 555 0123', // fault: not-encoded
                transferTargetType: 'address'
            };
        } else {
            data.action = 'hangup'; // fault: unknown-value
        }
        publish(this.context, CLIENT_EVENT, { type: 'PureCloud.Interaction.updateState', data });
    }

    reassigned(name) {
        let target = name;
        if (this.mode === 'flow') {
            target = 'sip:' + encodeURIComponent(name);
        } else {
            target = encodeURIComponent(name);
        }
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Interaction.updateState',
            data: {
                action: 'blindTransfer',
                id: this.interactionId,
                participantContext: { transferTarget: target, transferTargetType: 'address' }
            }
        });
    }

    switched() {
        let action;
        let participantContext;
        switch (this.mode) {
            case 'blind':
                action = 'blindTransfer';
                participantContext = { transferTarget: this.target, transferTargetType: 'userId' };
                break;
            case 'end':
                action = 'disconnect';
                break;
            default:
                action = 'pickup';
        }
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Interaction.updateState',
            data: { action, id: this.interactionId, ...(participantContext && { participantContext }) }
        });
    }

    chosen(isFlow) {
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Interaction.updateState',
            data: {
                action: 'blindTransfer',
                id: this.interactionId,
                participantContext: {
                    transferTarget: isFlow
                        ? 'sip:Customer Survey' // fault: not-encoded
                        : '3175550123',
                    transferTargetType: 'address'
                }
            }
        });
    }
}
