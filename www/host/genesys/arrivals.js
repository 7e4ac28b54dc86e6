// The conversations that can reach an agent, each with the properties that captured traffic shows when it is added.
import { Conversation } from './conversation.js';
import { QUEUES } from './directory.js';

const OUR_NUMBER = '+61255501234';

export function inboundCall(id, { name = 'Mobile Number, Australia', number = '+61491570156' } = {}) {
    return new Conversation('call', {
        id,
        phone: `tel:${number}`,
        name,
        remoteName: name,
        recordingState: 'active',
        displayAddress: number,
        queueName: QUEUES[0].name,
        ani: number,
        calledNumber: OUR_NUMBER
    });
}

export function callback(id, { name = 'Mobile Number, Australia', number = '+61491570157' } = {}) {
    return new Conversation('callback', {
        id,
        phone: `tel:${number}`,
        name,
        isCallback: true,
        remoteName: name,
        displayAddress: number,
        queueName: QUEUES[0].name,
        ani: number,
        calledNumber: OUR_NUMBER
    });
}

export function chat(id, { name = 'Web visitor', email = 'customer@example.com', transcriptLength = null } = {}) {
    const conversation = new Conversation('chat', {
        id,
        name,
        isChat: true,
        remoteName: name,
        displayAddress: email,
        queueName: 'Web Chat',
        attributes: { 'context.email': email }
    });
    return Object.assign(conversation, { transcriptLength });
}

export function outboundCall(id, { name = 'Indianapolis, Indiana', number = '+13175550123' } = {}) {
    return new Conversation('call', {
        id,
        phone: number,
        name,
        state: 'DIALING',
        remoteName: name,
        recordingState: 'active',
        displayAddress: number,
        queueName: QUEUES[0].name,
        ani: 'agent-station-7',
        calledNumber: number,
        direction: 'outbound'
    });
}

/** The second conversation of a consult transfer: with the target, about the first. */
export function consultLeg(id, { facts: { ani, calledNumber } }, target, startTime) {
    return new Conversation('call', {
        id,
        phone: target.address,
        name: target.name,
        state: 'CONTACTING',
        remoteName: target.name,
        recordingState: 'active',
        displayAddress: target.name,
        ani,
        calledNumber,
        direction: 'Outbound',
        isInternal: target.internal,
        startTime
    });
}
