/** The one session of a page: fed by one subscription, shared by all components that watch it, closed with the last of them. */
import USER_ID from '@salesforce/user/Id';
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import { APPLICATION_SCOPE, createMessageContext, releaseMessageContext, subscribe } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { load } from 'c/patchbay';
import { Matches } from './matches';

// A session writes down what has to survive before it is gone; the next one reads it after that.
let closed = Promise.resolve();

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
                user: USER_ID,
                save: (request) => save({ data: JSON.stringify(request) }),
                onChange: (change) => this.changed(change)
            });
            this.matches = new Matches(this.session, () => this.tell());
            this.error = null;
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

    ask(work) {
        if (this.session) {
            work(this.session);
        } else if (this.listening) {
            this.waiting.push(work);
        }
    }

    changed(change) {
        this.tell(change);
        this.matches?.look();
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
        const { patchbay, session, error } = this;
        return { patchbay, session, error, change, searchProblems: this.matches?.problems };
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

let shared = null;

/**
 * Calls `listener` with {patchbay, session, error, change, searchProblems}: as soon as there is a session, and after every
 * change, with what it changed. `error` says why there is no session, `searchProblems` by interaction why its records could
 * not be looked for. Returns the function that stops it.
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

/** Selects an interaction for all components. To the session it is as if the client had: whoever selects last is right. */
export function select(interactionId) {
    shared?.receive({ type: 'Notification', category: 'interactionSelection', data: { interactionId } });
}

/** The agent has opened a record: {id, objectApiName, name, isPersonAccount}. */
export function visit(record) {
    shared?.ask((session) => session.visit(record));
}
