/** The one session of a page: fed by one subscription, shared by all components that watch it, closed with the last of them. */
import { APPLICATION_SCOPE, createMessageContext, releaseMessageContext, subscribe } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { load } from 'c/patchbay';

// A session writes down what has to survive before it is gone; the next one reads it after that.
let closed = Promise.resolve();

class SharedSession {
    watchers = new Set();
    // What arrives before there is a session.
    waiting = [];
    listening = false;
    context = null;
    patchbay = null;
    session = null;
    error = null;

    add(watcher) {
        this.watchers.add(watcher);
        if (this.session) {
            watcher.listener(this.state);
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
            this.session = this.patchbay.session({ onChange: () => this.tell() });
            this.error = null;
            this.waiting.splice(0).forEach((message) => this.session.receive(message));
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
        if (this.session) {
            this.session.receive(message);
        } else {
            this.waiting.push(message);
        }
    }

    tell() {
        for (const watcher of [...this.watchers]) {
            // One of them may have made another go.
            if (this.watchers.has(watcher)) {
                watcher.listener(this.state);
            }
        }
    }

    get state() {
        const { patchbay, session, error } = this;
        return { patchbay, session, error };
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
 * Calls `listener` with {patchbay, session, error}: as soon as there is a session, and after every change; `error` says why
 * there is none. Returns the function that stops it.
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
