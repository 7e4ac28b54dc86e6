// Plays the Genesys Cloud client: what it publishes and when follows captured traffic, what it obeys follows the documents.
// A mock, because no client is to be had outside an org that has one. It knows nothing of a page and takes its time from a clock.
import { obey } from './actions.js';
import { callback, chat, consultLeg, inboundCall, outboundCall } from './arrivals.js';
import { Conversation } from './conversation.js';
import { AGENT, STATUSES } from './directory.js';
import { Ignored } from './ignored.js';
import { Outbox, realClock } from './outbox.js';
import { transcriptOf } from './transcript.js';

const HUMAN = { answersAfter: 2500, transferEndsAfter: 1200, secureFlowTakes: 5000, factsArriveAfter: 900 };
const KEPT = 200;
const WRAP_UP_CODE = 'Default Wrap-up Code';

export class GenesysSimulator {
    /** Captured traffic shows all of these at times. */
    misbehave = { noConnect: false, noAcw: false, duplicate: false, slow: false };
    /** Newest first: { at, json, verdict, reason }. */
    received = [];
    conversations = [];
    selected = null;
    agent = { ...AGENT, status: STATUSES.find(({ status }) => status === 'ON_QUEUE'), routingStatus: null };

    #clock;
    #newId;
    #outbox;
    #publish;
    #echoes = [];
    #plans = [];
    #watchers = new Set();

    constructor({ publish, clock = realClock, newId = () => crypto.randomUUID() }) {
        this.#clock = clock;
        this.#newId = newId;
        this.#publish = publish;
        this.#outbox = new Outbox({ publish: (message) => this.say(message), clock, misbehave: this.misbehave });
    }

    /** The client has loaded. With the `memory` from before a reload it continues without announcing its interactions. */
    start(memory = null) {
        this.#send({ type: 'InitialSetup' }, 0);
        if (memory) this.#resume(memory);
        else this.setStatus(this.agent.status);
    }

    /** The state of the client that survives a reload, as JSON. */
    get memory() {
        const { conversations, selected, agent, misbehave } = this;
        const waiting = this.#outbox.waiting;
        return JSON.stringify({ conversations, selected, agent, misbehave, plans: this.#plans, waiting });
    }

    #resume(memory) {
        const { conversations, selected, agent, misbehave, plans, waiting } = JSON.parse(memory);
        Object.assign(this, { conversations: Conversation.revive(conversations), selected, agent });
        Object.assign(this.misbehave, misbehave);
        this.#outbox.resume(waiting);
        for (const plan of plans) this.#schedule(plan);
        this.#changed();
    }

    /** Publishes any `message` at once, as if the client had. */
    say(message) {
        // LMS delivers to the publisher's own subscription too. Remembered, so that the echo is not taken for an action.
        this.#echoes.push(JSON.stringify(message));
        this.#publish(message);
    }

    /** Calls `watcher` after every change; gives a function that stops it. */
    watch(watcher) {
        this.#watchers.add(watcher);
        return () => this.#watchers.delete(watcher);
    }

    find(id) {
        return this.conversations.find((conversation) => conversation.id === id);
    }

    /** Receives one message; returns the verdict on it, or null for the echo of its own message. */
    receive(message) {
        const json = JSON.stringify(message);
        const echo = this.#echoes.indexOf(json);
        if (echo >= 0) {
            this.#echoes.splice(echo, 1);
            return null;
        }
        const entry = { at: this.#time(), json, ...this.#judge(message) };
        this.received.unshift(entry);
        this.received.length = Math.min(this.received.length, KEPT);
        this.#changed();
        return entry;
    }

    #judge(message) {
        try {
            return { verdict: 'obeyed', reason: obey(this, message) };
        } catch (error) {
            if (!(error instanceof Ignored)) throw error;
            return { verdict: 'ignored', reason: error.message };
        }
    }

    // ---- what happens to the agent from outside -----------------------------------------------------------------------

    /** `attributes` arrive a moment after the call was connected. */
    inboundCall({ attributes = null, ...caller } = {}) {
        const conversation = inboundCall(this.#newId(), caller);
        conversation.arriving = attributes;
        return this.#alert(conversation);
    }

    callback(caller) {
        return this.#alert(callback(this.#newId(), caller));
    }

    /** `transcriptLength` is the final length of the transcript, in characters. */
    chat(visitor) {
        return this.#alert(chat(this.#newId(), visitor));
    }

    /** Click-to-dial, or a number typed into the client. */
    outboundCall(callee) {
        const conversation = outboundCall(this.#newId(), callee);
        this.#add(conversation);
        this.#offer(conversation);
        this.#later(HUMAN.answersAfter, 'answers', conversation);
        return conversation.id;
    }

    customerHangsUp(id) {
        const conversation = this.find(id);
        if (!conversation || conversation.ended) return;
        this.end(conversation);
        this.#changed();
    }

    /** Adds attributes to the existing ones, also after the end, as a survey does. Throws Ignored if one is not a plain value. */
    setAttributes(id, attributes) {
        const conversation = this.find(id);
        if (!conversation) return;
        const nested = Object.entries(attributes).find(([, value]) => value !== null && typeof value === 'object');
        if (nested) throw new Ignored(`The attribute '${nested[0]}' is not a plain value.`);
        this.#addAttributes(conversation, attributes, 200);
        this.#changed();
    }

    setTranscriptLength(id, length) {
        const conversation = this.find(id);
        if (conversation) conversation.transcriptLength = length;
        this.#changed();
    }

    completeWrapUp(id, disposition = WRAP_UP_CODE) {
        const conversation = this.find(id);
        if (!conversation?.ended) return;
        const dispositionDurationSeconds = Math.round((this.#clock.now() - conversation.endedMs) / 1000);
        const change = conversation.change({ isDone: true, disposition, dispositionDurationSeconds });
        if (this.misbehave.noAcw) this.#event('change', change, 100);
        // Captured traffic wraps the last message of a call that was handed over.
        else this.#event('acw', conversation.handedOver ? { new: change.new } : change.new, 100);
        this.#deallocate(conversation);
        this.#changed();
    }

    select(id) {
        this.selected = id;
        this.#send({ type: 'Notification', category: 'interactionSelection', data: { interactionId: id ?? '' } }, 20);
        this.#changed();
    }

    setMisbehaviour(name, on) {
        this.misbehave[name] = on;
        this.#changed();
    }

    // ---- what the agent does in the client itself ----------------------------------------------------------------------

    agentAnswers(id) {
        this.#act(id, 'canAnswer', (conversation) => this.connect(conversation));
    }

    agentHolds(id) {
        this.#act(id, 'canHold', (conversation) => this.hold(conversation));
    }

    agentResumes(id) {
        this.#act(id, 'canResume', (conversation) => this.resume(conversation));
    }

    agentHangsUp(id) {
        this.#act(id, 'canHangUp', (conversation) => this.end(conversation));
    }

    // A button may be clicked just when it is no longer right.
    #act(id, can, act) {
        const conversation = this.find(id);
        if (!conversation?.[can]) return;
        act(conversation);
        this.#changed();
    }

    // ---- what obeyed actions do -----------------------------------------------------------------------------------------

    connect(conversation) {
        const inbound = conversation.state === 'ALERTING';
        this.#holdOtherCalls(conversation);
        const connectedTime = this.#time();
        const { startTime = connectedTime } = conversation.facts;
        this.change(conversation, { isConnected: true, state: 'CONNECTED', connectedTime, startTime }, 150);
        // Only answered calls are announced; chats and dialled calls have only the change.
        if (inbound && conversation.media !== 'chat' && !this.misbehave.noConnect) {
            this.#event('connect', conversation.facts, 6);
            for (const afterMs of [140, 10, 36, 47, 22]) this.change(conversation, {}, afterMs);
        }
        this.#updateRouting();
        if (conversation.arriving) this.#later(HUMAN.factsArriveAfter, 'attributesArrive', conversation);
    }

    hold(conversation) {
        this.change(conversation, { state: 'HELD' }, 120);
        this.change(conversation, {}, 9);
    }

    resume(conversation) {
        this.#holdOtherCalls(conversation);
        this.change(conversation, { state: 'CONNECTED' }, 120);
        this.change(conversation, {}, 13);
    }

    end(conversation) {
        if (conversation.media === 'chat' && conversation.live) {
            this.#addAttributes(conversation, { 'Chat.Transcript': transcriptOf(conversation) }, 80);
        }
        this.change(conversation, { ...this.#ending(conversation), interactionDurationSeconds: '' }, 100);
        this.#event('disconnect', conversation.facts, 1);
        this.change(conversation, { interactionDurationSeconds: this.#seconds(conversation) }, 410);
        this.#afterEnd(conversation);
    }

    /** The agent's leg ends a moment after the action. */
    transfer(conversation) {
        conversation.leaving = true;
        this.#event('blindTransfer', conversation.id, 20);
        this.#later(HUMAN.transferEndsAfter, 'leaves', conversation);
    }

    startConsult(conversation, target) {
        this.#event('consultTransfer', conversation.id, 40);
        if (conversation.state !== 'HELD') this.change(conversation, { state: 'HELD' }, 60);
        const leg = consultLeg(this.#newId(), conversation, target, this.#time());
        conversation.consult = leg;
        leg.consultedFor = conversation;
        this.conversations.push(leg);
        this.#event('add', leg.facts, 80);
        this.#later(HUMAN.answersAfter, 'answers', leg);
    }

    concludeConsult(conversation) {
        const leg = conversation.consult;
        conversation.handedOver = true;
        this.#event('completeConsultTransfer', { id: conversation.id }, 60);
        for (const [one, afterMs] of [
            [leg, 40],
            [conversation, 12]
        ]) {
            one.change({ ...this.#ending(one), interactionDurationSeconds: this.#seconds(one) });
            this.#event('disconnect', one.facts, afterMs);
        }
        this.#afterEnd(leg);
        this.#afterEnd(conversation);
    }

    // Our reading: while the flow has the customer the agent's leg is held and not recorded, then it comes back.
    startSecureFlow(conversation, flowName) {
        conversation.secureFlow = flowName;
        this.change(conversation, { state: 'HELD', recordingState: 'paused', securePause: true }, 120);
        this.#later(HUMAN.secureFlowTakes, 'comesBack', conversation);
    }

    setStatus(status) {
        this.agent.status = status;
        const { sub_status } = status;
        const data = sub_status ? { status: status.status, sub_status } : { status: status.status };
        this.#send({ type: 'UserAction', category: 'status', data }, 12);
        this.#updateRouting();
        this.#changed();
    }

    change(conversation, patch, afterMs) {
        this.#event('change', conversation.change(patch), afterMs);
    }

    // ---- what happens by itself after a while ---------------------------------------------------------------------------

    #steps = {
        answers: (conversation) => {
            if (['DIALING', 'CONTACTING'].includes(conversation.state)) this.connect(conversation);
        },
        attributesArrive: (conversation) => {
            const attributes = { ...conversation.facts.attributes, ...conversation.arriving };
            this.change(conversation, { attributes, totalAcdDurationSeconds: 4 }, 0);
        },
        leaves: (conversation) => {
            if (conversation.ended) return;
            const interactionDurationSeconds = this.#seconds(conversation);
            conversation.change({ ...this.#ending(conversation), interactionDurationSeconds });
            this.#event('disconnect', conversation.facts, 0);
            this.#afterEnd(conversation);
        },
        comesBack: (conversation) => {
            if (conversation.ended) return;
            conversation.secureFlow = null;
            this.change(conversation, { state: 'CONNECTED', recordingState: 'active', securePause: false }, 0);
        }
    };

    #later(milliseconds, step, { id }) {
        this.#schedule({ step, id, due: this.#clock.now() + milliseconds });
    }

    // By name and ID, so that a plan survives a reload.
    #schedule(plan) {
        this.#plans.push(plan);
        const carryOut = () => {
            this.#plans.splice(this.#plans.indexOf(plan), 1);
            const conversation = this.find(plan.id);
            if (conversation) this.#steps[plan.step](conversation);
            this.#changed();
        };
        this.#clock.setTimeout(carryOut, Math.max(0, plan.due - this.#clock.now()));
    }

    // ---- inside ---------------------------------------------------------------------------------------------------------

    #alert(conversation) {
        this.#add(conversation);
        this.change(conversation, { startTime: this.#time() }, 120);
        this.change(conversation, {}, 200);
        this.#offer(conversation);
        return conversation.id;
    }

    #add(conversation) {
        this.conversations.push(conversation);
        this.#event('add', conversation.facts, 0);
    }

    // Comes to the front unless the agent is busy with another.
    #offer(conversation) {
        const current = this.find(this.selected);
        if (!current || current.ended) this.select(conversation.id);
        else this.#changed();
    }

    #ending(conversation) {
        conversation.endedMs = this.#clock.now();
        return { isConnected: false, isDisconnected: true, state: 'DISCONNECTED', endTime: this.#time() };
    }

    #seconds({ facts }) {
        const { connectedTime } = facts;
        return connectedTime ? Math.round((this.#clock.now() - Date.parse(connectedTime)) / 1000) : 0;
    }

    #afterEnd(conversation) {
        conversation.leaving = false;
        conversation.secureFlow = null;
        if (conversation.consult) conversation.consult.consultedFor = null;
        if (conversation.consultedFor) conversation.consultedFor.consult = null;
        conversation.consult = null;
        conversation.consultedFor = null;
        if (!conversation.needsWrapUp) {
            this.change(conversation, { isDone: true }, 300);
            this.#deallocate(conversation);
        }
        this.#updateRouting();
    }

    #deallocate(conversation) {
        this.#event('deallocate', conversation.facts, 20);
        this.conversations = this.conversations.filter((other) => other !== conversation);
        if (this.selected === conversation.id) this.select(this.conversations.at(-1)?.id ?? null);
        this.#updateRouting();
    }

    #addAttributes(conversation, attributes, afterMs) {
        this.change(conversation, { attributes: { ...conversation.facts.attributes, ...attributes } }, afterMs);
    }

    // An agent speaks to one party at a time.
    #holdOtherCalls(conversation) {
        if (!conversation.voice) return;
        for (const other of this.conversations) {
            if (other !== conversation && other.voice && other.state === 'CONNECTED') this.hold(other);
        }
    }

    #updateRouting() {
        const busy = this.conversations.some(({ facts }) => facts.connectedTime && !facts.isDone);
        const onQueue = this.agent.status.status === 'ON_QUEUE';
        const routingStatus = onQueue ? (busy ? 'INTERACTING' : 'IDLE') : busy ? 'COMMUNICATING' : 'OFF_QUEUE';
        if (routingStatus === this.agent.routingStatus) return;
        this.agent.routingStatus = routingStatus;
        this.#send({ type: 'UserAction', category: 'routingStatus', data: routingStatus }, 12);
    }

    #event(category, data, afterMs) {
        this.#send({ type: 'Interaction', category, data }, afterMs);
    }

    #send(message, afterMs) {
        this.#outbox.send(message, afterMs);
    }

    #time() {
        return new Date(this.#clock.now()).toISOString();
    }

    #changed() {
        for (const watcher of this.#watchers) watcher();
    }
}
