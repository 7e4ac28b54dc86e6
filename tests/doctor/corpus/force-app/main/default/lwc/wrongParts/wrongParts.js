import { LightningElement, api } from 'lwc';
import { createMessageContext, publish as send, releaseMessageContext } from 'lightning/messageService';
import CHANNEL from '@salesforce/messageChannel/purecloud__ClientEvent__c';

const UPDATE = 'PureCloud.Interaction.updateState';

export default class WrongParts extends LightningElement {
    @api recordId;
    @api interactionId;
    lms = createMessageContext();

    disconnectedCallback() {
        releaseMessageContext(this.lms);
    }

    transfer() {
        send(this.lms, CHANNEL, {
            type: UPDATE,
            data: { action: 'blindTransfer', id: this.interactionId } // fault: required
        });
    }

    transferFlat() {
        send(this.lms, CHANNEL, {
            type: UPDATE,
            data: { // fault: required
                action: 'consultTransfer',
                id: this.interactionId,
                transferTarget: '3175550123', // fault: unknown-property
                transferTargetType: 'address' // fault: unknown-property
            }
        });
    }

    transferToPhone() {
        send(this.lms, CHANNEL, {
            type: UPDATE,
            data: {
                action: 'blindTransfer',
                id: this.interactionId,
                participantContext: {
                    transferTarget: '3175550123',
                    transferTargetType: 'phone' // fault: unknown-value
                }
            }
        });
    }

    transferNowhere(queueId) {
        send(this.lms, CHANNEL, {
            type: UPDATE,
            data: {
                action: 'blindTransfer',
                id: this.interactionId,
                participantContext: { transferTarget: queueId, transferType: 'queueId' } // fault: required, unknown-property
            }
        });
    }

    hold() {
        send(this.lms, CHANNEL, {
            type: UPDATE,
            data: {
                action: 'hold',
                id: this.interactionId,
                participantContext: { transferTarget: '1', transferTargetType: 'address' } // fault: not-allowed
            }
        });
    }

    mute() {
        send(this.lms, CHANNEL, {
            type: UPDATE,
            data: { action: 'mute' } // fault: required
        });
    }

    secure() {
        send(this.lms, CHANNEL, {
            type: UPDATE,
            data: { action: 'secureSession', id: this.interactionId } // fault: required
        });
    }

    secureFlag() {
        send(this.lms, CHANNEL, {
            type: UPDATE,
            data: {
                action: 'secureSession',
                id: this.interactionId,
                secureSessionContext: {
                    flowId: this.flowId,
                    userData: '',
                    disconnect: 'false' // fault: type
                }
            }
        });
    }

    secureWhole() {
        send(this.lms, CHANNEL, {
            type: UPDATE,
            data: {
                action: 'secureSession',
                id: this.interactionId,
                secureSessionContext: {
                    flowId: this.flowId,
                    userData: { caseId: this.recordId } // fault: type
                }
            }
        });
    }

    attributes() {
        send(this.lms, CHANNEL, {
            type: 'PureCloud.Interaction.addCustomAttributes',
            data: { id: this.interactionId, attributes: { case: { id: this.recordId } } } // fault: type
        });
    }

    held() {
        send(this.lms, CHANNEL, {
            type: UPDATE,
            data: { action: 'hold', id: this.interactionId, held: true } // fault: unknown-property
        });
    }
}
