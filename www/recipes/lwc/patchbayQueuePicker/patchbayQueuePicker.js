/** Transfers to a queue that the agent chooses by name. */
import { LightningElement } from 'lwc';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';

// Your queues, with their IDs in Genesys Cloud.
const QUEUES = [
    { value: 'a1f4e2d8-7b3c-4c59-9e60-d2a8b5c7f301', label: 'Claims Voice' },
    { value: 'b92d7c05-1e8f-4a3b-8c74-e6f0a9d1b502', label: 'Billing' },
    { value: 'e47b3f91-5a2c-4d08-b1e6-9f8c7d6a5b03', label: 'Back Office' }
];

const ACTIONS = [
    { action: 'blindTransfer', label: 'Transfer' },
    { action: 'consultTransfer', label: 'Consult first' }
];

const BUILD = {
    blindTransfer: (session, id, target) => session.blindTransfer(id, target),
    consultTransfer: (session, id, target) => session.consultTransfer(id, target)
};

export default class PatchbayQueuePicker extends PatchbayInteractionMixin(LightningElement) {
    queues = QUEUES;
    queueId = QUEUES[0].value;

    get buttons() {
        return ACTIONS.map((button) => ({
            ...button,
            ...this.buttonState(button.action, () => this.build(button.action))
        }));
    }

    build(action) {
        return BUILD[action](this.session, this.shownId, { queueId: this.queueId });
    }

    handleQueue({ detail: { value } }) {
        this.queueId = value;
    }

    handleClick({ currentTarget: { label, name } }) {
        this.send(label, () => this.build(name));
    }
}
