import { LightningElement, api, wire } from 'lwc';
import { publish, subscribe, unsubscribe, APPLICATION_SCOPE, MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import OTHER from '@salesforce/messageChannel/Case_Selected__c';
import saveLog from '@salesforce/apex/CallLogController.saveLog';
import { toFlow, toPhone, updateState } from './messages';

const TOGGLES = { hold: 'hold', mute: 'mute' };

export default class RightControls extends LightningElement {
    @api interactionId;
    @api flowName;
    @api queueId;
    subscription = null;
    held = false;
    open = true;
    saved = '';
    timer;
    @wire(MessageContext) context;

    renderedCallback() {
        if (this.subscription) {
            return;
        }
        this.subscription = subscribe(this.context, CLIENT_EVENT, (message) => this.handle(message), {
            scope: APPLICATION_SCOPE
        });
    }

    disconnectedCallback() {
        unsubscribe(this.subscription);
        this.subscription = null;
    }

    handle(message) {
        const { type, category, data } = message;
        if (type !== 'Interaction') {
            return;
        }
        this.held = (data.new ?? data).state === 'HELD';
        const text = JSON.stringify(data.new ?? data);
        if (text !== this.saved) {
            this.saved = text;
            saveLog({ data: text });
        }
        if (category === 'acw') {
            saveLog({ data: text });
        }
        clearTimeout(this.timer);
        this.timer = setTimeout(() => saveLog({ data: text }), 500);
    }

    toggle({ target: { name } }) {
        publish(this.context, CLIENT_EVENT, updateState(TOGGLES[name], this.interactionId));
        this.open = false;
    }

    survey() {
        publish(this.context, CLIENT_EVENT, toFlow(this.interactionId, this.flowName));
    }

    call({ detail: { value } }) {
        publish(this.context, CLIENT_EVENT, toPhone(this.interactionId, value));
    }

    queue() {
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Interaction.updateState',
            data: {
                action: 'consultTransfer',
                id: this.interactionId,
                participantContext: { transferTarget: this.queueId, transferTargetType: 'queueId' }
            }
        });
    }

    secure() {
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Interaction.updateState',
            data: {
                action: 'secureSession',
                id: this.interactionId,
                secureSessionContext: { flowId: this.secureFlowId, userData: `policy ${this.policy}`, disconnect: true }
            }
        });
    }

    attributes(caseNumber) {
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Interaction.addCustomAttributes',
            data: { id: this.interactionId, attributes: { caseNumber, urgent: true, previous: null } }
        });
    }

    status() {
        publish(this.context, CLIENT_EVENT, { type: 'PureCloud.User.updateStatus', data: { id: 'Available' } });
    }

    more() {
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Subscribe',
            data: { type: 'Notification', categories: ['conversationTranscription', 'chatUpdate'] }
        });
    }

    other() {
        publish(this.context, OTHER, { type: 'unhold', data: { action: 'nothing of Genesys' } });
    }
}
