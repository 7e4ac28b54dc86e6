/** An action of a screen flow: sets the agent's status. Nothing is shown. */
import { LightningElement, api } from 'lwc';
import { createMessageContext, publish, releaseMessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { load } from 'c/patchbay';

export default class FlowStatus extends LightningElement {
    /** The status's ID in Genesys Cloud. */
    @api statusId;

    /** What it rejects with takes the flow's fault path, the sentence as $Flow.FaultMessage. */
    @api
    async invoke() {
        const patchbay = await load();
        const message = patchbay.updateStatus(this.statusId);
        const context = createMessageContext();
        publish(context, CLIENT_EVENT, message);
        releaseMessageContext(context);
    }
}
