import { LightningElement, api, wire } from 'lwc';
import { createMessageContext, publish, releaseMessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import CHANNEL from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import getSettings from '@salesforce/apex/Settings.getSettings';
import updateTask from '@salesforce/apex/TaskController.updateTask';

/** Subscribes twice: once guarded and in a promise, once on every render. */
export default class WrapUp extends LightningElement {
    @api interactionId;
    @api surveyTarget;
    context = createMessageContext();
    subscription = null;
    last = {};
    calls = {};

    @wire(getSettings)
    settings({ data }) {
        if (data) {
            this.surveyTarget = data.Target__c;
        }
    }

    connectedCallback() {
        this.start().then(() => this.restore());
    }

    start() {
        return new Promise((resolve) => {
            if (this.subscription) {
                return;
            }
            this.subscription = subscribe(this.context, CHANNEL, (message) => {
                this.handleMessage(message);
            });
            resolve();
        });
    }

    renderedCallback() {
        this.subscription = subscribe(this.context, CHANNEL, (message) => { // fault: subscription-repeated
            this.handleMessage(message);
        });
    }

    disconnectedCallback() {
        unsubscribe(this.subscription);
        releaseMessageContext(this.context);
    }

    restore() {
        this.interactionId = sessionStorage.getItem('interactionId');
    }

    handleMessage(message) {
        this.category = message.category;
        switch (this.category) {
            case 'add':
                this.last = message.data;
                this.calls[message.data.id] = message.data;
                break;
            case 'disconnect':
                updateTask({ id: message.data.id });
                break;
            default:
        }
    }

    survey() {
        const transfer = {
            type: 'PureCloud.Interaction.updateState',
            data: {
                action: 'blindTransfer',
                id: this.last.id,
                participantContext: {
                    transferTarget: this.surveyTarget,
                    transferTargetType: 'address'
                }
            }
        };
        publish(this.context, CHANNEL, transfer);
    }

    hold(id) {
        const { id: held } = this.calls[id] || {};
        publish(this.context, CHANNEL, { type: 'PureCloud.Interaction.updateState', data: { action: 'hold', id: held } });
    }
}
