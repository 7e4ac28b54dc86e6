/** The log of the selected interaction: what the agent chooses and writes, and whether it is saved. */
import { LightningElement, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';
import { setObjectInfo } from 'c/patchbaySession';
import setup from 'c/patchbaySetup';
import {
    announcement,
    clock,
    clockBetween,
    currentTime,
    hintsOf,
    reasonForNoLog,
    SecondHand,
    timeOf
} from 'c/patchbayShared';
import labels from './labels';
import { isOfMapping, placedLosses, unmapped } from './losses';
import { newsOf } from './news';
import { isOfTranscript, Transcripts } from './transcripts';

const IN_PROGRESS = ['pending', 'saving'];
const BEFORE_CONNECTION = ['alerting', 'dialing'];

export default class PatchbayInteractionLog extends NavigationMixin(PatchbayInteractionMixin(LightningElement)) {
    labels = labels;
    keepsLog = true;
    news = [];
    /** The ID of the log that the agent went back to. */
    pickedId = null;
    comments = '';
    /** Once what is on its way is saved, the record is opened. */
    opening = false;
    entries = {};
    now = currentTime();
    secondHand = new SecondHand(() => {
        this.now = currentTime();
    });
    transcripts = new Transcripts();
    /** The transcript that the agent reads, {subject, text}: another interaction does not take it away. */
    reading = null;
    /** Not asked for where no such records are kept: the organisation may not have the object. */
    engagementName = setup.engagement ? 'EngagementInteraction' : undefined;

    // Where nothing can be known ("Object Task is not supported in UI API"), all fields are taken as writable.
    @wire(getObjectInfo, { objectApiName: 'Task' })
    takeTaskInfo({ data }) {
        setObjectInfo(data);
    }

    @wire(getObjectInfo, { objectApiName: '$engagementName' })
    takeEngagementInfo({ data }) {
        setObjectInfo(data);
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.secondHand.run(false);
    }

    onState(state) {
        if (state.change?.selection && state.session.selected) {
            this.pickedId = null;
        }
        super.onState(state);
        for (const { id, list, added } of state.change?.lists ?? []) {
            if (id === this.shownId) {
                this.template.querySelector(`[data-list="${list}"]`)?.join(added);
            }
        }
    }

    update() {
        const before = this.log;
        super.update();
        if (this.session) {
            this.transcripts.follow(this.session);
        }
        this.takeComments(before);
        const text = newsOf(before, this.log);
        this.news = text ? announcement(text) : this.news;
        this.now = currentTime();
        this.secondHand.run(this.connectedSince !== null);
        this.openSaved();
    }

    /** What the agent went back to comes before what is selected. */
    get wantedId() {
        return (this.givenId ? null : this.firstLogged([this.pickedId])) ?? super.wantedId;
    }

    reset() {
        super.reset();
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

    get empty() {
        return reasonForNoLog(this.session) ?? (this.log ? null : labels.nothingToLog);
    }

    /** With what stays true: of the setup, that something is not kept over a reload, and that records were not looked for. */
    get view() {
        const { lasting, problems, state } = this;
        const unsearched = state.searchProblems?.get(this.shownId) ?? [];
        // What is mapped wrongly has a place in the log, where there is one.
        const general = lasting.filter((problem) => !isOfMapping(problem)).concat(this.log ? [] : unmapped(lasting));
        return { ...super.view, problems: [...problems, ...general].concat(unsearched) };
    }

    get lasting() {
        return this.state.problems ?? [];
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
            { name: 'Type', label: labels.type, text: type },
            { name: 'Call type', label: labels.callType, text: callType },
            { name: 'Duration', label: labels.duration, time: this.duration, text: this.noDuration },
            { name: 'Wrap-up code', label: labels.wrapUpCode, text: values.CallDisposition ?? labels.noneYet }
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
            return BEFORE_CONNECTION.includes(phase) ? labels.notConnectedYet : labels.notToldYet;
        }
        return labels.none;
    }

    /** Of an interaction that goes on. */
    get connectedSince() {
        const { interaction } = this;
        return interaction?.live ? timeOf(interaction.connectedTime) : null;
    }

    get notes() {
        const { name, relatedTo } = placedLosses(this.log);
        return { name: inOne(name), relatedTo: inOne(relatedTo) };
    }

    get losses() {
        return [...placedLosses(this.log).elsewhere, ...unmapped(this.lasting, this.log)];
    }

    get hints() {
        return hintsOf(this.log);
    }

    /** What the agent may want to read because the record does not hold it. */
    get lostTranscript() {
        return this.losses.some(isOfTranscript) ? this.transcripts.of(this.shownId) : null;
    }

    get openLabel() {
        return this.log.recordId ? labels.openSavedLog : labels.saveAndOpenLog;
    }

    /** Shows what could not be done of something that the agent did. */
    show({ problems }) {
        const lasting = this.session.problems;
        this.problems = this.showAtFields(problems.filter((problem) => !lasting.includes(problem)));
    }

    handleRecent({ detail: { value } }) {
        this.pickedId = value;
        this.update();
    }

    handleChoose({ currentTarget, detail: { recordId } }) {
        this.show(this.session.selectRecord(this.shownId, currentTarget.dataset.list, recordId));
    }

    // Every keystroke goes to the session: it keeps what is typed over a reload, and gathers saves itself.
    handleComments({ detail: { value } }) {
        this.comments = value;
        this.show(this.session.updateFields(this.shownId, { Description: value }));
    }

    handleOpen() {
        this.opening = true;
        this.show(this.session.openLog(this.shownId));
        this.openSaved();
    }

    handleRead() {
        this.reading = { subject: this.log.subject, text: this.lostTranscript };
    }

    /** Back to where the agent came from, or, where that is gone by now, to what is there. */
    handleReadEnd() {
        this.reading = null;
        this.template.querySelector('[data-action="transcript"], [data-action="open"]')?.focus();
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

function inOne(problems) {
    return problems.map(({ message }) => message).join(' ');
}
