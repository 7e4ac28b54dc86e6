import { LightningElement, api, wire } from 'lwc';
import { publish, MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';

export default class BaseControl extends LightningElement {
    @api interactionId;
    @wire(MessageContext) context;

    get id() {
        return this.interactionId;
    }

    updateState(action, extra = {}) {
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Interaction.updateState',
            data: Object.assign({ action, id: this.id }, extra)
        });
    }
}
