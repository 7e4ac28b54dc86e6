/** On a case: transfers the call to a flow and sends the case number along. */
import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';

export default class PatchbayCaseTransfer extends PatchbayInteractionMixin(LightningElement) {
    @api recordId;
    /** Name or ID of the flow. */
    @api flow = 'Auditor Secure Flow';

    @wire(getRecord, { recordId: '$recordId', fields: ['Case.CaseNumber'] }) record;

    get caseNumber() {
        return this.record?.data?.fields.CaseNumber.value ?? '';
    }

    get buttons() {
        return [this.buttonState('blindTransfer', () => this.build())];
    }

    get disabled() {
        return !this.caseNumber || this.buttons[0].disabled;
    }

    build() {
        return this.session.blindTransfer(this.shownId, { flow: this.flow });
    }

    handleTransfer() {
        const { shownId, caseNumber } = this;
        // Attributes travel with the call, so they are sent first. If they fail, the call is not transferred.
        this.send('Case number', (session) => session.addCustomAttributes(shownId, { caseNumber }));
        if (!this.problems.length) {
            this.send('Transfer', () => this.build());
        }
    }
}
