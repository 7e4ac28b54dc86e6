/** The frame around every component: heading, loading, what went wrong, what was sent, nothing to do yet. */
import { LightningElement, api } from 'lwc';
import labels from './labels';

export default class PatchbayPanel extends LightningElement {
    labels = labels;
    @api heading;
    @api iconName;
    /** Shown in place of the content when there is nothing to act on. */
    @api empty;
    /** {loading, loadError: {reason, message} | null, problems, confirmation}; see `toView` of c/patchbayShared. */
    @api view;

    get ready() {
        return !this.view.loading && !this.view.loadError;
    }

    get problems() {
        return this.view.problems.map(({ message }, index) => ({ key: index, message }));
    }

    get hasProblems() {
        return this.view.problems.length > 0;
    }

    handleRetry() {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
