/** Transfers to a queue that the agent chooses by name. */
import { LightningElement, api } from 'lwc';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';

const ACTIONS = [
    { action: 'blindTransfer', label: 'Transfer' },
    { action: 'consultTransfer', label: 'Consult first' }
];

const BUILD = {
    blindTransfer: (session, id, target) => session.blindTransfer(id, target),
    consultTransfer: (session, id, target) => session.consultTransfer(id, target)
};

export default class PatchbayQueuePicker extends PatchbayInteractionMixin(LightningElement) {
    /** Your queues and their IDs in Genesys Cloud, which differ in each org: `Billing=…; Back Office=…`. */
    @api queues = '';

    chosen = '';

    get options() {
        const entries = this.queues.split(';').map((entry) => entry.split('=').map((part) => part.trim()));
        return entries.filter(([, value]) => value).map(([label, value]) => ({ label, value }));
    }

    get queueId() {
        return this.chosen || (this.options[0]?.value ?? '');
    }

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
        this.chosen = value;
    }

    handleClick({ currentTarget: { label, name } }) {
        this.send(label, () => this.build(name));
    }
}
