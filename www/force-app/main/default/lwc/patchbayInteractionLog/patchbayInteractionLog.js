/** The log of the selected interaction: what the agent chooses and writes, and whether it is saved. */
import { LightningElement, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';
import { setObjectInfo } from 'c/patchbaySession';
import {
    announcement,
    clock,
    clockBetween,
    currentTime,
    hintsOf,
    reasonForNoLog,
    SecondHand,
    timeOf,
    worded
} from 'c/patchbayShared';
import PatchbayTranscriptViewer from 'c/patchbayTranscriptViewer';
import labels from './labels';
import { isOfMapping, placedLosses, unmapped } from './losses';
import { newsOf } from './news';
import { isOfTranscript, Transcripts } from './transcripts';

const IN_PROGRESS = ['pending', 'saving'];
/** Rows of the comments, and how many letters of one fit into a panel of 340 pixels. */
const [MIN_ROWS, MAX_ROWS, LINE_LENGTH] = [4, 10, 42];

const BEFORE_CONNECTION = ['alerting', 'dialing'];
/** Fields of text that the agent writes in. */
const TEXTS = ['Description', 'Subject'];
const TYPES = {
    Call: labels.call,
    Chat: labels.chat,
    Email: labels.email,
    Message: labels.message,
    Voicemail: labels.voicemail
};

export default class PatchbayInteractionLog extends NavigationMixin(PatchbayInteractionMixin(LightningElement)) {
    labels = labels;
    keepsLog = true;
    news = [];
    /** The ID of the log that the agent went back to. */
    pickedId = null;
    /** What the session shows. */
    shown = null;
    /** What the fields of text hold, by API name. */
    texts = {};
    /** Once what is on its way is saved, the record is opened. */
    opening = false;
    entries = {};
    now = currentTime();
    secondHand = new SecondHand(() => {
        this.now = currentTime();
    });
    transcripts = new Transcripts();
    /** Not asked for where no such records are kept: the organisation may not have the object. */
    engagementName;

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
        const { shown } = this;
        super.onState(state);
        this.engagementName = state.configuration.options.engagement ? 'EngagementInteraction' : undefined;
        this.shown = state.session?.shown ?? null;
        if (this.shown && this.shown !== shown && this.pickedId) {
            this.handleBack();
        }
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
        this.takeTexts(before);
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

    /** Whether what is shown is not what the other components act on. */
    get isEarlier() {
        return Boolean(this.pickedId) && this.shownId === this.pickedId && this.shownId !== super.wantedId;
    }

    reset() {
        super.reset();
        this.opening = false;
        const id = this.shownId;
        const read = (list) => () => this.session.log(id)?.[list] ?? [];
        this.entries = { name: read('name'), relatedTo: read('relatedTo') };
    }

    /** What the agent is writing stays as it is written; what another component of the page has written is shown. */
    takeTexts(before) {
        const isOther = before?.id !== this.log?.id;
        for (const field of TEXTS) {
            const [old, kept] = [before, this.log].map((log) => log?.values[field] ?? '');
            if (isOther || (kept !== old && this.focused?.dataset.field !== field)) {
                this.texts = { ...this.texts, [field]: kept };
            }
        }
    }

    /** Four rows, and more as they are written. */
    get commentsStyle() {
        const lines = (this.texts.Description ?? '')
            .split('\n')
            .map((line) => Math.ceil(line.length / LINE_LENGTH) || 1);
        const rows = lines.reduce((sum, count) => sum + count, 0);
        return `--slds-c-textarea-sizing-min-height: ${Math.min(MAX_ROWS, Math.max(MIN_ROWS, rows)) * 1.25 + 1}rem`;
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
        const { callType, values } = this.log;
        return [
            { name: 'Call type', label: labels.callType, text: callType },
            { name: 'Duration', label: labels.duration, time: this.duration, text: this.noDuration },
            { name: 'Wrap-up code', label: labels.wrapUpCode, text: values.CallDisposition ?? labels.noneYet }
        ];
    }

    /** The documented ones, and the log's own. */
    get types() {
        const values = [...new Set([...this.session.taskTypes, this.log.type])].filter(Boolean);
        return values.map((value) => ({ value, label: TYPES[value] ?? value }));
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
        const { transcriptFields } = this.state.configuration;
        const isLost = this.losses.some((loss) => isOfTranscript(loss, transcriptFields));
        return isLost ? this.transcripts.of(this.shownId) : null;
    }

    get openLabel() {
        return this.log.recordId ? labels.openSavedLog : labels.saveAndOpenLog;
    }

    /** Shows what could not be done of something that the agent did. */
    show({ problems }) {
        const lasting = this.session.problems;
        this.problems = this.showAtFields(problems.filter((problem) => !lasting.includes(problem)).map(worded));
    }

    handleRecent({ detail: { value } }) {
        this.pickedId = value;
        this.update();
    }

    handleChoose({ currentTarget, detail: { recordId } }) {
        this.show(this.session.selectRecord(this.shownId, currentTarget.dataset.list, recordId));
    }

    handleBack() {
        this.pickedId = null;
        this.update();
    }

    // Every keystroke goes to the session: it keeps what is typed over a reload, and gathers saves itself.
    handleText({ currentTarget, detail: { value } }) {
        const { field } = currentTarget.dataset;
        this.texts = { ...this.texts, [field]: value };
        this.show(this.session.updateFields(this.shownId, { [field]: value }));
    }

    /** An emptied subject is the default one again. */
    handleLeave() {
        if (!this.texts.Subject) {
            this.texts = { ...this.texts, Subject: this.log?.values.Subject ?? '' };
        }
    }

    handleType({ detail: { value } }) {
        this.show(this.session.updateFields(this.shownId, { Type: value }));
    }

    handleOpen() {
        this.opening = true;
        this.show(this.session.openLog(this.shownId));
        this.openSaved();
    }

    /** Afterwards back to where the agent came from, or, where that is gone by now, to what is there. */
    async handleRead() {
        const { subject } = this.log;
        await PatchbayTranscriptViewer.open({ label: labels.showTranscript, subject, text: this.lostTranscript });
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
