/** Stand-in for the base component lightning-click-to-dial, whose implementation is not public: dials in the simulated client. */
import { LightningElement, api } from 'lwc';

export default class ClickToDial extends LightningElement {
    @api value;

    handleClick() {
        window.patchbayHost.simulator.outboundCall({ name: this.value, number: this.value });
    }
}
