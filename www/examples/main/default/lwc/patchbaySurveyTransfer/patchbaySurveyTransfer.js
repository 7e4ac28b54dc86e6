/** Ends a call with a survey: the customer goes on to the survey flow, the agent to wrap-up. */
import { LightningElement, api } from 'lwc';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';

export default class PatchbaySurveyTransfer extends PatchbayInteractionMixin(LightningElement) {
    /** Name or ID of the survey's flow. */
    @api flow = 'Customer Survey';

    get buttons() {
        return [this.buttonState('blindTransfer', () => this.build())];
    }

    get disabled() {
        return this.buttons[0].disabled;
    }

    build() {
        return this.session.blindTransfer(this.shownId, { flow: this.flow });
    }

    handleEnd() {
        this.send('Survey', () => this.build());
    }
}
