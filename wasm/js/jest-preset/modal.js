/** `lightning/modal`, of which sfdx-lwc-jest has no stub: what is opened stands in the document until it is closed. */
import { LightningElement, api, createElement } from 'lwc';

export default class LightningModal extends LightningElement {
    @api label;
    @api size;
    @api description;
    @api disableClose;

    static open(properties) {
        return new Promise((resolve) => {
            const modal = Object.assign(createElement('lightning-modal', { is: this }), properties);
            modal.addEventListener('privateclose', ({ detail }) => {
                modal.remove();
                resolve(detail);
            });
            document.body.append(modal);
        });
    }

    @api close(result) {
        this.dispatchEvent(new CustomEvent('privateclose', { detail: result }));
    }
}
