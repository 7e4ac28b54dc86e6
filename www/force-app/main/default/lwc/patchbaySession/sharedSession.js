/** The session behind c/patchbaySession: fed by one subscription, shared by all subscribers, closed with the last of them. */
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import findStatuses from '@salesforce/apex/PatchbayTaskStatus.all';
import { createMessageContext, publish, releaseMessageContext, subscribe } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { load } from 'c/patchbay';
import setup from 'c/patchbaySetup';
import { storeEngagement } from './engagement';
import labels from './labels';
import { RecordSearch } from './recordSearch';

// A session writes down what has to survive before it is closed; the next one reads it after that.
let closed = Promise.resolve();

/** Maximum number of messages and calls that wait for the session. */
const MAX_WAITING = 1000;

/** What components read of the organisation's configuration; before it is known. */
export const NO_CONFIGURATION = Object.freeze({ statuses: Object.freeze([]), transferTargets: Object.freeze([]) });

/** Of a session that nobody wants to save. */
const NOT_SAVING = { logKeeper: 'none', engagement: null };

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
    configuration = NO_CONFIGURATION;
    recordSearch = null;
    error = null;
    /** What getObjectInfo says, {objectInfo, engagementInfo}, and {taskStatuses}; what is wrong with the setup in its light. */
    infos = {};
    setupProblems = [];
    /** Why the statuses of tasks are not known, as problems. */
    statusProblems = [];
    statusRequest = null;

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
            call(subscriber, this.stateAfter(null));
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
            this.patchbay = await load();
            this.configuration = configured(setup);
            await closed;
            if (!this.listening) {
                return;
            }
            this.start();
        } catch (error) {
            // The next component that subscribes makes another attempt, for all.
            this.error = error;
            this.release();
        }
        this.notify();
    }

    /** A session that saves instead of one that does not: it goes on from what that one wrote down. */
    async reopen() {
        this.end();
        await closed;
        if (this.listening) {
            this.start();
            this.notify();
        }
    }

    start() {
        const { keepsLog } = this;
        this.session = this.patchbay.session({
            locale: LOCALE,
            timeZone: TIME_ZONE,
            ...setup,
            ...(keepsLog ? saving(setup) : NOT_SAVING),
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
        const name = info.apiName === 'EngagementInteraction' ? 'engagementInfo' : 'objectInfo';
        this.infos = { ...this.infos, [name]: info };
        this.checkSetup();
        this.notify();
    }

    /** Fetches the statuses of tasks; until they are known, logs have none. Tried again after a failure. */
    fetchStatuses() {
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
        if (this.session?.logKeeper === 'patchbay' && setup.recordSearch !== false) {
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
    }

    notify(change = null) {
        const state = this.stateAfter(change);
        for (const subscriber of [...this.subscribers]) {
            // One of them may have made another go.
            if (this.subscribers.has(subscriber)) {
                call(subscriber, state);
            }
        }
    }

    stateAfter(change) {
        const { patchbay, session, error, configuration, problems, infos } = this;
        const searchProblems = this.recordSearch?.problems;
        return { patchbay, session, error, configuration, change, problems, infos, searchProblems };
    }

    /** What is wrong and stays so, each once: with the setup, and with keeping. */
    get problems() {
        const lasting = this.session?.problems ?? [];
        const isNew = ({ path, message }) => !lasting.some((one) => one.path === path && one.message === message);
        return [...lasting, ...this.setupProblems.filter(isNew), ...this.statusProblems];
    }

    /** A subscription ends with its context. */
    release() {
        this.listening = false;
        this.waiting = [];
        releaseMessageContext(this.context);
    }

    end() {
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

function configured({ statuses = [], transferTargets = [] }) {
    return Object.freeze({ statuses, transferTargets });
}

function saving({ engagement }) {
    return {
        save: (request) => save({ data: JSON.stringify(request) }),
        engagement: engagement && { ...engagement, save: storeEngagement }
    };
}

function statusesUnknown(error) {
    const message = error?.body?.message ?? error?.message ?? labels.noReason;
    return { severity: 'warning', path: '/taskStatuses', code: 'unknown-value', message };
}

/** An error of one subscriber is reported like any uncaught error, and hurts no other. */
function call({ listener }, state) {
    try {
        listener(state);
    } catch (error) {
        Promise.reject(error);
    }
}
