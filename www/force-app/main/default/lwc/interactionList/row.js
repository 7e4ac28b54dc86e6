/** One interaction as a row of the list: its own fields in words, never by colour alone. */

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
    return !isOver(interaction) && startOf(interaction) !== null;
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

function isOver({ phase, endTime }) {
    return endTime !== null || phase === 'disconnected' || phase === 'done';
}

function startOf({ connectedTime, startTime }) {
    const start = Date.parse(connectedTime ?? startTime ?? '');
    return Number.isNaN(start) ? null : start;
}

function timerOf(interaction, now) {
    const { endTime, durationSeconds } = interaction;
    const start = startOf(interaction);
    if (!isOver(interaction)) {
        return start === null ? null : clock((now - start) / 1000);
    }
    if (endTime !== null && start !== null) {
        return clock((Date.parse(endTime) - start) / 1000);
    }
    return durationSeconds === null ? null : clock(durationSeconds);
}

/** Server and browser may disagree about the time: nothing has lasted less than no time. */
function clock(seconds) {
    const whole = Math.max(0, Math.floor(seconds));
    const two = (number) => String(number).padStart(2, '0');
    const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    return {
        duration: `PT${whole}S`,
        text: hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
    };
}
