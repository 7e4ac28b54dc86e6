/** What a screen reader is told when interactions change: a new one that alerts at once, everything else in its turn. */
import { kindOf, nameOf, phaseOf } from './row';

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
            ...done.map((interaction) => `${subject(interaction)}: Done.`)
        ].join(' ')
    };
}

function arrival(interaction) {
    const { direction, queue } = interaction;
    const kind = kindOf(interaction);
    const name = nameOf(interaction);
    const what = direction === 'inbound' ? `Incoming ${kind.toLowerCase()} from ${name}` : `${kind} to ${name} alerts`;
    return queue ? `${what}, queue ${queue}.` : `${what}.`;
}

function subject(interaction) {
    return `${kindOf(interaction)} with ${nameOf(interaction)}`;
}
