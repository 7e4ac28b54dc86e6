import { LightningElement, api, wire } from 'lwc';
import { publish, MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';

export default class HandFlags extends LightningElement {
    @api interactionId;
    onHold = false;
    isMuted = false;
    recordingPaused = false;
    showMenu = false;
    @wire(MessageContext) context;

    get holdLabel() {
        return this.onHold ? 'Resume' : 'Hold';
    }

    toggleHold() {
        this.send('hold');
        this.onHold = !this.onHold; // fault: state-by-hand
    }

    toggleMute() {
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Interaction.updateState',
            data: { action: 'mute', id: this.interactionId }
        });
        this.isMuted = true; // fault: state-by-hand
    }

    togglePause() {
        this.recordingPaused = !this.recordingPaused; // fault: state-by-hand
        this.showMenu = false;
        this.send('securePause');
    }

    send(action) {
        publish(this.context, CLIENT_EVENT, {
            type: 'PureCloud.Interaction.updateState',
            data: { action, id: this.interactionId }
        });
    }
}
