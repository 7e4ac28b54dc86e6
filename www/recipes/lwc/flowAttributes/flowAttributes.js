/** On a screen of a flow: what the flow has found out goes to the call as an attribute, with Next. */
import { api } from 'lwc';
import InteractionElement from 'c/interactionElement';

export default class FlowAttributes extends InteractionElement {
    @api name;
    @api value;

    /** Called by the flow with Next; the screen stays while something is wrong. */
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
