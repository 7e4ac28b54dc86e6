import { recordId } from '../testing/recordId.js';

/*
 * Where the saves of one stream go: Tasks as the Save Log extension point makes them. The request names the record in `callLog.Id`
 * once it is known; without it there is a new one.
 */
export class Org {
    records = [];
    saves = 0;

    /** The record of an interaction, or else the one that was made as this one in order: who is saved first is left open. */
    record(callObject, at) {
        return callObject === undefined
            ? this.records[at]
            : this.records.find(({ CallObject }) => CallObject === callObject);
    }

    /** @returns the ID of the record */
    save({ callLog = {} } = {}) {
        this.saves += 1;
        const { Id, ...fields } = callLog;
        const known = this.records.find((record) => record.Id === Id);
        const record = known ?? { Id: recordId(this.records.length + 1) };
        if (!known) {
            this.records.push(record);
        }
        return Object.assign(record, fields).Id;
    }
}
