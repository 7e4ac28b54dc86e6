/** The session behind c/patchbaySession: fed by one subscription, shared by all subscribers, closed with the last of them. */
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import readConfiguration from '@salesforce/apex/PatchbayConfiguration.read';
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import findStatuses from '@salesforce/apex/PatchbayTaskStatus.all';
import { createMessageContext, publish, releaseMessageContext, subscribe } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { load } from 'c/patchbay';
import setup from 'c/patchbaySetup';
import { fill, setFieldLabels, worded } from 'c/patchbayShared';
import { storeEngagement } from './engagement';
import labels from './labels';
import { RecordSearch } from './recordSearch';

// A session writes down what has to survive before it is closed; the next one reads it after that.
let closed = Promise.resolve();

/** Maximum number of messages and calls that wait for the session. */
const MAX_WAITING = 1000;

/** What components read of the organisation's configuration; before it is known. */
export const NO_CONFIGURATION = Object.freeze({
    options: Object.freeze({}),
    statuses: Object.freeze([]),
    transferTargets: Object.freeze([]),
    transcriptFields: Object.freeze([]),
    problems: Object.freeze([])
});

/** Milliseconds until the statuses of tasks are asked for again: the last save of a call may be over by then. */
const STATUS_RETRY = 30_000;

/** Milliseconds that the page waits for the records of Setup before it starts with the defaults. */
const RECORDS_TIMEOUT = 3000;

/** Of a session that nobody wants to save. */
const NOT_SAVING = { logKeeper: 'none', engagement: null };

/** What everybody is told when a subscriber has thrown. */
const LISTENER_FAILED = Object.freeze({
    severity: 'error',
    path: '',
    code: 'listener-failed',
    message: labels.listenerFailed
});

export class SharedSession {
    subscribers = new Set();
    /** Whether a subscriber keeps the log. It is not taken back: what is not saved yet has to be. */
    keepsLog = false;
    // What is to be done with the session once there is one.
    waiting = [];
    listening = false;
    context = null;
    patchbay = null;
    session = null;
    /** The records of Setup as Apex gave them, null while they are not known; and why they are not, as problems. */
    records = null;
    recordProblems = [];
    isReading = false;
    recordsTimer = null;
    /** Whether the records came after the session was started. */
    isOutdated = false;
    configuration = NO_CONFIGURATION;
    recordSearch = null;
    error = null;
    /** What getObjectInfo says, {objectInfo, engagementInfo}, and {taskStatuses}; what is wrong with the setup in its light. */
    infos = {};
    setupProblems = [];
    /** Why the statuses of tasks are not known, as problems. */
    statusProblems = [];
    /** That a subscriber has thrown: said once, however often one does. */
    listenerProblems = [];
    statusRequest = null;
    statusTimer = null;

    constructor(infos) {
        infos.forEach((info) => this.setObjectInfo(info));
    }

    add(subscriber, keepsLog) {
        this.subscribers.add(subscriber);
        const isNew = keepsLog && !this.keepsLog;
        this.keepsLog ||= keepsLog;
        if (this.session && isNew) {
            this.reopen();
        } else if (this.session) {
            this.callEach([subscriber], null);
        } else if (!this.listening) {
            this.open();
        }
    }

    /** Whether this was the last one. */
    remove(subscriber) {
        return this.subscribers.delete(subscriber) && this.subscribers.size === 0;
    }

    retry() {
        if (!this.listening) {
            this.open();
        }
    }

    async open() {
        this.listen();
        try {
            [this.patchbay] = await Promise.all([load(), this.readRecordsInTime()]);
            await closed;
            if (!this.listening) {
                return;
            }
            this.start();
        } catch (error) {
            this.fail(error);
        }
        this.notify();
    }

    /** The next component that subscribes makes another attempt, for all. */
    fail(error) {
        this.error = error;
        this.release();
    }

    /** Another session, set up anew: it goes on from what the one before wrote down. */
    async reopen() {
        this.end();
        try {
            await closed;
            // Another may have been quicker.
            if (!this.listening || this.session) {
                return;
            }
            this.start();
        } catch (error) {
            this.fail(error);
        }
        this.notify();
    }

    /** Reads the records of Setup, and waits for them no longer than a page may take to start. */
    readRecordsInTime() {
        return new Promise((resolve) => {
            // The timer is cleared with the answer: code-analyzer-suppress(eslint:@lwc/lwc-platform/no-inline-disable)
            // eslint-disable-next-line @lwc/lwc/no-async-operation
            this.recordsTimer = setTimeout(resolve, RECORDS_TIMEOUT);
            this.readRecords().then(() => {
                clearTimeout(this.recordsTimer);
                resolve();
            });
        });
    }

    /** Reads the records of Setup; until they are known, the defaults count, and what is in code. Never rejects. */
    async readRecords() {
        this.isReading = true;
        try {
            this.records = await readConfiguration();
            this.recordProblems = [];
        } catch (error) {
            this.recordProblems = [recordsUnknown(error)];
        }
        this.isReading = false;
        if (this.session) {
            this.isOutdated = !this.recordProblems.length;
            this.notify();
            this.applyRecords();
        }
    }

    /** Sets the session up anew with records that came late. Whoever is spoken to then is not disturbed: it waits until nothing is live. */
    applyRecords() {
        if (this.isOutdated && this.session && !this.session.interactions.some(({ live }) => live)) {
            this.reopen();
        }
    }

    start() {
        const { keepsLog } = this;
        this.isOutdated = false;
        this.configuration = this.patchbay.configuration(this.records, setup);
        const { options } = this.configuration;
        this.session = this.patchbay.session({
            locale: LOCALE,
            timeZone: TIME_ZONE,
            ...setup,
            ...options,
            ...(keepsLog ? saving(options) : NOT_SAVING),
            user: USER_ID,
            publish: (message) => this.publish(message),
            onChange: (change) => this.changed(change)
        });
        this.recordSearch = new RecordSearch(this.session, () => this.notify());
        this.error = null;
        this.checkSetup();
        this.fetchStatuses();
        this.waiting.splice(0).forEach((work) => work(this.session));
        this.search();
    }

    /** A plain module is always in the active area, and hears the whole app. Source: "Define the Scope of the Message Service". */
    listen() {
        this.listening = true;
        this.context = createMessageContext();
        subscribe(this.context, CLIENT_EVENT, (message) => this.ask((session) => session.receive(message)));
    }

    publish(message) {
        publish(this.context, CLIENT_EVENT, message);
    }

    setObjectInfo(info) {
        setFieldLabels(info);
        const name = info.apiName === 'EngagementInteraction' ? 'engagementInfo' : 'objectInfo';
        this.infos = { ...this.infos, [name]: info };
        this.checkSetup();
        this.notify();
    }

    /** Fetches the statuses of tasks; until they are known, logs stay open. Tried again after a failure, until it succeeds. */
    fetchStatuses() {
        clearTimeout(this.statusTimer);
        if (this.infos.taskStatuses || this.statusRequest || this.session?.logKeeper !== 'patchbay') {
            return;
        }
        this.statusRequest = findStatuses().then(
            (taskStatuses) => {
                const { length } = this.problems;
                this.statusProblems = [];
                this.infos = { ...this.infos, taskStatuses };
                this.checkSetup();
                if (this.problems.length !== length) {
                    this.notify();
                }
            },
            (error) => {
                this.statusRequest = null;
                this.statusProblems = [statusesUnknown(error)];
                // The timer is cleared with the session: code-analyzer-suppress(eslint:@lwc/lwc-platform/no-inline-disable)
                // eslint-disable-next-line @lwc/lwc/no-async-operation
                this.statusTimer = setTimeout(() => this.fetchStatuses(), STATUS_RETRY);
                this.notify();
            }
        );
    }

    /** Hands over what is known of the org, which may arrive before there is a session, and keeps what is wrong with the setup. */
    checkSetup() {
        if (this.session && Object.keys(this.infos).length) {
            this.setupProblems = this.session.setObjectInfo(this.infos).problems;
        }
    }

    /** Whoever does not keep the log has nothing to associate records with. */
    search() {
        if (this.session?.logKeeper === 'patchbay' && this.configuration.recordSearch) {
            this.recordSearch.start();
        }
    }

    ask(work) {
        if (this.session) {
            work(this.session);
        } else if (this.listening) {
            this.waiting.push(work);
            // The latest says most; a module that never loads must not keep everything.
            this.waiting.splice(0, Math.max(0, this.waiting.length - MAX_WAITING));
        }
    }

    changed(change) {
        this.notify(change);
        this.search();
        if (change.saves > 0) {
            this.fetchStatuses();
        }
        if (change.selection && this.recordProblems.length && !this.isReading) {
            this.readRecords();
        }
        if (this.isOutdated) {
            // Not from within the session that it ends.
            Promise.resolve().then(() => this.applyRecords());
        }
    }

    notify(change = null) {
        this.callEach([...this.subscribers], change);
    }

    /** The first time that one of them throws, all are told. */
    callEach(subscribers, change) {
        const state = this.stateAfter(change);
        // One of them may have made another go.
        const failed = subscribers.filter((one) => this.subscribers.has(one) && !call(one, state));
        if (failed.length && !this.listenerProblems.length) {
            this.listenerProblems = [LISTENER_FAILED];
            this.notify();
        }
    }

    stateAfter(change) {
        const { patchbay, session, error, configuration, problems, infos } = this;
        const searchProblems = this.recordSearch?.problems;
        return { patchbay, session, error, configuration, change, problems, infos, searchProblems };
    }

    /** What is wrong and stays so, each once: with the setup, with keeping, and with subscribers. */
    get problems() {
        const lasting = this.session?.problems ?? [];
        const isNew = ({ path, message }) => !lasting.some((one) => one.path === path && one.message === message);
        const ofSetup = [...this.configuration.problems, ...this.setupProblems].filter(isNew);
        const isToldAlready = lasting.some(({ code, path }) => code === LISTENER_FAILED.code && path === '');
        const ofListeners = isToldAlready ? [] : this.listenerProblems;
        // Apex speaks the user's language itself.
        return [...lasting, ...ofSetup, ...ofListeners].map(worded).concat(this.statusProblems, this.recordProblems);
    }

    /** A subscription ends with its context. */
    release() {
        this.listening = false;
        this.waiting = [];
        clearTimeout(this.recordsTimer);
        releaseMessageContext(this.context);
    }

    end() {
        clearTimeout(this.statusTimer);
        closed = Promise.all([closed, this.session?.close()]);
        this.session = null;
    }

    close() {
        if (this.listening) {
            this.release();
        }
        this.end();
    }
}

function saving({ engagement }) {
    return {
        save: (request) => save({ data: JSON.stringify(request) }),
        engagement: engagement && { ...engagement, save: storeEngagement }
    };
}

function statusesUnknown(error) {
    return { severity: 'warning', path: '/taskStatuses', code: 'unknown-value', message: reasonOf(error) };
}

function recordsUnknown(error) {
    const message = fill(labels.notConfigured, reasonOf(error).replace(/\.$/, ''));
    return { severity: 'warning', path: '/records', code: 'not-configured', message };
}

/** Apex says what was wrong one level deeper than everybody else. */
function reasonOf(error) {
    return error?.body?.message ?? error?.message ?? labels.noReason;
}

/**
 * Whether the subscriber has taken it. One that throws hurts no other. That is reported like any uncaught error, but without the
 * message of what was thrown, which may be personal: a browser prints it.
 */
function call({ listener }, state) {
    try {
        listener(state);
        return true;
    } catch (error) {
        Promise.reject(listenerFailed(error));
        return false;
    }
}

/** An error with the places in the code of another one, and nothing else of it. */
function listenerFailed(thrown) {
    const error = new Error(labels.listenerFailed);
    const places = placesOf(thrown);
    if (places) {
        error.stack = `${error.name}: ${error.message}\n${places}`;
    }
    return error;
}

/** The last lines of a stack, those that name places. */
function placesOf(thrown) {
    try {
        return /(?:^ {4}at .+:\d+:\d+\)?$\n?)+$/m.exec(thrown.stack)?.[0];
        // PMD cannot read a catch without a name.
        // code-analyzer-suppress(no-unused-vars)
    } catch (error) {
        return undefined;
    }
}
