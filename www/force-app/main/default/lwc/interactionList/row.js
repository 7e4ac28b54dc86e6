/** One interaction as a row of the list: its own fields in words, never by colour alone. */
import { clock, clockBetween, timeOf } from 'c/interactionClock';

const KINDS = {
    call: { label: 'Call', icon: 'utility:call' },
    callback: { label: 'Callback', icon: 'utility:incoming_call' },
    chat: { label: 'Chat', icon: 'utility:chat' },
    email: { label: 'E-mail', icon: 'utility:email' },
    message: { label: 'Message', icon: 'utility:sms' },
    voicemail: { label: 'Voicemail', icon: 'utility:voicemail_drop' }
};

const PHASES = {
    alerting: { label: 'Alerting', style: 'slds-badge slds-theme_warning' },
    dialing: { label: 'Dialing', style: 'slds-badge slds-theme_info' },
    connected: { label: 'Connected', style: 'slds-badge slds-theme_success' },
    held: { label: 'On hold', style: 'slds-badge slds-badge_inverse' },
    disconnected: { label: 'Disconnected', style: 'slds-badge' },
    done: { label: 'Done', style: 'slds-badge' }
};

const RECORDING = {
    active: { label: 'Recording', icon: 'utility:record' },
    paused: { label: 'Recording paused', icon: 'utility:pause' }
};

export function toRow(interaction, { all, selected, now }) {
    const { id, kind, phase, consultOf } = interaction;
    const first = consultOf && all.find((other) => other.id === consultOf);
    return {
        id,
        kind: KINDS[kind],
        phase: { name: phase, ...PHASES[phase] },
        name: nameOf(interaction),
        queue: interaction.queue,
        pair: pairOf(interaction, first),
        marks: marksOf(interaction, id === selected),
        timer: timerOf(interaction, now),
        current: String(id === selected),
        style: first ? 'interaction interaction_consult' : 'interaction'
    };
}

export function nameOf({ name, address }) {
    return name || address || 'Unknown';
}

export function kindOf({ kind }) {
    return KINDS[kind].label;
}

export function phaseOf({ phase }) {
    return PHASES[phase].label;
}

/** Whether time goes on for it. */
export function isRunning(interaction) {
    return interaction.live && startOf(interaction) !== null;
}

/** A second leg follows the first one, whatever came in between. */
export function inPairs(interactions) {
    const ids = new Set(interactions.map(({ id }) => id));
    const second = ({ consultOf }) => ids.has(consultOf);
    return interactions
        .filter((interaction) => !second(interaction))
        .flatMap((first) => [first, ...interactions.filter(({ consultOf }) => consultOf === first.id)]);
}

function pairOf({ consulting, consultOf }, first) {
    if (first) {
        return `Consulted about ${nameOf(first)}`;
    }
    return consulting && !consultOf ? 'In consultation' : null;
}

function marksOf({ recording, securePause, transferring }, selected) {
    return [
        selected && { label: 'Selected', icon: 'utility:check' },
        RECORDING[recording],
        securePause && { label: 'Secure pause', icon: 'utility:lock' },
        transferring && { label: 'Transferring', icon: 'utility:change_owner' }
    ].filter(Boolean);
}

function startOf({ connectedTime, startTime }) {
    return timeOf(connectedTime ?? startTime);
}

function timerOf(interaction, now) {
    const { live, endTime, durationSeconds } = interaction;
    const start = startOf(interaction);
    if (live) {
        return start === null ? null : clockBetween(start, now);
    }
    if (endTime !== null && start !== null) {
        return clockBetween(start, timeOf(endTime));
    }
    return durationSeconds === null ? null : clock(durationSeconds);
}
