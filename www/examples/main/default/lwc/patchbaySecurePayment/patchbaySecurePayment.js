/** Takes a payment: the customer types the card number into a secure flow, where neither agent nor recording hears it. */
import { LightningElement, api } from 'lwc';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';

export default class PatchbaySecurePayment extends PatchbayInteractionMixin(LightningElement) {
    @api recordId;
    /** ID of a secure flow in Genesys Cloud. */
    @api flowId;

    get buttons() {
        return [this.buttonState('secureSession', () => this.build())];
    }

    get disabled() {
        return this.buttons[0].disabled;
    }

    /** Tells the flow which record the payment is for. A card number in here is refused. */
    build() {
        const userData = JSON.stringify({ record: this.recordId });
        return this.session.secureSession(this.shownId, { flowId: this.flowId, userData, disconnect: false });
    }

    handlePay() {
        this.send('Secure payment', () => this.build());
    }
}
