/** The frame around every component: heading, loading, what went wrong, what was sent, nothing to do yet. */
import { LightningElement, api } from 'lwc';
import labels from './labels';

export default class PatchbayPanel extends LightningElement {
    labels = labels;
    @api heading;
    @api iconName;
    /** Shown in place of the content when there is nothing to act on. */
    @api empty;
    /**
     * {loading, loadError: {reason, message} | null, problems, confirmation, unconfirmed, bare}; see `toView` of c/patchbayShared.
     * Bare, it has no card and no heading.
     */
    @api view;

    get ready() {
        return !this.view.loading && !this.view.loadError;
    }

    /** For whatever had the focus and is gone: a keyboard goes on from here. */
    @api
    focus() {
        this.refs.frame.focus();
    }

    get isFramed() {
        return !this.view.bare;
    }

    get cardStyle() {
        return this.isFramed ? 'slds-card' : 'bare';
    }

    get bodyStyle() {
        return this.isFramed ? 'slds-card__body slds-p-horizontal_medium' : 'slds-p-horizontal_small';
    }

    get problems() {
        return this.view.problems.map(({ message }, index) => ({ key: index, message }));
    }

    get unconfirmed() {
        return this.view.unconfirmed ?? [];
    }

    get hasProblems() {
        return this.view.problems.length > 0;
    }

    handleRetry() {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
