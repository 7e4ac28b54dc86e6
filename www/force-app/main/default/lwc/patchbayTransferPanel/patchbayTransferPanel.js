/**
 * Hands one interaction to whoever is found by name, or, under Advanced, to an ID or an address that is typed raw. Rust finds, ranks
 * and encodes.
 */
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
    { action: 'concludeTransfer', label: labels.concludeTransfer, variant: 'brand' }
];

const BUILDERS = {
    blindTransfer: (session, id, target) => session.blindTransfer(id, target),
    consultTransfer: (session, id, target) => session.consultTransfer(id, target),
    concludeTransfer: (session, id) => session.updateState('concludeTransfer', partToConclude(session, id))
};

const NOTHING_FOUND = { targets: [], total: 0, problems: [] };

let panels = 0;

export default class PatchbayTransferPanel extends PatchbayInteractionMixin(LightningElement) {
    /** Whether the records of the log go with a transfer, as attributes of the interaction. */
    @api handOverRecords = false;

    /** Whether the part of the message that names the target is shown, for whoever sets transfers up. */
    @api showPreview = false;

    labels = labels;
    // Radio buttons of one name exclude each other across the whole page, and a page may have two panels.
    groupName = `kind-${++panels}`;
    /** What was found by name and chosen. */
    chosen = null;
    /** Why nothing can be sent to nobody. */
    unchosen = '';
    isAdvanced = false;
    kind = KINDS[0].value;
    text = '';
    preview = '';
    find = (text, found) => {
        const configured = this.state.configuration?.transferTargets;
        return this.session?.findTargets({ text, found, configured }) ?? NOTHING_FOUND;
    };

    /** Puts the focus where a target is searched for. */
    @api
    focusSearch() {
        this.refs.picker?.focus();
    }

    reset() {
        super.reset();
        this.chosen = null;
        this.unchosen = '';
        this.text = '';
        this.preview = '';
    }

    get draft() {
        const { chosen, isAdvanced, kind, text, preview } = this;
        return text || chosen ? { chosen, isAdvanced, kind, text, preview } : null;
    }

    get fieldLabel() {
        return KINDS.find(({ value }) => value === this.kind).field;
    }

    get kinds() {
        return KINDS.map(({ value, label }) => ({ value, label, chosen: value === this.kind }));
    }

    /** What was chosen by name, or else what is typed raw: either takes the other's place. */
    get target() {
        const { chosen, isAdvanced, kind, text } = this;
        return chosen ? { [chosen.kind]: chosen.value } : { [kind]: isAdvanced ? text : '' };
    }

    get offered() {
        return this.shownId && this.session ? this.session.offered(this.shownId) : [];
    }

    get transfers() {
        return this.offered.includes('blindTransfer');
    }

    get remark() {
        if (!this.shownId || this.transfers) {
            return '';
        }
        return this.offered.includes('concludeTransfer') ? labels.consultFirst : labels.nothingToTransfer;
    }

    /** A number that was typed has no name to remember. */
    get canMark() {
        return this.chosen && !this.chosen.typed;
    }

    get expanded() {
        return String(this.isAdvanced);
    }

    get advancedStyle() {
        return this.isAdvanced ? '' : 'slds-hide';
    }

    get buttons() {
        return BUTTONS.filter(({ action }) => this.offered.includes(action)).map((button) => ({
            ...button,
            ...this.buttonState(button.action, () => this.build(button.action))
        }));
    }

    build(action) {
        return BUILDERS[action](this.session, this.shownId, this.target);
    }

    handleKind({ currentTarget: { value } }) {
        this.kind = value;
        if (this.touched.size) {
            this.look();
        }
    }

    handleText({ detail: { value } }) {
        this.text = value;
        this.chosen = null;
        this.look();
        this.tellTyping();
    }

    look() {
        const context = this.check(this.refs.target, (_, patchbay) => patchbay.participantContext(this.target));
        this.preview = context ? JSON.stringify(context) : '';
    }

    handleAdvanced() {
        this.isAdvanced = !this.isAdvanced;
    }

    handleChoose({ detail: { target } }) {
        this.choose(target);
    }

    choose(target) {
        this.chosen = target;
        this.unchosen = '';
        if (target) {
            this.text = '';
            this.preview = '';
            this.touched.clear();
            this.showAtFields([]);
        }
        this.tellTyping();
    }

    handleFavourite() {
        const { chosen, session } = this;
        session.setFavourite(chosen, !chosen.favourite);
        this.chosen = { ...chosen, favourite: !chosen.favourite };
    }

    handleTransfer({ detail: { action, target } }) {
        this.choose(target);
        this.transfer(action);
    }

    handleClick({ currentTarget: { name } }) {
        this.transfer(name);
    }

    transfer(action) {
        const { chosen, isAdvanced } = this;
        if (action !== 'concludeTransfer' && !chosen && !isAdvanced) {
            this.unchosen = labels.chooseTarget;
            this.refs.picker.focus();
            return;
        }
        const { label } = BUTTONS.find((button) => button.action === action);
        const isSent = this.send(label, () => {
            const message = this.build(action);
            if (this.handOverRecords && action !== 'concludeTransfer') {
                this.handOver();
            }
            return message;
        });
        if (isSent && chosen && action !== 'concludeTransfer') {
            this.session.rememberTarget(chosen);
        }
    }

    /** Goes out before the transfer: what is known by then comes to the other side with it. */
    handOver() {
        const message = this.session.handOver(this.shownId);
        if (message) {
            send(() => message);
        }
    }
}

/** The interaction that is concluded with this one: itself, as long as nobody is consulted. */
function partToConclude(session, id) {
    const conclude = session.consultControls(id).find(({ name }) => name === 'conclude');
    return conclude?.steps[0].id ?? id;
}
