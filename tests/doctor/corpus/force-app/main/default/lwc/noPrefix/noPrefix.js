import { LightningElement, api, wire } from 'lwc';
import { publish, MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';

export default class NoPrefix extends LightningElement {
    @api interactionId;
    @api flowName = 'Customer Survey';
    @wire(MessageContext) context;

    survey() {
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Interaction.updateState',
            data: {
                action: 'blindTransfer',
                id: this.interactionId,
                participantContext: {
                    transferTarget: encodeURIComponent(this.flowName), // fault: unknown-value
                    transferTargetType: 'address'
                }
            }
        });
    }

    audit() {
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Interaction.updateState',
            data: {
                action: 'consultTransfer',
                id: this.interactionId,
                participantContext: {
                    transferTarget: 'AuditorSecureFlow', // fault: unknown-value
                    transferTargetType: 'address'
                }
            }
        });
    }
}
