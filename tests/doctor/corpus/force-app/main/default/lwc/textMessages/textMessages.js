import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { publish, MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';

/** Messages that are put together as texts and parsed. */
export default class TextMessages extends NavigationMixin(LightningElement) {
    @api interactionId;
    secureFlowId;
    @wire(MessageContext) messageContext;

    handleBlind() {
        var dialled;
        this.template.querySelectorAll('lightning-input').forEach((element) => {
            if (element.name === 'dial') {
                dialled = element.value; // fault: not-encoded
            }
        });
        this.transfer('blindTransfer', dialled);
    }

    handleConsult({ detail }) {
        this.transfer('consultTransfer', encodeURIComponent(detail.value));
    }

    handleConference() {
        this.transfer('conference', '3175550123');
    }

    transfer(action, number) {
        var payload =
            '{"type": "PureCloud.Interaction.updateState", "data": {"action": "' + // fault: unknown-value
            action +
            '", "id": "' +
            this.interactionId +
            '", "participantContext": {"transferTarget": "' +
            number +
            '", "transferTargetType": "address"}}}';
        publish(this.messageContext, CLIENT_EVENT, JSON.parse(payload));
    }

    secure(policy) {
        const payload = `{"type": "PureCloud.Interaction.updateState", "data": {"action": "secureSession", "id": "${this.interactionId}",
            "secureSessionContext": {"flowId": "${this.secureFlowId}", "userData": "policy:${policy}"}}}`;
        publish(this.messageContext, CLIENT_EVENT, JSON.parse(payload));
    }

    tag(uuid) {
        const payload = '{"type": "PureCloud.Interaction.addCustomAttribute", "data": {"id": "' + this.interactionId + '", "attributes": {"uui": "' + uuid + '"}}}'; // fault: unknown-value
        publish(this.messageContext, CLIENT_EVENT, JSON.parse(payload));
    }

    copy() {
        const message = JSON.parse(JSON.stringify({ type: 'PureCloud.User.updateStatus', data: { id: 'Meal' } }));
        publish(this.messageContext, CLIENT_EVENT, message);
    }
}
