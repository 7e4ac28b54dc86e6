/** Answers, holds, mutes, secures and ends one interaction. Which of these it allows is not known here. */
import { LightningElement } from 'lwc';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';
import labels from './labels';

// `back` is what a second click of a toggle means, `on` the interaction's own word that it is switched on.
const BUTTONS = [
    { action: 'pickup', label: labels.pickUp, icon: 'utility:call', variant: 'success' },
    {
        action: 'hold',
        label: labels.hold,
        icon: 'utility:pause',
        variant: 'neutral',
        on: ({ phase }) => phase === 'held',
        back: { label: labels.resume, icon: 'utility:play' }
    },
    { action: 'mute', label: labels.mute, icon: 'utility:muted', variant: 'neutral' },
    {
        action: 'securePause',
        label: labels.securePause,
        icon: 'utility:lock',
        variant: 'neutral',
        on: ({ securePause }) => securePause,
        back: { label: labels.resumeRecording, icon: 'utility:record' }
    },
    { action: 'disconnect', label: labels.disconnect, icon: 'utility:end_call', variant: 'destructive' }
];

export default class PatchbayCallControls extends PatchbayInteractionMixin(LightningElement) {
    labels = labels;
    get buttons() {
        const { interaction } = this;
        return BUTTONS.map(({ on, back, ...button }) => ({
            ...button,
            ...(interaction && on?.(interaction) ? back : null),
            ...this.buttonState(button.action, () => this.build(button.action))
        }));
    }

    build(action) {
        return this.session.updateState(action, this.shownId);
    }

    handleClick({ currentTarget: { label, name } }) {
        this.send(label, () => this.build(name));
    }
}
