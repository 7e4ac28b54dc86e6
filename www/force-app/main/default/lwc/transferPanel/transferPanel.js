/** Hands one interaction to an agent, a queue, a phone, a flow or an address. The text goes to Rust raw, encoding is not done here. */
import InteractionElement from 'c/interactionElement';

// `value` is the name of the target's property in Patchbay's builders.
const KINDS = [
    { value: 'userId', label: 'Agent', field: 'Agent ID' },
    { value: 'queueId', label: 'Queue', field: 'Queue ID' },
    { value: 'phone', label: 'Phone', field: 'Phone number' },
    { value: 'flow', label: 'Flow', field: 'Flow name or ID' },
    { value: 'address', label: 'Address', field: 'Address' }
];

const BUTTONS = [
    { action: 'blindTransfer', label: 'Blind transfer', variant: 'brand' },
    { action: 'consultTransfer', label: 'Consult transfer', variant: 'neutral' },
    { action: 'concludeTransfer', label: 'Conclude transfer', variant: 'neutral' }
];

const BUILDERS = {
    blindTransfer: (session, id, target) => session.blindTransfer(id, target),
    consultTransfer: (session, id, target) => session.consultTransfer(id, target),
    concludeTransfer: (session, id) => session.updateState('concludeTransfer', id)
};

let panels = 0;

export default class TransferPanel extends InteractionElement {
    // Radio buttons of one name exclude each other across the whole page, and a page may have two panels.
    groupName = `kind-${++panels}`;
    kind = KINDS[0].value;
    text = '';
    preview = '';

    forget() {
        super.forget();
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
        const context = this.check(this.refs.target, (patchbay) => patchbay.participantContext(this.target));
        this.preview = context ? JSON.stringify(context) : '';
    }

    get buttons() {
        return BUTTONS.map((button) => ({ ...button, ...this.stand(button.action, () => this.build(button.action)) }));
    }

    build(action) {
        return BUILDERS[action](this.session, this.shownId, this.target);
    }

    handleClick({ currentTarget: { label, name } }) {
        this.send(label, () => this.build(name));
    }
}
