/** What in this org would keep Patchbay from working. Facts are gathered here and by Apex; what they mean, Rust says. */
import { LightningElement, api, wire } from 'lwc';
import LANGUAGE from '@salesforce/i18n/lang';
import readConfiguration from '@salesforce/apex/PatchbayConfiguration.read';
import askSalesforce from '@salesforce/apex/PatchbayPreflight.facts';
import findStatuses from '@salesforce/apex/PatchbayTaskStatus.all';
import { APPLICATION_SCOPE, MessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { load } from 'c/patchbay';
import setup from 'c/patchbaySetup';
import { fill, toView } from 'c/patchbayShared';
import labels from './labels';
import { hasWebSecurity, typeOf, canStore } from './page';
import { FINDINGS, STATUSES, TITLES } from './texts';

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
    /** The records of Setup, and what is known of tasks to judge them by. */
    records = null;
    infos = {};
    seconds = 0;
    /** For how many more seconds the client is listened to, as Patchbay says; null while it is not loaded. */
    listenFor = null;
    types = {};
    findings = [];
    announcement = '';
    subscription = null;
    timer = null;
    asked = 0;

    @wire(getObjectInfo, { objectApiName: 'Task' })
    takeTaskInfo({ data }) {
        if (data) {
            this.infos = { ...this.infos, objectInfo: data };
            this.judge();
        }
    }

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
        this.judge();
        if (this.listenFor === 0) {
            this.stop();
        }
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
            this.readConfiguration();
        }
    }

    /** What cannot be read is not judged: that its class may not be used, the facts say. */
    async readConfiguration() {
        const [records, taskStatuses] = await Promise.all([
            readConfiguration().catch(() => null),
            findStatuses().catch(() => null)
        ]);
        this.records = records;
        this.infos = { ...this.infos, taskStatuses };
        this.judge();
    }

    judge() {
        if (!this.patchbay) {
            return;
        }
        const { seconds, types } = this;
        const { findings, listenFor } = this.patchbay.preflight({
            ...this.ofSalesforce,
            channel: Boolean(CLIENT_EVENT),
            events: { seconds, types },
            lightningWebSecurity: hasWebSecurity(),
            languages: { used: [LANGUAGE], translated: [labels.healthLanguage] },
            storage: canStore()
        });
        this.findings = findings;
        this.listenFor = listenFor;
        const notAsked = this.apexError === null ? [] : [{ message: fill(labels.healthNotAsked, this.apexError) }];
        this.problems = [...notAsked, ...this.patchbay.configuration(this.records, setup, this.infos).problems];
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
        return fill(labels.healthListening, this.listenFor);
    }

    handleAgain() {
        this.announcement = '';
        this.begin();
        this.judge();
    }
}
