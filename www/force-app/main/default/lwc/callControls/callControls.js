/** Answers, holds, mutes, secures and ends one interaction. Which of these it allows is not known here. */
import { api } from 'lwc';
import PatchbayElement from 'c/patchbayElement';

const BUTTONS = [
    { action: 'pickup', label: 'Pick up', icon: 'utility:call', variant: 'success' },
    { action: 'hold', label: 'Hold', icon: 'utility:pause', variant: 'neutral' },
    { action: 'mute', label: 'Mute', icon: 'utility:muted', variant: 'neutral' },
    { action: 'securePause', label: 'Secure pause', icon: 'utility:lock', variant: 'neutral' },
    { action: 'disconnect', label: 'Disconnect', icon: 'utility:end_call', variant: 'destructive' }
];

export default class CallControls extends PatchbayElement {
    buttons = BUTTONS;
    shownId;

    @api
    get interactionId() {
        return this.shownId;
    }
    set interactionId(id) {
        this.shownId = id;
        this.clearFeedback();
    }

    get empty() {
        return this.shownId ? null : 'No interaction is selected.';
    }

    handleClick({ currentTarget: { label, name } }) {
        this.send(label, (patchbay) => patchbay.updateState(name, this.shownId));
    }
}
