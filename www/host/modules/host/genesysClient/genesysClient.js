/** The simulator's panel: starts calls and chats, has the agent's own buttons, and shows how the client handled each message it received. */
import { LightningElement } from 'lwc';
import { simulator, viewOf } from 'host/softphone';
import { AGENTS, FLOWS, QUEUES } from '../../../genesys/directory.js';

const CALLERS = [
    { name: 'Mobile Number, Australia', number: '+61491570156', attributes: { 'Participant.caseNumber': '00012345' } },
    { name: 'Indianapolis, Indiana', number: '+13175550123', attributes: { 'Participant.caseNumber': '00012352' } },
    { name: 'London, United Kingdom', number: '+442079460018' }
];
const VISITOR = { name: 'Imani Castellanos', email: 'imani.castellanos@example.com' };

const START = [
    { name: 'inboundCall', label: 'Inbound call', icon: 'utility:incoming_call' },
    { name: 'outboundCall', label: 'Outbound call', icon: 'utility:outbound_call' },
    { name: 'chat', label: 'Chat', icon: 'utility:chat' },
    { name: 'callback', label: 'Callback', icon: 'utility:undo' }
];

const MISBEHAVIOUR = [
    { name: 'noConnect', label: 'No connect message' },
    { name: 'noAcw', label: 'No after-call work message' },
    { name: 'duplicate', label: 'Every message twice' },
    { name: 'slow', label: 'Slow' }
];

const DIRECTORY = [
    { label: 'Agents', entries: AGENTS },
    { label: 'Queues', entries: QUEUES },
    { label: 'Flows', entries: FLOWS.map(({ id, name, secure }) => ({ id, name: secure ? `${name} (secure)` : name })) }
];

export default class GenesysClient extends LightningElement {
    starters = START;
    directory = DIRECTORY;
    agent;
    interactions;
    received;
    misbehaviour;
    #callers = 0;
    #stop;

    connectedCallback() {
        this.#stop = simulator.watch(() => this.refresh());
        this.refresh();
    }

    disconnectedCallback() {
        this.#stop();
    }

    refresh() {
        const { agent, conversations, selected, received, misbehave } = simulator;
        this.agent = { name: agent.name, status: agent.status.label, routing: agent.routingStatus };
        this.interactions = conversations.map((conversation) => ({
            ...viewOf(conversation),
            current: String(conversation.id === selected),
            className: conversation.id === selected ? 'interaction interaction_selected' : 'interaction'
        }));
        this.received = received.map(({ at, json, verdict, reason }, index) => ({
            key: received.length - index,
            time: new Date(at).toLocaleTimeString(),
            json,
            verdict,
            reason,
            className: `verdict verdict_${verdict}`
        }));
        this.misbehaviour = MISBEHAVIOUR.map(({ name, label }) => ({ name, label, on: misbehave[name] }));
    }

    get idle() {
        return this.interactions.length === 0;
    }

    get nothingReceived() {
        return this.received.length === 0;
    }

    get lastVerdict() {
        const [last] = this.received;
        return last ? `${last.verdict}: ${last.reason}` : '';
    }

    handleStart({ currentTarget: { name } }) {
        const caller = CALLERS[this.#callers % CALLERS.length];
        if (name === 'inboundCall') this.#callers += 1;
        simulator[name](name === 'inboundCall' ? caller : name === 'chat' ? VISITOR : undefined);
    }

    handleSelect({ currentTarget }) {
        simulator.select(currentTarget.dataset.select);
    }

    handleStep({ currentTarget }) {
        simulator[currentTarget.dataset.step](currentTarget.name);
    }

    handleHangUp({ currentTarget: { name } }) {
        simulator.customerHangsUp(name);
    }

    handleWrapUp({ currentTarget: { name } }) {
        simulator.completeWrapUp(name);
    }

    handleReload() {
        location.reload();
    }

    handleMisbehave({ currentTarget: { name, checked } }) {
        simulator.setMisbehaviour(name, checked);
    }
}
