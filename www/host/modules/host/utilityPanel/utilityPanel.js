/** One docked panel above the utility bar. */
import { LightningElement, api } from 'lwc';

export default class UtilityPanel extends LightningElement {
    @api name;
    @api label;
    @api icon;
    /** Whether it can be as wide as the window, like a popped-out utility. */
    @api widens = false;
    wide = false;

    get widenIcon() {
        return this.wide ? 'utility:contract_alt' : 'utility:expand_alt';
    }

    get widenLabel() {
        return this.wide ? 'Make narrow' : 'Make wide';
    }

    handleWiden() {
        this.wide = !this.wide;
        this.dispatchEvent(new CustomEvent('widen', { detail: { wide: this.wide } }));
    }

    handleMinimise() {
        this.dispatchEvent(new CustomEvent('minimise', { detail: { name: this.name } }));
    }
}
