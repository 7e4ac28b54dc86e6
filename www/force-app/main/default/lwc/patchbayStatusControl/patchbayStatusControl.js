/** Shows the status the agent is in, as the client tells it, and asks the client to set another. */
import { LightningElement, api } from 'lwc';
import { NO_SESSION, send, subscribe } from 'c/patchbaySession';
import setup from 'c/patchbaySetup';
import { sentAt, toView } from 'c/patchbayShared';
import labels from './labels';

export default class PatchbayStatusControl extends LightningElement {
    labels = labels;
    /**
     * [{id, label, status?, subStatus?}]: the statuses of the organisation, by their IDs in Genesys Cloud. `status` and `subStatus`
     * are what the client calls them, such as MEAL; an entry that has them is marked while the agent is in it.
     */
    @api statuses = setup.statuses;

    state = NO_SESSION;
    problems = [];
    confirmation = '';
    unsubscribe = null;

    connectedCallback() {
        this.unsubscribe = subscribe((state) => {
            this.state = state;
        });
    }

    disconnectedCallback() {
        this.unsubscribe();
    }

    get view() {
        return toView(this.state, this);
    }

    get choices() {
        const entries = Array.isArray(this.statuses) ? this.statuses : [];
        const { agent } = this.state.session ?? {};
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
            .map((fact) => ({ ...fact, text: spelledOut(fact.value) }));
    }

    handleClick({ currentTarget: { label, name } }) {
        const { message, problems } = send((session) => session.updateStatus(name));
        this.problems = problems;
        this.confirmation = message ? sentAt(label) : '';
        if (message) {
            this.dispatchEvent(new CustomEvent('sent', { detail: { message } }));
        }
    }
}

/** The entry with the agent's sub-status, else the one that stands for the status whatever the sub-status. */
function entryOf(entries, { status, subStatus }) {
    const named = entries.filter((entry) => entry?.status && entry.status === status);
    return named.find((entry) => entry.subStatus === subStatus) ?? named.find((entry) => !entry.subStatus);
}

/** ON_QUEUE as a person would write it; a sub-status is written by people already. */
function spelledOut(value) {
    if (!/^[A-Z_]+$/.test(value)) {
        return value;
    }
    const words = value.replaceAll('_', ' ').toLowerCase();
    return words[0].toUpperCase() + words.slice(1);
}
