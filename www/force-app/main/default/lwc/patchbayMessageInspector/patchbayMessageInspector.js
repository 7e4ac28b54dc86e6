/**
 * Lists what goes over the channel, both ways, newest first, each message with Rust's judgement: for users with the custom permission
 * Patchbay_Inspector, without values until they ask for them. A replay is heard by the inspector alone.
 */
import { LightningElement, wire } from 'lwc';
import { APPLICATION_SCOPE, MessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import MAY_INSPECT from '@salesforce/customPermission/Patchbay_Inspector';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { load } from 'c/patchbay';
import { fill, number, toView } from 'c/patchbayShared';
import { toArrival } from './arrival';
import { download } from './download';
import { toEntry } from './entry';
import labels from './labels';
import { play } from './player';
import { CAPACITY, parse, Recorder } from './recording';

const LIMIT = 200;
const SILENCE = 5000;

const SPEEDS = [
    { value: '1', label: labels.realSpeed },
    { value: '10', label: labels.tenTimes },
    { value: 'Infinity', label: labels.asFast }
];

export default class PatchbayMessageInspector extends LightningElement {
    labels = labels;
    mayInspect = Boolean(MAY_INSPECT);
    showsValues = false;
    @wire(MessageContext) messageContext;
    patchbay = null;
    loadError = null;
    problems = [];
    entries = [];
    // What arrived while paused, or before Patchbay was loaded.
    waiting = [];
    paused = false;
    filter = '';
    announcement = '';
    count = 0;
    subscription = null;
    timer = null;

    recorder = null;
    recording = false;
    recorded = 0;
    speeds = SPEEDS;
    speed = SPEEDS[0].value;
    /** {name, title, events} of the file to replay. */
    loaded = null;
    played = 0;
    stopReplay = null;
    /** The session of a replay: it stores, saves and sends nothing. */
    rehearsal = null;
    rehearsed = [];

    connectedCallback() {
        if (!this.mayInspect) {
            return;
        }
        this.subscription ??= subscribe(this.messageContext, CLIENT_EVENT, (message) => this.receive(message), {
            scope: APPLICATION_SCOPE
        });
        this.load();
    }

    disconnectedCallback() {
        if (!this.subscription) {
            return;
        }
        unsubscribe(this.subscription);
        this.subscription = null;
        clearTimeout(this.timer);
        this.timer = null;
        this.stop();
        this.endRehearsal();
    }

    async load() {
        try {
            this.patchbay = await load();
            this.loadError = null;
        } catch (error) {
            this.loadError = error;
        }
        this.take();
    }

    get view() {
        return toView({ patchbay: this.patchbay, error: this.loadError }, this);
    }

    receive(message) {
        const arrival = toArrival(message);
        this.record(arrival);
        this.waiting = [...this.waiting, arrival].slice(-LIMIT);
        this.take();
    }

    take() {
        if (this.paused || !this.patchbay || !this.waiting.length) {
            return;
        }
        const fresh = this.waiting.map((arrival) => this.entryOf(++this.count, arrival)).reverse();
        this.waiting = [];
        this.entries = [...fresh, ...this.entries].slice(0, LIMIT);
        this.announce();
    }

    entryOf(key, arrival) {
        return toEntry(key, arrival, this.patchbay, this.showsValues);
    }

    get notPermitted() {
        return !this.mayInspect;
    }

    get valuesLabel() {
        return this.showsValues ? labels.hideValues : labels.showValues;
    }

    handleValues() {
        this.showsValues = !this.showsValues;
        this.entries = this.entries.map(({ key, open, arrival }) => ({ ...this.entryOf(key, arrival), open }));
    }

    /** A call makes 25 messages in 40 seconds: a screen reader hears of them together, at most every few seconds. */
    announce() {
        // The timer is cleared when the component goes: code-analyzer-suppress(eslint:@lwc/lwc-platform/no-inline-disable)
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer ??= setTimeout(() => {
            this.timer = null;
            this.announcement = this.summary;
        }, SILENCE);
    }

    get shown() {
        const wanted = this.filter.toLowerCase();
        return wanted ? this.entries.filter(({ search }) => search.includes(wanted)) : this.entries;
    }

    get summary() {
        const listed = fill(labels.messagesListed, this.shown.length, this.entries.length);
        return this.paused ? fill(labels.pausedListed, this.waiting.length, listed) : listed;
    }

    get nothing() {
        if (this.shown.length) {
            return null;
        }
        return this.entries.length ? labels.noMessageMatches : labels.noMessages;
    }

    get pauseLabel() {
        return this.paused ? labels.resume : labels.pause;
    }

    get pauseIcon() {
        return this.paused ? 'utility:play' : 'utility:pause';
    }

    handleFilter({ detail: { value } }) {
        this.filter = value;
        this.announce();
    }

    handlePause() {
        this.paused = !this.paused;
        this.take();
    }

    handleClear() {
        this.entries = [];
        this.waiting = [];
        this.announce();
    }

    handleToggle({ currentTarget }) {
        const key = Number(currentTarget.dataset.key);
        this.entries = this.entries.map((entry) => (entry.key === key ? { ...entry, open: !entry.open } : entry));
    }

    record(arrival) {
        if (this.recording) {
            this.recorder.add(arrival, this.showsValues);
            this.recorded = this.recorder.count;
            this.recording = !this.recorder.isFull;
        }
    }

    get recordLabel() {
        return this.recording ? labels.stopRecording : labels.record;
    }

    get recordIcon() {
        return this.recording ? 'utility:stop' : 'utility:record';
    }

    get unsaveable() {
        return !this.recorded;
    }

    get recordingState() {
        if (!this.recorder) {
            return null;
        }
        if (this.recording) {
            return fill(labels.recordingCount, this.recorded);
        }
        return fill(this.recorded < CAPACITY ? labels.recordedCount : labels.recordedFull, this.recorded);
    }

    handleRecord() {
        this.recording = !this.recording;
        if (this.recording) {
            this.recorder = new Recorder();
            this.recorded = 0;
        }
    }

    handleSave() {
        const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
        download(`messages-${stamp}.json`, this.recorder.toFile());
    }

    get replayLabel() {
        return this.stopReplay ? labels.stopReplay : labels.replay;
    }

    get replayIcon() {
        return this.stopReplay ? 'utility:stop' : 'utility:play';
    }

    get unplayable() {
        return !this.loaded?.events.length || !this.patchbay;
    }

    get replayState() {
        if (!this.loaded) {
            return null;
        }
        const { name, title, events } = this.loaded;
        const count = number(events.length);
        const progress = this.stopReplay ? fill(labels.partOf, this.played, count) : count;
        return fill(labels.replayState, name, progress, title);
    }

    handleSpeed({ detail: { value } }) {
        this.speed = value;
    }

    async handleFile({ detail: { files } }) {
        const [file] = files;
        if (!file) {
            return;
        }
        this.stop();
        this.problems = [];
        this.loaded = null;
        try {
            this.loaded = { name: file.name, ...parse(await file.text()) };
        } catch ({ message }) {
            this.complain(fill(labels.cannotReplay, file.name, message));
        }
    }

    handleReplay() {
        if (this.stopReplay) {
            this.stop();
            return;
        }
        this.problems = [];
        this.played = 0;
        this.endRehearsal();
        this.rehearsal = this.patchbay.session({ storage: null });
        this.stopReplay = play(this.loaded.events, {
            speed: Number(this.speed),
            hear: (message) => this.replay(message),
            onProgress: (played) => {
                this.played = played;
                if (played === this.loaded.events.length) {
                    this.stop();
                }
            }
        });
    }

    /** The rest of the page hears nothing of it: a replay must not store, save or send. */
    replay(message) {
        this.rehearsal.receive(message);
        this.rehearsed = this.rehearsal.interactions.map(({ id, kind, phase }) => ({ id, kind, phase }));
        this.waiting = [...this.waiting, toArrival(message)].slice(-LIMIT);
        this.take();
    }

    endRehearsal() {
        this.rehearsal?.close();
        this.rehearsal = null;
        this.rehearsed = [];
    }

    stop() {
        this.stopReplay?.();
        this.stopReplay = null;
    }

    complain(message) {
        this.problems = [{ severity: 'error', path: '', code: 'recording', message }];
    }
}
