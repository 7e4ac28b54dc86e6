/** One docked panel above the utility bar. */
import { LightningElement, api } from 'lwc';

export default class UtilityPanel extends LightningElement {
    @api name;
    @api label;
    @api icon;
    handleMinimise() {
        this.dispatchEvent(new CustomEvent('minimise', { detail: { name: this.name } }));
    }
}
