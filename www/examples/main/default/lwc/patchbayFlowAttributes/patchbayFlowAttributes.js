/** On a screen of a flow: adds a value to the call as an attribute, on Next. */
import { LightningElement, api } from 'lwc';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';

export default class PatchbayFlowAttributes extends PatchbayInteractionMixin(LightningElement) {
    @api name;
    @api value;

    /** Called by the flow on Next; the screen stays while there is a problem. */
    @api
    validate() {
        const { name, value, shownId } = this;
        this.send('Attribute', (session) => session.addCustomAttributes(shownId, { [name]: value }));
        return {
            isValid: this.problems.length === 0,
            errorMessage: this.problems.map(({ message }) => message).join(' ')
        };
    }
}
