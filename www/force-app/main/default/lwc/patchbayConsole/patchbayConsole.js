/**
 * All an agent needs beside the softphone, in one utility: what is live and its controls, always in sight; transfer, log and status.
 * Narrow, these share the room as tabs; wide, they stand side by side. A minimised utility is highlighted while something rings.
 */
import { LightningElement, api, wire } from 'lwc';
import DIRECTION from '@salesforce/i18n/dir';
import { EnclosingUtilityId, open, updateUtility } from 'lightning/platformUtilityBarApi';
import { NO_SESSION, subscribe } from 'c/patchbaySession';
import labels from './labels';

const PANES = ['log', 'transfer', 'status'];

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

    /** As c-patchbay-status-control takes them; left out, those of the organisation's configuration. */
    @api statuses;
    /** Leaves the form for secure flows out. */
    @api hideSecureSession = false;
    /** Opens a minimised utility when something rings, instead of highlighting it alone. */
    @api opensOnAlert = false;

    /** The utility that this is in; none on a page. */
    @wire(EnclosingUtilityId) utilityId;
    rings = false;

    shownPane = PANES[0];
    layout = 'narrow';
    idle = true;
    state = NO_SESSION;
    unsubscribe = null;
    sizes = new ResizeObserver(([{ contentRect }]) => this.fit(contentRect.width));
    observed = null;

    /** The tab that is in front at first: log, transfer or status. */
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
            [this.shownPane] = this.paneNames;
        }
        const interactions = this.session?.interactions ?? [];
        this.idle = interactions.every(({ phase }) => phase === 'done');
        this.signal(interactions.some(({ phase }) => phase === 'alerting'));
    }

    /** Tells whoever has minimised the utility. A utility bar that cannot be reached is no reason to stop. */
    signal(rings) {
        const begins = rings && !this.rings;
        const isChanged = rings !== this.rings;
        this.rings = rings;
        if (!this.utilityId || !isChanged) {
            return;
        }
        const told = [updateUtility(this.utilityId, { highlighted: rings })];
        if (begins && this.opensOnAlert) {
            // What the agent types elsewhere goes on there.
            told.push(open(this.utilityId, { autoFocus: false }));
        }
        Promise.allSettled(told);
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

    /** Nothing to control needs no room. */
    get showsControls() {
        return !this.narrow || !this.idle;
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

    /** The agent asked for what waited by a key: the keyboard goes on from the list. */
    handleGone() {
        if ([null, document.body].includes(document.activeElement)) {
            this.refs.list.focus();
        }
    }

    handleTab({ currentTarget, detail: clicks }) {
        this.shownPane = currentTarget.dataset.tab;
        // By pointer, as a keyboard goes on from the tab: who opens the transfer wants to type a name.
        if (clicks > 0 && this.shownPane === 'transfer') {
            Promise.resolve().then(() => this.refs.transfer?.focusSearch());
        }
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
