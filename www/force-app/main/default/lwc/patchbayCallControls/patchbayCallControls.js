/** Answers, holds, mutes, secures and ends one interaction. Which of these it allows is not known here. */
import { LightningElement } from 'lwc';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';
import { fill, timeOfDay } from 'c/patchbayShared';
import labels from './labels';

// What answers comes last: nothing takes its place under a second click. `back` is what a second click of a toggle means, `on` whether it
// is known to be switched on.
const BUTTONS = [
    {
        action: 'hold',
        label: labels.hold,
        icon: 'utility:pause',
        variant: 'neutral',
        on: ({ phase }) => phase === 'held',
        back: () => ({ label: labels.resume, icon: 'utility:play' })
    },
    {
        action: 'mute',
        label: labels.mute,
        icon: 'utility:muted',
        variant: 'neutral',
        // No event tells of it: the session knows how it was last asked for.
        on: (_, sent) => Boolean(sent?.on),
        back: () => ({ label: labels.unmute, icon: 'utility:unmuted', variant: 'brand' })
    },
    {
        action: 'securePause',
        label: labels.securePause,
        icon: 'utility:lock',
        variant: 'neutral',
        on: ({ securePause }) => securePause,
        back: () => ({ label: labels.resumeRecording, icon: 'utility:record' })
    },
    {
        action: 'disconnect',
        label: labels.disconnect,
        icon: 'utility:end_call',
        variant: 'destructive',
        rings: { label: labels.decline }
    },
    { action: 'pickup', label: labels.pickUp, icon: 'utility:call', variant: 'success' }
];

/** How the controls of a consult transfer look; what they send, Rust says. */
const CONSULT = {
    conclude: { label: labels.concludeTransfer, icon: 'utility:change_owner', variant: 'brand' },
    cancel: { label: labels.cancelConsult, icon: 'utility:undo', variant: 'neutral' },
    swap: { label: labels.swap, icon: 'utility:sync', variant: 'neutral' }
};

export default class PatchbayCallControls extends PatchbayInteractionMixin(LightningElement) {
    labels = labels;

    get buttons() {
        const { interaction } = this;
        const offered = this.shownId && this.session ? this.session.offered(this.shownId) : [];
        return BUTTONS.filter(({ action }) => offered.includes(action)).map(({ on, back, rings, ...button }) => {
            const isOn = on && interaction ? on(interaction, this.sentAction(button.action)) : null;
            return {
                ...button,
                on: isOn === null ? null : String(isOn),
                ...(isOn ? back() : null),
                ...(interaction?.phase === 'alerting' ? rings : null),
                ...this.buttonState(button.action, () => this.session.updateState(button.action, this.shownId))
            };
        });
    }

    /** When mute was asked for: no event tells whether it came to be. */
    get muteRemark() {
        const sent = this.sentAction('mute');
        return sent?.on ? fill(labels.muteAskedFor, shortTime(sent)) : '';
    }

    get consultControls() {
        return this.shownId && this.session ? this.session.consultControls(this.shownId) : [];
    }

    get consultButtons() {
        return this.consultControls.map(({ name, possible }) => ({
            ...CONSULT[name],
            action: name,
            disabled: !possible,
            reason: ''
        }));
    }

    /** The numbers of a callback that goes on: the platform's own component dials them. */
    get numbers() {
        const { callbackNumbers = [], kind, live } = this.interaction ?? {};
        return kind === 'callback' && live ? callbackNumbers.map((number) => ({ number })) : [];
    }

    sentAction(action) {
        return this.session?.sentActions.find((one) => one.interactionId === this.shownId && one.action === action);
    }

    /** A toggle says how it is to be, as its button has it, so that a click which comes too late turns nothing back. */
    handleClick({ currentTarget: { label, name, dataset } }) {
        const wanted = dataset.on ? dataset.on !== 'true' : undefined;
        this.send(label, () => this.session.updateState(name, this.shownId, wanted));
    }

    handleConsult({ currentTarget: { label, name } }) {
        // The transfer may have ended since the button was drawn.
        const steps = this.consultControls.find((control) => control.name === name)?.steps ?? [];
        this.sendAll(
            label,
            steps.map(
                ({ id, action, on }) =>
                    (session) =>
                        session.updateState(action, id, on ?? undefined)
            )
        );
    }
}

function shortTime({ sentAt }) {
    return timeOfDay(new Date(sentAt), { hour: 'numeric', minute: '2-digit' });
}
