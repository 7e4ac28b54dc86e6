/** What historical settings come to: the class of the status that the agent is in, of any activity, and what contacts amount to. */
import { LightningElement, api } from 'lwc';
import { number } from 'c/patchbayShared';
import { atLines, readContacts } from './contacts';
import labels from './labels';

const CLASSES = {
    admin: labels.adminTime,
    idle: labels.idleTime,
    notReady: labels.notReady,
    ready: labels.readyTime,
    offline: labels.offlineNotCounted,
    unknown: labels.inNoList
};
const ICONS = {
    admin: 'utility:edit_form',
    idle: 'utility:clock',
    notReady: 'utility:ban',
    ready: 'utility:check',
    offline: 'utility:offline',
    unknown: 'utility:help'
};

export default class PatchbayActivityClass extends LightningElement {
    labels = labels;
    /** What Patchbay says of the settings. */
    @api report;
    /** The agent as a session shows it. */
    @api agent;

    contactsExample = `12 ${labels.answered}\n7 ${labels.abandoned}`;
    activity = '';
    contacts = '';

    get isOff() {
        return this.report?.settings[0]?.status === false;
    }

    /** The status as the client calls it, and its class. */
    get now() {
        const { status, subStatus, routingStatus } = this.agent ?? {};
        const names = [status, subStatus, routingStatus].filter(Boolean);
        return names.length ? { status: names.join(' · '), ...this.classOf(this.agent) } : null;
    }

    get tried() {
        return this.activity.trim() ? this.classOf(this.activity) : null;
    }

    classOf(activity) {
        const name = this.report?.classify(null, activity) ?? 'unknown';
        return { name, label: CLASSES[name], icon: ICONS[name] };
    }

    get measured() {
        const contacts = readContacts(this.contacts);
        if (!contacts.length || !this.report) {
            return null;
        }
        const { answeredWithin, abandonRate, shortAbandons, problems } = this.report.serviceLevel(
            null,
            contacts.map(({ waitSeconds, answered }) => ({ waitSeconds, answered }))
        );
        return {
            problems: atLines(problems, contacts),
            results: [
                { name: 'answeredWithin', label: labels.serviceLevel, text: percent(answeredWithin) },
                { name: 'abandonRate', label: labels.abandonRate, text: percent(abandonRate) },
                { name: 'shortAbandons', label: labels.shortAbandons, text: number(shortAbandons) }
            ]
        };
    }

    handleActivity({ currentTarget }) {
        this.activity = currentTarget.value;
    }

    handleContacts({ currentTarget }) {
        this.contacts = currentTarget.value;
    }
}

function percent(part) {
    return part === null ? labels.nothingToCount : number(part, { style: 'percent', maximumFractionDigits: 1 });
}
