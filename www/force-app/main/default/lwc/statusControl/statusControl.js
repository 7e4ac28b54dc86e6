/** Asks the client to set the agent's status. The one the agent is in comes from the client, so none is marked here. */
import { api } from 'lwc';
import PatchbayElement from 'c/patchbayElement';

export default class StatusControl extends PatchbayElement {
    /** [{id, label}]: the statuses of the organisation, by their IDs in Genesys Cloud. */
    @api statuses = [];

    get choices() {
        return Array.isArray(this.statuses) ? this.statuses : [];
    }

    get empty() {
        return this.choices.length ? null : 'No statuses are given.';
    }

    handleClick({ currentTarget: { label, name } }) {
        this.send(label, (patchbay) => patchbay.updateStatus(name));
    }
}
