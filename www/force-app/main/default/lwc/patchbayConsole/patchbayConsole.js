/**
 * All an agent needs beside the softphone, in one utility: what is live, its controls, transfer, log and status. Narrow, the
 * parts share the room as tabs; wide, they stand side by side.
 */
import { api } from 'lwc';
import DIRECTION from '@salesforce/i18n/dir';
import { retry } from 'c/patchbaySession';
import setup from 'c/patchbaySetup';
import PatchbaySessionElement from 'c/patchbaySessionElement';
import labels from './labels';

const PANES = ['controls', 'transfer', 'log', 'status'];

/** Pixels from which so many columns fit. */
const COLUMNS = { three: 1040, two: 680 };

const FORWARD = DIRECTION === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
const BACKWARD = DIRECTION === 'rtl' ? 'ArrowRight' : 'ArrowLeft';

/** From one tab to another, by key. */
const STEPS = {
    [FORWARD]: (at) => (at + 1) % PANES.length,
    [BACKWARD]: (at) => (at + PANES.length - 1) % PANES.length,
    Home: () => 0,
    End: () => PANES.length - 1
};

export default class PatchbayConsole extends PatchbaySessionElement {
    labels = labels;

    /** As c-patchbay-status-control takes them; left out, those of c/patchbaySetup. */
    @api statuses = setup.statuses;
    /** Leaves the form for secure flows out. */
    @api hideSecureSession = false;

    shownPane = PANES[0];
    layout = 'narrow';
    idle = true;
    triedAt = null;
    retrying = false;
    sizes = new ResizeObserver(([{ contentRect }]) => this.fit(contentRect.width));
    observed = null;

    /** The tab that is in front at first: controls, transfer, log or status. */
    @api
    get startPane() {
        return this.shownPane;
    }
    set startPane(name) {
        this.shownPane = PANES.includes(name) ? name : PANES[0];
    }

    renderedCallback() {
        const { layout = null } = this.refs;
        if (layout !== this.observed) {
            this.sizes.disconnect();
            this.observed = layout;
            if (layout) {
                this.sizes.observe(layout);
            }
        }
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.sizes.disconnect();
        this.observed = null;
    }

    follow(state) {
        super.follow(state);
        this.triedAt = this.retrying && this.loadError ? new Date() : null;
        this.retrying = false;
        this.idle = !this.session?.interactions.some(({ phase }) => phase !== 'done');
    }

    fit(width) {
        this.layout = Object.keys(COLUMNS).find((name) => width >= COLUMNS[name]) ?? 'narrow';
    }

    get loading() {
        return !this.session && !this.loadError;
    }

    get narrow() {
        return this.layout === 'narrow';
    }

    get layoutClass() {
        return `layout layout_${this.layout}`;
    }

    get secure() {
        return !this.hideSecureSession;
    }

    get tabs() {
        return PANES.map((name) => {
            const selected = name === this.shownPane;
            return {
                name,
                id: `tab-${name}`,
                label: labels[name],
                selected: String(selected),
                tabIndex: selected ? '0' : '-1'
            };
        });
    }

    get paneRole() {
        return this.narrow ? 'tabpanel' : 'group';
    }

    /** A part that is not in front is hidden, not gone: what was typed in it stays. */
    get panes() {
        const isHidden = (name) => this.narrow && name !== this.shownPane;
        return Object.fromEntries(
            PANES.map((name) => [name, { className: `pane pane_${name} ${isHidden(name) ? 'slds-hide' : ''}` }])
        );
    }

    handleTab({ currentTarget }) {
        this.shownPane = currentTarget.dataset.tab;
    }

    handleKey(event) {
        const step = STEPS[event.key];
        if (step) {
            event.preventDefault();
            this.shownPane = PANES[step(PANES.indexOf(this.shownPane))];
            this.template.querySelector(`[data-tab="${this.shownPane}"]`).focus();
        }
    }

    handleRetry() {
        this.retrying = true;
        retry();
    }
}
