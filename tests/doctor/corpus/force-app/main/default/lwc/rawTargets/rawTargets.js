import { LightningElement, api, track, wire } from 'lwc';
import { publish, MessageContext } from 'lightning/messageService';
import PC_CHANNEL from '@salesforce/messageChannel/purecloud__ClientEvent__c';

const FLOW = 'Auditor Secure Flow';
const SURVEY = 'sip:' + FLOW; // fault: not-encoded

export default class RawTargets extends LightningElement {
    @api interactionId;
    @api flowName;
    @track phone = '';
    number;
    @wire(MessageContext)
    messageContext;

    handlePhone(event) {
        this.phone = event.target.value;
    }

    literal() {
        this.transfer('Auditor Secure Flow'); // fault: not-encoded
    }

    constant() {
        this.transfer(FLOW); // fault: not-encoded
    }

    literalPhone() {
        this.transfer('+1 (317) 555-0123'); // fault: not-encoded
    }

    transfer(target) {
        publish(this.messageContext, PC_CHANNEL, {
            type: 'PureCloud.Interaction.updateState',
            data: {
                action: 'blindTransfer',
                id: this.interactionId,
                participantContext: { transferTarget: target, transferTargetType: 'address' }
            }
        });
    }

    send(participantContext) {
        const data = { action: 'consultTransfer', id: this.interactionId, participantContext };
        publish(this.messageContext, PC_CHANNEL, { type: 'PureCloud.Interaction.updateState', data });
    }

    prefixed() {
        this.send({ transferTarget: 'sip:Auditor Secure Flow', transferTargetType: 'address' }); // fault: not-encoded
    }

    template() {
        this.send({
            transferTarget: `sip:${this.flowName}`, // fault: not-encoded
            transferTargetType: 'address'
        });
    }

    sum() {
        this.send({
            transferTarget: 'sip:' + this.flowName, // fault: not-encoded
            transferTargetType: 'address'
        });
    }

    survey() {
        this.send({
            transferTarget: SURVEY,
            transferTargetType: 'address'
        });
    }

    typed() {
        this.send({
            transferTarget: this.phone, // fault: not-encoded
            transferTargetType: 'address'
        });
    }

    typedNow() {
        const field = this.template.querySelector('lightning-input');
        this.send({
            transferTarget: field.value, // fault: not-encoded
            transferTargetType: 'address'
        });
    }

    partly() {
        this.send({
            transferTarget: encodeURI('+1 317 555 0123'), // fault: not-encoded
            transferTargetType: 'address'
        });
    }

    colon() {
        this.send({
            transferTarget: encodeURIComponent('sip:' + this.flowName), // fault: encoded-prefix
            transferTargetType: 'address'
        });
    }

    spelt() {
        this.send({
            transferTarget: `SIP:${encodeURIComponent(this.flowName)}`, // fault: letter-case
            transferTargetType: 'Address' // fault: letter-case
        });
    }

    queueName() {
        this.send({
            transferTarget: encodeURIComponent('Claims Voice'), // fault: unknown-value
            transferTargetType: 'queueId'
        });
    }
}
