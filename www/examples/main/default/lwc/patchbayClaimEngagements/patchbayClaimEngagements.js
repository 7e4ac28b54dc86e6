/** On a page of your own object: the EngagementInteraction records of the calls about this record. */
import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { NO_SESSION, subscribe } from 'c/patchbaySession';
import { toView } from 'c/patchbayShared';

export default class PatchbayClaimEngagements extends NavigationMixin(LightningElement) {
    @api recordId;

    state = NO_SESSION;
    problems = [];

    connectedCallback() {
        // What is shown here is saved, so the session has to save.
        this.unsubscribe = subscribe((state) => (this.state = state), { keepsLog: true });
    }

    disconnectedCallback() {
        this.unsubscribe();
    }

    get view() {
        return toView(this.state, this);
    }

    get rows() {
        const logs = this.state.session?.logs.filter(({ chosen }) => chosen.relatedTo?.id === this.recordId) ?? [];
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
        const { recordId, state } = this;
        const { session } = state;
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
