/** What in this org would keep Patchbay from working. Facts are gathered here and by Apex; what they mean, Rust says. */
import { LightningElement, api, wire } from 'lwc';
import LANGUAGE from '@salesforce/i18n/lang';
import askSalesforce from '@salesforce/apex/PatchbayPreflight.facts';
import { APPLICATION_SCOPE, MessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { load } from 'c/patchbay';
import { fill, toView } from 'c/patchbayShared';
import labels from './labels';
import { hasWebSecurity, typeOf, canStore } from './page';
import { FINDINGS, STATUSES, TITLES } from './texts';

/** How long the client is listened to, in seconds. */
const MINUTE = 60;
const SECOND = 1000;

const ICONS = { ok: 'utility:success', warning: 'utility:warning', error: 'utility:error', unknown: 'utility:help' };
const VARIANTS = { ok: 'success', warning: 'warning', error: 'error' };

export default class PatchbayHealth extends LightningElement {
    labels = labels;
    @wire(MessageContext) messageContext;
    patchbay = null;
    loadError = null;
    problems = [];

    /** API names of the objects that are wanted in Related To, with commas between them. */
    @api relatedTo = '';

    /** What Apex answered; null while it has not. */
    ofSalesforce = null;
    apexError = null;
    seconds = 0;
    types = {};
    findings = [];
    announcement = '';
    subscription = null;
    timer = null;
    asked = 0;

    connectedCallback() {
        this.subscription ??= subscribe(this.messageContext, CLIENT_EVENT, (message) => this.receive(message), {
            scope: APPLICATION_SCOPE
        });
        this.begin();
        this.load();
    }

    disconnectedCallback() {
        unsubscribe(this.subscription);
        this.subscription = null;
        this.stop();
        this.asked += 1;
    }

    async load() {
        try {
            this.patchbay = await load();
            this.loadError = null;
        } catch (error) {
            this.loadError = error;
        }
        this.judge();
    }

    get view() {
        return toView({ patchbay: this.patchbay, error: this.loadError }, this);
    }

    begin() {
        this.stop();
        this.seconds = 0;
        this.types = {};
        // The timer is cleared when the component goes: code-analyzer-suppress(eslint:@lwc/lwc-platform/no-inline-disable)
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setInterval(() => this.tick(), SECOND);
        this.ask();
    }

    stop() {
        clearInterval(this.timer);
        this.timer = null;
    }

    tick() {
        this.seconds += 1;
        if (this.seconds === MINUTE) {
            this.stop();
        }
        this.judge();
        if (!this.isListening) {
            this.announcement = this.summary;
        }
    }

    receive(message) {
        if (this.isListening) {
            const type = typeOf(message);
            this.types = { ...this.types, [type]: (this.types[type] ?? 0) + 1 };
        }
    }

    /** Of two answers the one to the last question counts. */
    async ask() {
        this.asked += 1;
        const question = this.asked;
        let answer = {};
        let error = null;
        try {
            answer = JSON.parse(await askSalesforce({ relatedTo: this.wanted }));
        } catch (failure) {
            error = failure?.body?.message ?? failure?.message ?? '';
        }
        if (question === this.asked) {
            this.ofSalesforce = answer;
            this.apexError = error;
            this.judge();
        }
    }

    judge() {
        if (!this.patchbay) {
            return;
        }
        const { seconds, types } = this;
        const { findings } = this.patchbay.preflight({
            ...this.ofSalesforce,
            channel: Boolean(CLIENT_EVENT),
            events: { seconds, types },
            lightningWebSecurity: hasWebSecurity(),
            languages: { used: [LANGUAGE], translated: [labels.healthLanguage] },
            storage: canStore()
        });
        this.findings = findings;
        this.problems = this.apexError === null ? [] : [{ message: fill(labels.healthNotAsked, this.apexError) }];
    }

    get wanted() {
        const names = String(this.relatedTo ?? '').split(',');
        return names.map((name) => name.trim()).filter(Boolean);
    }

    get isListening() {
        return this.timer !== null;
    }

    get rows() {
        return this.findings.map(({ check, status, code, values }) => ({
            key: code,
            status,
            title: TITLES[check],
            word: STATUSES[status],
            icon: ICONS[status],
            variant: VARIANTS[status],
            text: fill(FINDINGS[code], values.join(', '))
        }));
    }

    get summary() {
        const count = (status) => this.findings.filter((finding) => finding.status === status).length;
        return fill(labels.healthSummary, ...['error', 'warning', 'unknown', 'ok'].map(count));
    }

    get listening() {
        return fill(labels.healthListening, MINUTE - this.seconds);
    }

    handleAgain() {
        this.announcement = '';
        this.begin();
        this.judge();
    }
}
