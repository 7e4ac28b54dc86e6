/** Opens the case that the caller entered before the agent answered, and relates the log to it. */
import { LightningElement, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { getRecord } from 'lightning/uiRecordApi';
import { NO_SESSION, subscribe } from 'c/patchbaySession';
import { toView } from 'c/patchbayShared';

// Set by the flow in Architect that asks the caller for the case.
const caseIdOf = ({ attributes }) => attributes['Participant.caseId'] ?? attributes.caseId;

export default class PatchbayScreenPop extends NavigationMixin(LightningElement) {
    state = NO_SESSION;
    problems = [];
    popped = new Set();
    interactionId = null;
    caseId;
    caseNumber = '';

    connectedCallback() {
        this.unsubscribe = subscribe((state) => this.onState(state));
    }

    disconnectedCallback() {
        this.unsubscribe();
    }

    get view() {
        return toView(this.state, this);
    }

    onState(state) {
        this.state = state;
        const calls = state.session?.interactions ?? [];
        const news = calls.find((one) => one.live && caseIdOf(one) && !this.popped.has(one.id));
        if (news) {
            this.popped.add(news.id);
            this.interactionId = news.id;
            this.caseId = caseIdOf(news);
            this.relate();
        }
    }

    @wire(getRecord, { recordId: '$caseId', fields: ['Case.CaseNumber'] })
    takeCase({ data, error }) {
        this.record = data ?? null;
        this.problems = error ? [{ message: `Case ${this.caseId} cannot be opened.` }] : [];
        this.relate();
    }

    /** The wire adapter does not fire again for the same case, so a second call about it starts here. */
    relate() {
        const { interactionId, record, caseId } = this;
        if (!interactionId || record?.id.slice(0, 15) !== caseId.slice(0, 15)) {
            return;
        }
        this.interactionId = null;
        this.caseNumber = record.fields.CaseNumber.value;
        this.state.session.associate(interactionId, [{ id: record.id, objectApiName: 'Case', name: this.caseNumber }]);
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId: record.id, objectApiName: 'Case', actionName: 'view' }
        });
    }

    get empty() {
        return this.caseNumber || this.problems.length ? null : 'No caller has entered a case yet.';
    }
}
