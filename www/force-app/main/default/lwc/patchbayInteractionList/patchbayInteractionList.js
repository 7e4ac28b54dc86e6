/** The live interactions, oldest first; the marked one is what the other components act on. */
import { LightningElement, api } from 'lwc';
import { NO_SESSION, show, subscribe } from 'c/patchbaySession';
import { announcement, currentTime, SecondHand, toView } from 'c/patchbayShared';
import { inPairs, isRunning, toRow } from './row';
import { newsOf } from './news';
import labels from './labels';

export default class PatchbayInteractionList extends LightningElement {
    labels = labels;
    /** Without a card and a heading, and scrolling by itself: the selected interaction stays in sight. */
    @api bare = false;
    state = NO_SESSION;
    interactions = [];
    now = currentTime();
    // One for the whole list, and none while nothing runs.
    secondHand = new SecondHand(() => {
        this.now = currentTime();
    });
    urgent = [];
    polite = [];
    unsubscribe = null;

    /** A keyboard goes on from the list. */
    @api
    focus() {
        this.template.querySelector('c-patchbay-panel').focus();
    }

    connectedCallback() {
        this.unsubscribe = subscribe((state) => this.onState(state));
    }

    disconnectedCallback() {
        this.unsubscribe();
        this.secondHand.run(false);
    }

    get session() {
        return this.state.session;
    }

    onState(state) {
        // What was there before the list is no news, but an interaction that still alerts is.
        const isFirst = !this.session;
        this.state = state;
        const before = this.interactions;
        this.interactions = (this.session?.interactions ?? []).filter(({ phase }) => phase !== 'done');
        this.now = currentTime();
        const { urgent, polite } = newsOf(before, this.interactions);
        this.announce({ urgent, polite: isFirst ? '' : polite });
        this.secondHand.run(this.interactions.some(isRunning));
    }

    announce({ urgent, polite }) {
        // An alert ends with what it tells of: it must not be read once the call was answered.
        if (urgent) {
            this.urgent = announcement(urgent);
        } else if (!this.interactions.some(({ phase }) => phase === 'alerting')) {
            this.urgent = [];
        }
        if (polite) {
            this.polite = announcement(polite);
        }
    }

    get rows() {
        const { interactions: all, now } = this;
        const selected = this.session?.shown;
        return inPairs(all).map((interaction) => {
            const record = this.session.log(interaction.id)?.chosen.name;
            return toRow(interaction, { all, selected, now, record });
        });
    }

    get empty() {
        return this.interactions.length ? null : labels.noLiveInteractions;
    }

    get listStyle() {
        return `interactions ${this.bare ? 'interactions_scrolling' : ''}`;
    }

    /** With what was wrong with what is kept across a reload. */
    get view() {
        return toView(this.state, { problems: this.session?.problems ?? [], bare: this.bare });
    }

    handleClick({ currentTarget }) {
        show(currentTarget.dataset.id);
    }
}
