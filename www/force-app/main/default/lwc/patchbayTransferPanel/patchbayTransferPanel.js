/** Hands one interaction to an agent, a queue, a phone, a flow or an address. The text goes to Rust raw, encoding is not done here. */
import { LightningElement, api } from 'lwc';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';
import { send } from 'c/patchbaySession';
import labels from './labels';

// `value` is the name of the target's property in Patchbay's builders.
const KINDS = [
    { value: 'userId', label: labels.agent, field: labels.agentId },
    { value: 'queueId', label: labels.queue, field: labels.queueId },
    { value: 'phone', label: labels.phone, field: labels.phoneNumber },
    { value: 'flow', label: labels.flow, field: labels.flowNameOrId },
    { value: 'address', label: labels.address, field: labels.address }
];

const BUTTONS = [
    { action: 'blindTransfer', label: labels.blindTransfer, variant: 'brand' },
    { action: 'consultTransfer', label: labels.consultTransfer, variant: 'neutral' },
    { action: 'concludeTransfer', label: labels.concludeTransfer, variant: 'neutral' }
];

const BUILDERS = {
    blindTransfer: (session, id, target) => session.blindTransfer(id, target),
    consultTransfer: (session, id, target) => session.consultTransfer(id, target),
    concludeTransfer: (session, id) => session.updateState('concludeTransfer', id)
};

let panels = 0;

export default class PatchbayTransferPanel extends PatchbayInteractionMixin(LightningElement) {
    /** Whether the records of the log go with a transfer, as attributes of the interaction. */
    @api handOverRecords = false;

    labels = labels;
    // Radio buttons of one name exclude each other across the whole page, and a page may have two panels.
    groupName = `kind-${++panels}`;
    kind = KINDS[0].value;
    text = '';
    preview = '';

    reset() {
        super.reset();
        this.text = '';
        this.preview = '';
    }

    get fieldLabel() {
        return KINDS.find(({ value }) => value === this.kind).field;
    }

    get kinds() {
        return KINDS.map(({ value, label }) => ({ value, label, chosen: value === this.kind }));
    }

    get target() {
        return { [this.kind]: this.text };
    }

    handleKind({ currentTarget: { value } }) {
        this.kind = value;
        if (this.touched.size) {
            this.look();
        }
    }

    handleText({ detail: { value } }) {
        this.text = value;
        this.look();
    }

    look() {
        const context = this.check(this.refs.target, (_, patchbay) => patchbay.participantContext(this.target));
        this.preview = context ? JSON.stringify(context) : '';
    }

    get buttons() {
        return BUTTONS.map((button) => ({
            ...button,
            ...this.buttonState(button.action, () => this.build(button.action))
        }));
    }

    build(action) {
        return BUILDERS[action](this.session, this.shownId, this.target);
    }

    handleClick({ currentTarget: { label, name } }) {
        this.send(label, () => {
            const message = this.build(name);
            if (this.handOverRecords && name !== 'concludeTransfer') {
                this.handOver();
            }
            return message;
        });
    }

    /** Goes out before the transfer: what is known by then comes to the other side with it. */
    handOver() {
        const message = this.session.handOver(this.shownId);
        if (message) {
            send(() => message);
        }
    }
}
