/** Hands one interaction to an agent, a queue, a phone, a flow or an address. The text goes to Rust raw, encoding is not done here. */
import { api } from 'lwc';
import PatchbayElement from 'c/patchbayElement';

// `value` is the name of the target's property in Patchbay's builders.
const KINDS = [
    { value: 'userId', label: 'Agent', field: 'Agent ID' },
    { value: 'queueId', label: 'Queue', field: 'Queue ID' },
    { value: 'phone', label: 'Phone', field: 'Phone number' },
    { value: 'flow', label: 'Flow', field: 'Flow name or ID' },
    { value: 'address', label: 'Address', field: 'Address' }
];

let panels = 0;

export default class TransferPanel extends PatchbayElement {
    // Radio buttons of one name exclude each other across the whole page, and a page may have two panels.
    groupName = `kind-${++panels}`;
    kind = KINDS[0].value;
    text = '';
    preview = '';
    shownId;

    @api
    get interactionId() {
        return this.shownId;
    }
    set interactionId(id) {
        this.shownId = id;
        this.text = '';
        this.preview = '';
        this.clearFeedback();
    }

    get empty() {
        return this.shownId ? null : 'No interaction is selected.';
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
        const context = this.check(this.refs.target, (patchbay) => patchbay.participantContext(this.target));
        this.preview = context ? JSON.stringify(context) : '';
    }

    handleBlind({ currentTarget: { label } }) {
        this.send(label, (patchbay) => patchbay.blindTransfer(this.shownId, this.target));
    }

    handleConsult({ currentTarget: { label } }) {
        this.send(label, (patchbay) => patchbay.consultTransfer(this.shownId, this.target));
    }

    handleConclude({ currentTarget: { label } }) {
        this.send(label, (patchbay) => patchbay.updateState('concludeTransfer', this.shownId));
    }
}
