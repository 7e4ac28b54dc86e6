/** A local action of a screen flow: sets the agent's status and shows nothing. */
import { LightningElement, api } from 'lwc';
import { createMessageContext, publish, releaseMessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { load } from 'c/patchbay';

export default class PatchbayFlowStatus extends LightningElement {
    /** The status's ID in Genesys Cloud. */
    @api statusId;

    /** If it rejects, the flow takes its fault path, with the sentence in $Flow.FaultMessage. */
    @api
    async invoke() {
        const patchbay = await load();
        const message = patchbay.updateStatus(this.statusId);
        const context = createMessageContext();
        publish(context, CLIENT_EVENT, message);
        releaseMessageContext(context);
    }
}
