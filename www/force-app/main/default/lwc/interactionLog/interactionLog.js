/**
 * The log of the selected interaction: what the agent chooses and writes, and whether it is saved. When nothing is selected
 * any more it goes on showing the last one, which can still be completed.
 */
import { NavigationMixin } from 'lightning/navigation';
import InteractionElement from 'c/interactionElement';
import { clock, clockBetween, SecondHand, timeOf } from 'c/interactionClock';
import { newsOf } from './news';
import { lossesOf, reasonsOf, toSaving } from './saving';

const IN_PROGRESS = ['pending', 'saving'];
const BEFORE_CONNECTION = ['alerting', 'dialing'];

export default class InteractionLog extends NavigationMixin(InteractionElement) {
    log = null;
    /** The ID of the log that the agent went back to. */
    pickedId = null;
    comments = '';
    /** Once what is on its way is saved, the record is opened. */
    opening = false;
    entries = {};
    now = Date.now();
    secondHand = new SecondHand(() => {
        this.now = Date.now();
    });
    // The same sentence twice is news twice: each is an element of its own in its live region.
    news = [];
    told = 0;

    disconnectedCallback() {
        super.disconnectedCallback();
        this.secondHand.run(false);
    }

    follow(state) {
        if (state.change?.selection && state.session.selected) {
            this.pickedId = null;
        }
        super.follow(state);
        for (const { id, list, added } of state.change?.lists ?? []) {
            if (id === this.shownId) {
                this.template.querySelector(`[data-list="${list}"]`)?.join(added);
            }
        }
    }

    settle() {
        super.settle();
        const before = this.log;
        this.log = (this.shownId && this.session?.log(this.shownId)) ?? null;
        this.takeComments(before);
        this.announce(newsOf(before, this.log));
        this.now = Date.now();
        this.secondHand.run(this.connectedSince !== null);
        this.openSaved();
    }

    /** Once nothing is selected any more, the log that is shown stays; without one it is the youngest. */
    get wantedId() {
        const { givenId, pickedId, session, shownId } = this;
        const ids = givenId ? [givenId] : [pickedId, session?.selected, shownId, session?.logs.at(-1)?.id];
        return ids.find((id) => id && session?.log(id)) ?? null;
    }

    forget() {
        super.forget();
        this.opening = false;
        const id = this.shownId;
        const read = (list) => () => this.session.log(id)?.[list] ?? [];
        this.entries = { name: read('name'), relatedTo: read('relatedTo') };
    }

    /** What the agent is writing stays as it is written; what another component of the page has written is shown. */
    takeComments(before) {
        const [old, kept] = [before, this.log].map((log) => log?.values.Description ?? '');
        const isOther = before?.id !== this.log?.id;
        if (isOther || (kept !== old && this.focused?.dataset.field !== 'Description')) {
            this.comments = kept;
        }
    }

    announce(text) {
        if (text) {
            this.news = [{ key: ++this.told, text }];
        }
    }

    get empty() {
        return this.log ? null : 'No interaction to log.';
    }

    /** With what stays true: that something is not kept over a reload, and that records were not looked for. */
    get view() {
        const { session, state } = this;
        const unsearched = state.searchProblems?.get(this.shownId) ?? [];
        return { ...super.view, problems: [...this.problems, ...(session?.problems ?? [])].concat(unsearched) };
    }

    get recent() {
        const logs = this.givenId ? [] : (this.session?.logs ?? []);
        return logs.map(({ id, subject, chosen }) => ({
            value: id,
            label: chosen.name ? `${subject}, ${chosen.name.name}` : subject
        }));
    }

    get hasRecent() {
        return this.recent.length > 1;
    }

    get facts() {
        const { type, callType, values } = this.log;
        return [
            { label: 'Type', text: type },
            { label: 'Call type', text: callType },
            { label: 'Duration', time: this.duration, text: this.noDuration },
            { label: 'Wrap-up code', text: values.CallDisposition ?? 'None yet' }
        ];
    }

    get duration() {
        const { connectedSince, now } = this;
        if (connectedSince !== null) {
            return clockBetween(connectedSince, now);
        }
        const seconds = this.log.values.CallDurationInSeconds ?? null;
        return seconds === null ? null : clock(seconds);
    }

    get noDuration() {
        const { live, phase } = this.interaction ?? {};
        if (live) {
            return BEFORE_CONNECTION.includes(phase) ? 'Not connected yet' : 'Not told yet';
        }
        return 'None';
    }

    /** Of an interaction that goes on. */
    get connectedSince() {
        const { interaction } = this;
        return interaction?.live ? timeOf(interaction.connectedTime) : null;
    }

    get saving() {
        return toSaving(this.log);
    }

    get reasons() {
        return toItems(reasonsOf(this.log));
    }

    get notes() {
        const { name, relatedTo } = lossesOf(this.log);
        return { name: name.join(' '), relatedTo: relatedTo.join(' ') };
    }

    get losses() {
        return toItems(lossesOf(this.log).elsewhere);
    }

    get openLabel() {
        return this.log.recordId ? 'Open saved log' : 'Save and open log';
    }

    /** Shows what could not be done of something that the agent did. */
    show({ problems }) {
        const lasting = this.session.problems;
        this.problems = this.showAtFields(problems.filter((problem) => !lasting.includes(problem)));
    }

    handleRecent({ detail: { value } }) {
        this.pickedId = value;
        this.settle();
    }

    handleChoose({ currentTarget, detail: { recordId } }) {
        this.show(this.session.choose(this.shownId, currentTarget.dataset.list, recordId));
    }

    // Every keystroke goes to the session: it keeps what is typed over a reload, and gathers saves itself.
    handleComments({ detail: { value } }) {
        this.comments = value;
        this.show(this.session.edit(this.shownId, { Description: value }));
    }

    handleOpen() {
        this.opening = true;
        this.show(this.session.openLog(this.shownId));
        this.openSaved();
    }

    /** Opens the record once it holds what the agent sees; one that cannot be saved now, as it was saved last. */
    openSaved() {
        if (!this.opening || IN_PROGRESS.includes(this.log?.saveState)) {
            return;
        }
        this.opening = false;
        const { recordId } = this.log;
        if (recordId) {
            this[NavigationMixin.Navigate]({
                type: 'standard__recordPage',
                attributes: { recordId, objectApiName: 'Task', actionName: 'view' }
            });
        }
    }
}

function toItems(messages) {
    return messages.map((message, key) => ({ key, message }));
}
