// Stand-in for lightning/platformUtilityBarApi, built from "Platform Utility Bar API" of Salesforce's component reference: no public
// implementation runs outside an org. In this console only the utility Patchbay asks which one it is.
import { highlight, openUtility } from 'host/utilities';

export class EnclosingUtilityId {
    #dataCallback;

    constructor(dataCallback) {
        this.#dataCallback = dataCallback;
    }

    connect() {
        this.#dataCallback('console');
    }

    update() {}

    disconnect() {}
}

export async function updateUtility(utilityId, { highlighted } = {}) {
    if (highlighted !== undefined) highlight(utilityId, highlighted);
    return true;
}

export async function open(utilityId) {
    openUtility(utilityId);
    return true;
}
