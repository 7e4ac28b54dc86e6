/** Finds the records of the other party, once for each interaction, and associates them with it. */
import find from '@salesforce/apex/PatchbayRecordMatch.find';
import { fill } from 'c/patchbayShared';
import labels from './labels';

export class RecordSearch {
    /** Searches that failed: a problem by the interaction's ID. */
    problems = new Map();
    session;
    notify;
    asked = new Set();

    /** Calls `notify` when a search failed; what is found the session tells itself. */
    constructor(session, notify) {
        this.session = session;
        this.notify = notify;
    }

    /** For every interaction that has an address and was not searched for. */
    start() {
        for (const { id, address } of this.session.interactions) {
            // The first message of an interaction may lack the address.
            if (address && !this.asked.has(id)) {
                this.asked.add(id);
                this.search(id, address);
            }
        }
    }

    async search(id, address) {
        const [records, problem] = await find({ address }).then(
            (found) => [found, null],
            (error) => [null, notSearched(address, error)]
        );
        if (!this.session.log(id)) {
            return;
        }
        if (problem) {
            this.problems.set(id, problem);
            this.notify();
        } else {
            this.session.associate(
                id,
                records.map((record) => ({ ...record, reason: 'found' }))
            );
        }
    }
}

/** Apex says what was wrong one level deeper than everybody else. */
function notSearched(address, error) {
    const reason = (error?.body?.message ?? error?.message ?? labels.noReason).replace(/\.$/, '');
    const message = fill(labels.notSearched, address, reason);
    return { severity: 'warning', path: '', code: 'not-searched', message };
}
