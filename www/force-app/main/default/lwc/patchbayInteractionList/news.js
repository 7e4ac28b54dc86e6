/** What a screen reader is told when interactions change: a new one that alerts at once, everything else in its turn. */
import { fill } from 'c/patchbayShared';
import labels from './labels';
import { kindOf, nameOf, phaseOf } from './row';

// Whole sentences: how a kind stands in one is a matter of the language.
const INCOMING = {
    call: labels.incomingCall,
    callback: labels.incomingCallback,
    chat: labels.incomingChat,
    email: labels.incomingEmail,
    message: labels.incomingMessage,
    voicemail: labels.incomingVoicemail
};

/** Sentences about the difference between two lists of interactions: {urgent, polite}. */
export function newsOf(before, after) {
    const known = new Map(before.map((interaction) => [interaction.id, interaction]));
    const changed = after.filter(({ id, phase }) => known.get(id)?.phase !== phase);
    const done = before.filter(({ id }) => !after.some((other) => other.id === id));
    const alerts = ({ phase }) => phase === 'alerting';
    return {
        urgent: changed.filter(alerts).map(arrival).join(' '),
        polite: [
            ...changed
                .filter((interaction) => !alerts(interaction))
                .map((interaction) => `${subject(interaction)}: ${phaseOf(interaction)}.`),
            ...done.map((interaction) => `${subject(interaction)}: ${labels.done}.`)
        ].join(' ')
    };
}

function arrival(interaction) {
    const { direction, kind, queue } = interaction;
    const name = nameOf(interaction);
    const what =
        direction === 'inbound' ? fill(INCOMING[kind], name) : fill(labels.outgoingAlerts, kindOf(interaction), name);
    return queue ? fill(labels.withQueue, what, queue) : `${what}.`;
}

function subject(interaction) {
    return fill(labels.kindWith, kindOf(interaction), nameOf(interaction));
}
