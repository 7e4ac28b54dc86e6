/** One interaction as a row of the list: its own fields in words, never by colour alone. */
import { clock, clockBetween, fill, timeOf } from 'c/patchbayShared';
import labels from './labels';

const KINDS = {
    call: { label: labels.call, icon: 'utility:call' },
    callback: { label: labels.callback, icon: 'utility:incoming_call' },
    chat: { label: labels.chat, icon: 'utility:chat' },
    email: { label: labels.email, icon: 'utility:email' },
    message: { label: labels.message, icon: 'utility:sms' },
    voicemail: { label: labels.voicemail, icon: 'utility:voicemail_drop' }
};

const PHASES = {
    alerting: { label: labels.alerting, style: 'slds-badge slds-theme_warning' },
    dialing: { label: labels.dialing, style: 'slds-badge slds-theme_info' },
    connected: { label: labels.connected, style: 'slds-badge slds-theme_success' },
    held: { label: labels.onHold, style: 'slds-badge slds-badge_inverse' },
    disconnected: { label: labels.disconnected, style: 'slds-badge' },
    done: { label: labels.done, style: 'slds-badge' }
};

const RECORDING = {
    active: { label: labels.recording, icon: 'utility:record' },
    paused: { label: labels.recordingPaused, icon: 'utility:pause' }
};

/** `record` is the record that was matched and chosen, if there is one. */
export function toRow(interaction, { all, selected, now, record }) {
    const { id, kind, phase, consultOf } = interaction;
    const first = consultOf && all.find((other) => other.id === consultOf);
    return {
        id,
        kind: KINDS[kind],
        phase: { name: phase, ...statusOf(interaction) },
        name: record?.name ?? nameOf(interaction),
        number: numberOf(interaction, record),
        held: heldFor(interaction, now),
        queue: interaction.queue,
        pair: pairOf(interaction, first),
        subject: interaction.emailSubject,
        marks: marksOf(interaction, id === selected),
        timer: timerOf(interaction, now),
        current: String(id === selected),
        style: `interaction ${first ? 'interaction_consult' : ''} ${id === selected ? 'interaction_selected' : ''}`
    };
}

export function nameOf({ name, address }) {
    return name || address || labels.unknownName;
}

export function kindOf({ kind }) {
    return KINDS[kind].label;
}

export function phaseOf(interaction) {
    return statusOf(interaction).label;
}

/** What was handed over has not just ended. */
function statusOf({ phase, transferring }) {
    const gone = transferring && (phase === 'disconnected' || phase === 'done');
    return gone ? { ...PHASES[phase], label: labels.transferred } : PHASES[phase];
}

/** The number, where it is not the name already. */
function numberOf(interaction, record) {
    const { address } = interaction;
    return address && address !== (record?.name ?? nameOf(interaction)) ? address : null;
}

function heldFor({ heldSince }, now) {
    const since = timeOf(heldSince);
    return since === null ? null : fill(labels.heldFor, clockBetween(since, now).text);
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
        return fill(labels.consultedAbout, nameOf(first));
    }
    return consulting && !consultOf ? labels.inConsultation : null;
}

function marksOf({ live, recording, securePause, transferring, flagged, coBrowsing, sharingScreen }, selected) {
    return [
        selected && { label: labels.selected, icon: 'utility:check' },
        RECORDING[recording],
        securePause && { label: labels.securePause, icon: 'utility:lock' },
        transferring && live && { label: labels.transferring, icon: 'utility:change_owner' },
        flagged && { label: labels.flagged, icon: 'utility:flag' },
        coBrowsing && { label: labels.coBrowsing, icon: 'utility:screen' },
        sharingScreen && { label: labels.sharingScreen, icon: 'utility:desktop' }
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
