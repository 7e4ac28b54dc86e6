/** A transfer target as an option: its name, its kind, and what is known of it now. */
import { clock, fill } from 'c/patchbayShared';
import labels from './labels';

const KINDS = {
    userId: { label: labels.agent, icon: 'utility:user' },
    queueId: { label: labels.queue, icon: 'utility:groups' },
    phone: { label: labels.phone, icon: 'utility:call' },
    flow: { label: labels.flow, icon: 'utility:flow' },
    address: { label: labels.address, icon: 'utility:at_sign' }
};

export function toOption(target, { id, active, selected }) {
    const { icon, label } = KINDS[target.kind];
    const facts = [label, target.group, availabilityOf(target), waitOf(target)].filter(Boolean);
    return {
        id,
        icon,
        name: target.label,
        about: facts.join(' · '),
        mark: markOf(target),
        selected: String(selected),
        style: `slds-media slds-media_center slds-listbox__option slds-listbox__option_entity option ${
            active ? 'option_active slds-has-focus' : ''
        }`
    };
}

export function iconOf({ kind }) {
    return KINDS[kind].icon;
}

function availabilityOf({ available, status }) {
    const told = { true: labels.available, false: labels.notAvailable }[available];
    return status && status !== told ? [told, status].filter(Boolean).join(': ') : told;
}

function waitOf({ waitSeconds }) {
    return waitSeconds === null ? null : fill(labels.waitsAbout, clock(waitSeconds).text);
}

function markOf({ favourite, recent }) {
    if (favourite) {
        return { icon: 'utility:favorite', label: labels.favourite };
    }
    return recent ? { icon: 'utility:clock', label: labels.usedLately } : null;
}
