/** What historical settings come to: the class of the status that the agent is in, of any activity, and what contacts amount to. */
import { LightningElement, api } from 'lwc';
import { atLines, readContacts } from './contacts';

const CLASSES = {
    admin: 'Admin time',
    idle: 'Idle time',
    notReady: 'Not-ready',
    ready: 'Ready time',
    offline: 'Offline: not counted',
    unknown: 'In no list'
};
const ICONS = {
    admin: 'utility:edit_form',
    idle: 'utility:clock',
    notReady: 'utility:ban',
    ready: 'utility:check',
    offline: 'utility:offline',
    unknown: 'utility:help'
};

export default class ActivityClass extends LightningElement {
    /** What Patchbay says of the settings. */
    @api report;
    /** The agent as a session shows it. */
    @api agent;

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
                { name: 'answeredWithin', label: 'Service level', text: percent(answeredWithin) },
                { name: 'abandonRate', label: 'Abandon rate', text: percent(abandonRate) },
                { name: 'shortAbandons', label: 'Short abandons', text: String(shortAbandons) }
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
    return part === null
        ? 'Nothing to count'
        : part.toLocaleString(undefined, { style: 'percent', maximumFractionDigits: 1 });
}
