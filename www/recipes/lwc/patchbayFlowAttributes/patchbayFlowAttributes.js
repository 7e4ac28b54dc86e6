/** On a screen of a flow: adds a value to the call as an attribute, on Next. */
import { api } from 'lwc';
import PatchbayInteractionElement from 'c/patchbayInteractionElement';

export default class PatchbayFlowAttributes extends PatchbayInteractionElement {
    @api name;
    @api value;

    /** Called by the flow on Next; the screen stays while there is a problem. */
    @api
    validate() {
        const { name, value, shownId } = this;
        this.send('Attribute', (patchbay) => patchbay.addCustomAttributes(shownId, { [name]: value }));
        return {
            isValid: this.problems.length === 0,
            errorMessage: this.problems.map(({ message }) => message).join(' ')
        };
    }
}
