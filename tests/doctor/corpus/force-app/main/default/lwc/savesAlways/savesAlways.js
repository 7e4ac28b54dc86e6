import { LightningElement, api, wire } from 'lwc';
import { subscribe, unsubscribe, MessageContext, APPLICATION_SCOPE } from 'lightning/messageService';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import saveCallLog from '@salesforce/apex/CallLogController.saveCallLog';
import getSettings from '@salesforce/apex/CallLogController.getSettings';

export default class SavesAlways extends LightningElement {
    @api recordId;
    subscription;
    @wire(MessageContext) context;

    connectedCallback() {
        this.subscription = subscribe(this.context, CLIENT_EVENT, (message) => this.handleMessage(message), {
            scope: APPLICATION_SCOPE
        });
    }

    disconnectedCallback() {
        unsubscribe(this.subscription);
    }

    async handleMessage(message) {
        if (!message || message.type !== 'Interaction') {
            return;
        }
        await getSettings();
        saveCallLog({ data: JSON.stringify(message) }).catch((error) => { // fault: save-on-every-message
            this.error = error;
        });
        if (message.category === 'change') {
            this.store(message.data.new);
        }
        if (message.category === 'disconnect') {
            createRecord({ apiName: 'Task', fields: { CallObject: message.data.id } });
        }
    }

    store(interaction) {
        updateRecord({ fields: { Id: this.recordId, Subject: interaction.name } }); // fault: save-on-every-message
    }
}
