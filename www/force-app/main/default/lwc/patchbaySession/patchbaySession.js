/** The one session of a page: fed by one subscription, shared by all components that watch it, closed with the last of them. */
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import findStatuses from '@salesforce/apex/PatchbayTaskStatus.all';
import {
    APPLICATION_SCOPE,
    createMessageContext,
    publish,
    releaseMessageContext,
    subscribe
} from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { load } from 'c/patchbay';
import setup from 'c/patchbaySetup';
import { storeEngagement } from './engagement';
import labels from './labels';
import { Matches } from './matches';

// A session writes down what has to survive before it is gone; the next one reads it after that.
let closed = Promise.resolve();

/** Maximum number of messages and questions that wait for the module. */
const MAX_WAITING = 1000;

class SharedSession {
    watchers = new Set();
    // What is to be done with the session once there is one.
    waiting = [];
    listening = false;
    context = null;
    patchbay = null;
    session = null;
    matches = null;
    error = null;
    /** What getObjectInfo says, {objectInfo, engagementInfo}, and {taskStatuses}; what is wrong with the setup in its light. */
    infos = {};
    misfits = [];
    /** Why the statuses of tasks are not known, as problems. */
    unknown = [];
    asking = null;

    add(watcher) {
        this.watchers.add(watcher);
        if (this.session) {
            watcher.listener(this.stateAfter(null));
        } else if (!this.listening) {
            this.open();
        }
    }

    /** Whether this was the last one. */
    remove(watcher) {
        return this.watchers.delete(watcher) && this.watchers.size === 0;
    }

    async open() {
        this.listen();
        try {
            this.patchbay = await load();
            await closed;
            if (!this.listening) {
                return;
            }
            this.session = this.patchbay.session({
                locale: LOCALE,
                timeZone: TIME_ZONE,
                ...setup,
                engagement: setup.engagement && { ...setup.engagement, save: storeEngagement },
                user: USER_ID,
                save: (request) => save({ data: JSON.stringify(request) }),
                publish: (message) => publish(this.context, CLIENT_EVENT, message),
                onChange: (change) => this.changed(change)
            });
            this.matches = new Matches(this.session, () => this.tell());
            this.error = null;
            this.judge();
            this.askStatuses();
            this.waiting.splice(0).forEach((work) => work(this.session));
            this.matches.look();
        } catch (error) {
            // The next component that watches makes another attempt, for all.
            this.error = error;
            this.release();
        }
        this.tell();
    }

    listen() {
        this.listening = true;
        this.context = createMessageContext();
        subscribe(this.context, CLIENT_EVENT, (message) => this.receive(message), { scope: APPLICATION_SCOPE });
    }

    receive(message) {
        this.ask((session) => session.receive(message));
    }

    know(infos) {
        this.infos = { ...this.infos, ...infos };
        this.judge();
        this.tell();
    }

    /** Until they are known logs have no status, and get it once they are. A question that failed is asked again. */
    askStatuses() {
        if (this.infos.taskStatuses || this.asking || this.session.logKeeper !== 'patchbay') {
            return;
        }
        this.asking = findStatuses().then(
            (taskStatuses) => {
                const { length } = this.problems;
                this.unknown = [];
                this.infos = { ...this.infos, taskStatuses };
                this.judge();
                if (this.problems.length !== length) {
                    this.tell();
                }
            },
            (error) => {
                this.asking = null;
                this.unknown = [statusesUnknown(error)];
                this.tell();
            }
        );
    }

    /** What is known before there is a session is told as soon as there is one. */
    judge() {
        if (this.session && Object.keys(this.infos).length) {
            this.misfits = this.session.setObjectInfo(this.infos).problems;
        }
    }

    ask(work) {
        if (this.session) {
            work(this.session);
        } else if (this.listening) {
            this.waiting.push(work);
            // What came last says most; a module that never loads must not keep everything.
            this.waiting.splice(0, Math.max(0, this.waiting.length - MAX_WAITING));
        }
    }

    changed(change) {
        this.tell(change);
        this.matches?.look();
        if (change.saves > 0) {
            this.askStatuses();
        }
    }

    tell(change = null) {
        const state = this.stateAfter(change);
        for (const watcher of [...this.watchers]) {
            // One of them may have made another go.
            if (this.watchers.has(watcher)) {
                watcher.listener(state);
            }
        }
    }

    stateAfter(change) {
        const { patchbay, session, error, problems, infos } = this;
        return { patchbay, session, error, change, problems, infos, searchProblems: this.matches?.problems };
    }

    /** What is wrong and stays so, each once: with the setup, and with keeping. */
    get problems() {
        const told = this.session?.problems ?? [];
        const isNew = ({ path, message }) => !told.some((one) => one.path === path && one.message === message);
        return [...told, ...this.misfits.filter(isNew), ...this.unknown];
    }

    /** A subscription ends with its context. */
    release() {
        this.listening = false;
        this.waiting = [];
        releaseMessageContext(this.context);
    }

    async close() {
        if (this.listening) {
            this.release();
        }
        await this.session?.close();
    }
}

function statusesUnknown(error) {
    const message = error?.body?.message ?? error?.message ?? labels.noReason;
    return { severity: 'warning', path: '/taskStatuses', code: 'unknown-value', message };
}

let shared = null;

/**
 * Calls `listener` with {patchbay, session, error, change, problems, infos, searchProblems}: as soon as there is a session,
 * and after every change, with what it changed. `error` says why there is no session, `problems` what is wrong and stays so,
 * `infos` what getObjectInfo says of Task and EngagementInteraction, `searchProblems` by interaction why its records could not
 * be looked for. Returns the function that stops it.
 */
export function watch(listener) {
    shared ??= new SharedSession();
    const mine = shared;
    const watcher = { listener };
    mine.add(watcher);
    return () => {
        if (mine.remove(watcher)) {
            shared = null;
            closed = mine.close();
        }
    };
}

/** Another attempt for all, where there is no session because Patchbay did not load. */
export function retry() {
    if (shared && !shared.listening) {
        shared.open();
    }
}

/** Selects an interaction for all components. Whoever selects last wins, the agent here or in the client. */
export function select(interactionId) {
    shared?.ask((session) => session.select(interactionId));
}

/** The agent has opened a record: {id, objectApiName, name, isPersonAccount, personContactId, convertedContactId, related}. */
export function visit(record) {
    shared?.ask((session) => session.visit(record));
}

/** The agent has left the record that was opened last. */
export function leave() {
    shared?.ask((session) => session.leave());
}

/** What is known of the organisation: {objectInfo} of Task and {engagementInfo} of EngagementInteraction as getObjectInfo says them, {taskStatuses}. */
export function know(infos) {
    shared?.know(infos);
}
