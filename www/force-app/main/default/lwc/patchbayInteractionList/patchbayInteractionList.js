/** The live interactions, oldest first; the marked one is what the other components act on. */
import PatchbaySessionElement from 'c/patchbaySessionElement';
import { select } from 'c/patchbaySession';
import { currentTime, SecondHand } from 'c/patchbayInteractionClock';
import { inPairs, isRunning, toRow } from './row';
import { newsOf } from './news';
import labels from './labels';

export default class PatchbayInteractionList extends PatchbaySessionElement {
    labels = labels;
    interactions = [];
    now = currentTime();
    // One for the whole list, and none while nothing runs.
    secondHand = new SecondHand(() => {
        this.now = currentTime();
    });
    // The same sentence twice is news twice: each is an element of its own in its live region.
    urgent = [];
    polite = [];
    told = 0;

    disconnectedCallback() {
        super.disconnectedCallback();
        this.secondHand.run(false);
    }

    follow(state) {
        // What was there before the list is no news, but an interaction that still alerts is.
        const isFirst = !this.session;
        super.follow(state);
        const before = this.interactions;
        this.interactions = (this.session?.interactions ?? []).filter(({ phase }) => phase !== 'done');
        this.now = currentTime();
        const { urgent, polite } = newsOf(before, this.interactions);
        this.announce({ urgent, polite: isFirst ? '' : polite });
        this.secondHand.run(this.interactions.some(isRunning));
    }

    announce({ urgent, polite }) {
        if (urgent) {
            this.urgent = [{ key: ++this.told, text: urgent }];
        }
        if (polite) {
            this.polite = [{ key: ++this.told, text: polite }];
        }
    }

    get rows() {
        const { interactions: all, now } = this;
        const selected = this.session?.selected;
        return inPairs(all).map((interaction) => toRow(interaction, { all, selected, now }));
    }

    get empty() {
        return this.interactions.length ? null : labels.noLiveInteractions;
    }

    /** With what was wrong with what is kept across a reload. */
    get view() {
        return { ...super.view, problems: this.session?.problems ?? [] };
    }

    handleClick({ currentTarget }) {
        select(currentTarget.dataset.id);
    }
}
