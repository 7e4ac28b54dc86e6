/**
 * All an agent needs beside the softphone, in one utility: what is live, its controls, transfer, log and status. Narrow, the
 * parts share the room as tabs; wide, they stand side by side.
 */
import { LightningElement, api } from 'lwc';
import DIRECTION from '@salesforce/i18n/dir';
import { NO_SESSION, subscribe } from 'c/patchbaySession';
import setup from 'c/patchbaySetup';
import labels from './labels';

const PANES = ['controls', 'transfer', 'log', 'status'];

/** Pixels from which so many columns fit. */
const COLUMNS = { three: 1040, two: 680 };

const FORWARD = DIRECTION === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
const BACKWARD = DIRECTION === 'rtl' ? 'ArrowRight' : 'ArrowLeft';

/** From one of so many tabs to another, by key. */
const STEPS = {
    [FORWARD]: (at, count) => (at + 1) % count,
    [BACKWARD]: (at, count) => (at + count - 1) % count,
    Home: () => 0,
    End: (_, count) => count - 1
};

export default class PatchbayConsole extends LightningElement {
    labels = labels;

    /** As c-patchbay-status-control takes them; left out, those of c/patchbaySetup. */
    @api statuses = setup.statuses;
    /** Leaves the form for secure flows out. */
    @api hideSecureSession = false;

    shownPane = PANES[0];
    layout = 'narrow';
    idle = true;
    state = NO_SESSION;
    unsubscribe = null;
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

    connectedCallback() {
        this.unsubscribe = subscribe((state) => this.onState(state), { keepsLog: true });
    }

    disconnectedCallback() {
        this.unsubscribe();
        this.sizes.disconnect();
        this.observed = null;
    }

    onState(state) {
        this.state = state;
        if (state.session && !this.paneNames.includes(this.shownPane)) {
            [this.shownPane] = PANES;
        }
        this.idle = !this.session?.interactions.some(({ phase }) => phase !== 'done');
    }

    fit(width) {
        this.layout = Object.keys(COLUMNS).find((name) => width >= COLUMNS[name]) ?? 'narrow';
    }

    get session() {
        return this.state.session;
    }

    get loading() {
        return !this.session && !this.state.error;
    }

    get narrow() {
        return this.layout === 'narrow';
    }

    get layoutClass() {
        return `layout layout_${this.layout} ${this.keepsLog ? '' : 'layout_unlogged'}`;
    }

    /** An agent needs no part for a log that somebody else keeps. */
    get keepsLog() {
        return this.session?.logKeeper === 'patchbay';
    }

    get paneNames() {
        return this.keepsLog ? PANES : PANES.filter((name) => name !== 'log');
    }

    get secure() {
        return !this.hideSecureSession;
    }

    get tabs() {
        return this.paneNames.map((name) => {
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
            const { paneNames } = this;
            this.shownPane = paneNames[step(paneNames.indexOf(this.shownPane), paneNames.length)];
            this.template.querySelector(`[data-tab="${this.shownPane}"]`).focus();
        }
    }
}
