/** Why buttons are switched off: such a button can have no focus, so a keyboard and a screen reader find its reason here. */
import { LightningElement, api } from 'lwc';
import labels from './labels';

export default class PatchbayRefusedActions extends LightningElement {
    labels = labels;

    /** [{action, label, disabled, reason}], all of them. */
    @api buttons = [];

    isOpen = false;

    get refused() {
        return this.buttons.filter(({ disabled, reason }) => disabled && reason);
    }

    /** The reason of a button that stands alone needs no asking. */
    get only() {
        return this.buttons.length === 1 ? this.refused[0] : null;
    }

    get expanded() {
        return String(this.isOpen);
    }

    get listClass() {
        return this.isOpen ? 'slds-list_dotted reasons' : 'slds-hide';
    }

    handleToggle() {
        this.isOpen = !this.isOpen;
    }
}
