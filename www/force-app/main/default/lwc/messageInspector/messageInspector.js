/** Lists what goes over the channel, both ways, newest first, each message with Rust's judgement. */
import { APPLICATION_SCOPE, subscribe, unsubscribe } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import PatchbayElement from 'c/patchbayElement';
import { toEntry } from './entry';

const LIMIT = 200;
const SILENCE = 5000;

export default class MessageInspector extends PatchbayElement {
    entries = [];
    // What arrived while paused, or before Patchbay was loaded.
    waiting = [];
    paused = false;
    filter = '';
    announcement = '';
    count = 0;
    subscription = null;
    timer = null;

    async connectedCallback() {
        this.subscription ??= subscribe(this.messageContext, CLIENT_EVENT, (message) => this.receive(message), {
            scope: APPLICATION_SCOPE
        });
        await super.connectedCallback();
        this.take();
    }

    disconnectedCallback() {
        unsubscribe(this.subscription);
        this.subscription = null;
        clearTimeout(this.timer);
        this.timer = null;
    }

    receive(message) {
        this.waiting = [...this.waiting, { time: new Date(), message }].slice(-LIMIT);
        this.take();
    }

    take() {
        if (this.paused || !this.patchbay || !this.waiting.length) {
            return;
        }
        const fresh = this.waiting.map((arrival) => toEntry(++this.count, arrival, this.patchbay)).reverse();
        this.waiting = [];
        this.entries = [...fresh, ...this.entries].slice(0, LIMIT);
        this.announce();
    }

    /** A call makes 25 messages in 40 seconds: a screen reader hears of them together, at most every few seconds. */
    announce() {
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when the component goes
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
        const listed = `${this.shown.length} of ${this.entries.length} messages listed`;
        return this.paused ? `Paused, ${this.waiting.length} waiting. ${listed}.` : `${listed}.`;
    }

    get nothing() {
        if (this.shown.length) {
            return null;
        }
        return this.entries.length
            ? 'No message contains this text.'
            : 'No messages yet. Whatever is published on the channel appears here.';
    }

    get pauseLabel() {
        return this.paused ? 'Resume' : 'Pause';
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
}
