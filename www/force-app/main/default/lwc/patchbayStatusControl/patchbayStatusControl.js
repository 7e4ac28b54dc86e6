/** Shows the status the agent is in, as the client tells it, and asks the client to set another. */
import { LightningElement, api } from 'lwc';
import { NO_SESSION, send, subscribe } from 'c/patchbaySession';
import { SentLabels, toView } from 'c/patchbayShared';
import labels from './labels';

// What the client calls them. Source: captured event streams.
const NAMES = {
    AVAILABLE: labels.statusAvailable,
    AWAY: labels.statusAway,
    BREAK: labels.statusBreak,
    BUSY: labels.statusBusy,
    COMMUNICATING: labels.routingCommunicating,
    IDLE: labels.routingIdle,
    INTERACTING: labels.routingInteracting,
    MEAL: labels.statusMeal,
    MEETING: labels.statusMeeting,
    NOT_RESPONDING: labels.routingNotResponding,
    OFF_QUEUE: labels.statusOffQueue,
    ON_QUEUE: labels.statusOnQueue,
    OUT_OF_OFFICE: labels.statusOutOfOffice,
    TRAINING: labels.statusTraining
};

export default class PatchbayStatusControl extends LightningElement {
    labels = labels;
    /**
     * [{id, label, status?, subStatus?}]: the statuses of the organisation, by their IDs in Genesys Cloud. `status` and `subStatus`
     * are what the client calls them, such as MEAL; an entry that has them is marked while the agent is in it. Left out, those of the
     * organisation's configuration.
     */
    @api statuses;

    /** Without a card and a heading, where a tab says the same already. */
    @api bare = false;

    state = NO_SESSION;
    problems = [];
    sentLabels = new SentLabels();
    unsubscribe = null;

    connectedCallback() {
        this.unsubscribe = subscribe((state) => {
            this.state = state;
        });
    }

    disconnectedCallback() {
        this.unsubscribe();
    }

    get confirmation() {
        return this.sentLabels.confirmation(this.state.session) ?? '';
    }

    /** Whether Genesys Cloud has not reacted. */
    get unconfirmed() {
        return this.sentLabels.unconfirmed(this.state.session, null);
    }

    get view() {
        return toView(this.state, this);
    }

    get choices() {
        const { configuration, session } = this.state;
        const entries = Array.isArray(this.statuses) ? this.statuses : configuration.statuses;
        const { agent } = session ?? {};
        const now = agent && entryOf(entries, agent);
        return entries.map((entry) => ({
            id: entry.id,
            label: entry.label,
            pressed: String(entry === now),
            variant: entry === now ? 'brand' : 'neutral',
            icon: entry === now ? 'utility:check' : null
        }));
    }

    get empty() {
        return this.choices.length ? null : labels.noStatuses;
    }

    /** What the client has told of the agent so far. */
    get facts() {
        const { status, subStatus, routingStatus } = this.state.session?.agent ?? {};
        return [
            { key: 'status', label: labels.status, value: status },
            { key: 'subStatus', label: labels.subStatus, value: subStatus },
            { key: 'routingStatus', label: labels.routing, value: routingStatus }
        ]
            .filter(({ value }) => value)
            .map((fact) => ({ ...fact, text: NAMES[fact.value] ?? spelledOut(fact.value) }));
    }

    handleClick({ currentTarget: { label, name } }) {
        const { message, problems, sent } = send((session) => session.updateStatus(name));
        this.problems = problems;
        this.sentLabels.forgetLast();
        if (message) {
            this.sentLabels.add(sent, label);
            this.dispatchEvent(new CustomEvent('sent', { detail: { message } }));
        }
    }
}

/** The entry with the agent's sub-status, else the one that stands for the status whatever the sub-status. */
function entryOf(entries, { status, subStatus }) {
    const named = entries.filter((entry) => entry?.status && entry.status === status);
    return named.find((entry) => entry.subStatus === subStatus) ?? named.find((entry) => !entry.subStatus);
}

/** A status that is not known, as a person would write it; a sub-status is written by people already. */
function spelledOut(value) {
    if (!/^[A-Z_]+$/.test(value)) {
        return value;
    }
    const words = value.replaceAll('_', ' ').toLowerCase();
    return words[0].toUpperCase() + words.slice(1);
}
