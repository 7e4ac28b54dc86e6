/** The frame around every component: heading, loading, what went wrong, what was sent, nothing to do yet. */
import { LightningElement, api } from 'lwc';

export default class PatchbayPanel extends LightningElement {
    @api heading;
    @api iconName;
    /** Shown in place of the content when there is nothing to act on. */
    @api empty;
    /** {loading, loadError: {reason, message} | null, problems, confirmation} */
    @api view;

    get ready() {
        return !this.view.loading && !this.view.loadError;
    }

    get loadErrorTitle() {
        const { reason } = this.view.loadError;
        return reason ? `Patchbay could not start (${reason})` : 'Patchbay could not start';
    }

    get problems() {
        return this.view.problems.map(({ message }, index) => ({ key: index, message }));
    }

    get hasProblems() {
        return this.view.problems.length > 0;
    }
}
