/** Your organisation's own fields of the log, saved with the rest of it. */
import { LightningElement } from 'lwc';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';

// Fields of Task that your organisation has added.
const FIELDS = [
    { name: 'Case_Number__c', label: 'Case number' },
    { name: 'Survey__c', label: 'Survey' }
];

export default class PatchbayClaimLog extends PatchbayInteractionMixin(LightningElement) {
    /** The page's session saves, because this component shows what is saved. */
    keepsLog = true;

    get empty() {
        return this.log ? null : 'No interaction has a log yet.';
    }

    get rows() {
        return FIELDS.map((field) => ({ ...field, value: this.log?.values[field.name] ?? '' }));
    }

    get saveState() {
        return this.log?.saveState;
    }

    handleChange({ currentTarget, detail: { value } }) {
        const { problems } = this.session.updateFields(this.shownId, { [currentTarget.dataset.field]: value });
        // Problems of the edit, and of fields that cannot be stored.
        this.showAtFields([...problems, ...this.log.problems]);
    }
}
