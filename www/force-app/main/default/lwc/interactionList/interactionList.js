/** The live interactions, oldest first; the marked one is what the other components act on. */
import SessionElement from 'c/sessionElement';
import { select } from 'c/agentSession';
import { inPairs, isRunning, toRow } from './row';
import { newsOf } from './news';

const SECOND = 1000;

export default class InteractionList extends SessionElement {
    interactions = [];
    now = Date.now();
    timer = null;
    // The same sentence twice is news twice: each is an element of its own in its live region.
    urgent = [];
    polite = [];
    told = 0;

    disconnectedCallback() {
        super.disconnectedCallback();
        this.run(false);
    }

    follow(state) {
        // What was there before the list is no news, but an interaction that still alerts is.
        const isFirst = !this.session;
        super.follow(state);
        const before = this.interactions;
        this.interactions = (this.session?.interactions ?? []).filter(({ phase }) => phase !== 'done');
        this.now = Date.now();
        const { urgent, polite } = newsOf(before, this.interactions);
        this.announce({ urgent, polite: isFirst ? '' : polite });
        this.run(this.interactions.some(isRunning));
    }

    announce({ urgent, polite }) {
        if (urgent) {
            this.urgent = [{ key: ++this.told, text: urgent }];
        }
        if (polite) {
            this.polite = [{ key: ++this.told, text: polite }];
        }
    }

    /** One clock for the whole list, and none while nothing runs. */
    run(wanted) {
        if (wanted) {
            // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when nothing runs, and when the component goes
            this.timer ??= setInterval(() => {
                this.now = Date.now();
            }, SECOND);
        } else {
            clearInterval(this.timer);
            this.timer = null;
        }
    }

    get rows() {
        const { interactions: all, now } = this;
        const selected = this.session?.selected;
        return inPairs(all).map((interaction) => toRow(interaction, { all, selected, now }));
    }

    get empty() {
        return this.interactions.length ? null : 'No live interactions.';
    }

    /** What was wrong with what is kept across a reload is told here, once for the page. */
    get view() {
        return { ...super.view, problems: this.session?.problems ?? [] };
    }

    handleClick({ currentTarget }) {
        select(currentTarget.dataset.id);
    }
}
