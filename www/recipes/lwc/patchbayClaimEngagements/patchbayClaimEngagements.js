/** On a page of your own object: the EngagementInteraction records of the calls about this record. */
import { api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import PatchbaySessionElement from 'c/patchbaySessionElement';

export default class PatchbayClaimEngagements extends NavigationMixin(PatchbaySessionElement) {
    @api recordId;

    get rows() {
        const logs = this.session?.logs.filter(({ chosen }) => chosen.relatedTo?.id === this.recordId) ?? [];
        return logs
            .filter(({ engagement }) => engagement)
            .map(({ id, subject, engagement: { recordId, mappedState, saveState } }) => {
                return { id, subject, recordId, mappedState, saveState, unsaved: !recordId };
            });
    }

    get none() {
        return this.rows.length === 0;
    }

    /** Relates the current call to this record. */
    handleRelate() {
        this.clearFeedback();
        const { session, recordId } = this;
        const { problems } = session.selected
            ? session.selectRecord(session.selected, 'relatedTo', recordId)
            : { problems: [{ message: 'No interaction is selected.' }] };
        this.problems = problems;
    }

    handleOpen({ currentTarget: { name } }) {
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId: name, objectApiName: 'EngagementInteraction', actionName: 'view' }
        });
    }
}
