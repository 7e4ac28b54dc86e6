// The targets of transfers and the statuses of agents. Everything here is made up.
import { Ignored } from './ignored.js';

export const AGENT = Object.freeze({ id: '0b7f4c1e-52d3-4a96-8f0e-1c6a9d3e7b20', name: 'Avery Quinn' });

export const AGENTS = Object.freeze([
    { id: '3d2c9a54-6e0b-4f7d-9b1a-8c5e2f4d7a11', name: 'Robin Vale', address: 'sip:robin.vale@example.invalid' },
    { id: '7f1e6b38-0c4d-4a2e-8d95-2b6f9c3a1e42', name: 'Jordan Marsh', address: 'sip:jordan.marsh@example.invalid' },
    { id: 'c85a0d17-93fe-4b6c-a72d-5e1f8b0c6d93', name: 'Sasha Brook', address: 'sip:sasha.brook@example.invalid' }
]);

export const QUEUES = Object.freeze([
    { id: 'a1f4e2d8-7b3c-4c59-9e60-d2a8b5c7f301', name: 'Claims Voice' },
    { id: 'b92d7c05-1e8f-4a3b-8c74-e6f0a9d1b502', name: 'Billing' },
    { id: 'e47b3f91-5a2c-4d08-b1e6-9f8c7d6a5b03', name: 'Back Office' }
]);

export const FLOWS = Object.freeze([
    { id: '741f4f39-7a94-470d-a1dd-dd68d01e0dd8', name: 'Auditor Secure Flow', secure: true },
    { id: '2e9b6d50-8c17-4f3a-95ad-0b4c7e8f1a64', name: 'Card Payment', secure: true },
    { id: '95c3a7e2-4d6f-4b18-a0c9-7e2f5d1b8a36', name: 'Customer Survey', secure: false }
]);

export const STATUSES = Object.freeze([
    { id: '6a3af858-942f-489d-9700-5f9bcdcdae9b', label: 'Available', status: 'AVAILABLE' },
    { id: 'e08eaf1b-ee47-4fa9-a231-1200e284798f', label: 'On Queue', status: 'ON_QUEUE' },
    { id: '227b37e2-f1d0-4dd0-8f50-badd7cf6d158', label: 'Break', status: 'BREAK' },
    { id: '3fd96123-badb-4f69-bc03-1b1ccc6d8014', label: 'Meal', status: 'MEAL' },
    { id: '1a2e7b09-8d45-4c3f-b6e1-0f9d8c7b6a52', label: 'Coaching', status: 'TRAINING', sub_status: 'Coaching' },
    { id: '80b2bb8d-2f0e-4c3e-9b84-9d0d5a6e9bd0', label: 'Meeting', status: 'MEETING' },
    { id: '31fe3bac-dea6-44b7-bed7-47f91660a1a0', label: 'Busy', status: 'BUSY' },
    { id: 'ccf3c10a-aa2c-4845-8e8d-f59fa48c58e5', label: 'Away', status: 'AWAY' }
]);

const PHONE = /^\+?[\d\s().-]+$/;

/** The target of a participantContext: `{ kind, name, address, internal }`. Throws Ignored if there is none. */
export function findTarget({ transferTarget, transferTargetType }) {
    if (typeof transferTarget !== 'string' || transferTarget === '') throw new Ignored('transferTarget is missing.');
    const prefixed = transferTarget.startsWith('sip:');
    const text = decodeOnce(transferTarget, prefixed ? transferTarget.slice(4) : transferTarget);
    const found = lookUp(transferTargetType, text, prefixed);
    if (found) return found;
    throw new Ignored(whyNotFound(transferTarget, transferTargetType, text));
}

function decodeOnce(transferTarget, encoded) {
    let text;
    let again;
    try {
        text = decodeURIComponent(encoded);
        again = encodeURIComponent(text);
    } catch {
        throw new Ignored(`transferTarget '${transferTarget}' is badly encoded: it cannot be decoded.`);
    }
    if (again.toUpperCase() !== encoded.toUpperCase()) {
        throw new Ignored(`transferTarget '${transferTarget}' is not encoded with encodeURIComponent().`);
    }
    return text;
}

function lookUp(type, text, prefixed) {
    const byId = (list) => (prefixed ? undefined : list.find(({ id }) => id === text));
    if (type === 'userId') {
        const agent = byId(AGENTS);
        return agent && { kind: 'agent', name: agent.name, address: agent.address, internal: true };
    }
    if (type === 'queueId') {
        const queue = byId(QUEUES);
        return queue && { kind: 'queue', name: queue.name, address: `sip:${queue.id}@example.invalid`, internal: true };
    }
    if (type !== 'address') {
        throw new Ignored(`transferTargetType ${JSON.stringify(type)} is none of userId, queueId and address.`);
    }
    if (prefixed) {
        const flow = findFlow(text);
        return flow && { kind: 'flow', name: flow.name, address: `sip:${flow.id}@example.invalid`, internal: true };
    }
    const digits = text.replace(/\D/g, '');
    if (!PHONE.test(text) || digits.length < 3 || digits.length > 15) return undefined;
    return { kind: 'number', name: text, address: `tel:${text.startsWith('+') ? '+' : ''}${digits}`, internal: false };
}

const findFlow = (text) => FLOWS.find(({ id, name }) => id === text || name === text);

function whyNotFound(transferTarget, type, text) {
    if (/%[0-9a-f]{2}/i.test(text)) return `transferTarget '${transferTarget}' is encoded twice.`;
    if (type === 'userId') return `No agent has the ID '${text}'.`;
    if (type === 'queueId') return `No queue has the ID '${text}'.`;
    if (text.startsWith('sip:')) return "The prefix 'sip:' must stand as it is; only what follows it is encoded.";
    if (transferTarget.startsWith('sip:')) return `No flow is called '${text}' or has that ID.`;
    if (findFlow(text)) return `A flow needs the prefix: 'sip:${transferTarget}'.`;
    return `'${text}' is neither a phone number nor a flow with the prefix 'sip:'.`;
}
