/** The fields of every record of an object that is not deleted, oldest first. */
async function stored(org, objectApiName) {
    const store = await org.ready;
    return (await store.query(objectApiName)).map(({ fields }) => fields);
}

/** What a browser test may ask of the record store and do to it. Everything in and out is plain data. */
export const recordHooks = (org) => ({
    /** What is stored, as fields by API name; oldest first. */
    tasks: () => stored(org, 'Task'),
    engagements: () => stored(org, 'EngagementInteraction'),
    /** Oldest first: { what, kind, payload, fault, outcome, stored, answer, at }. */
    get requests() {
        return org.requests.entries;
    },
    get counts() {
        return org.requests.counts;
    },
    /** { latency, rate, modes, reads, seed }; some of them can be assigned. */
    get faults() {
        return org.faults.settings;
    },
    set faults(changes) {
        org.faults.set(changes);
    },
    /** What the user may do with a field: 'edit', 'read' or 'none'. */
    access(field, level, objectApiName = 'Task') {
        if (level !== undefined) org.access.set(objectApiName, field, level);
        return org.access.level(objectApiName, field);
    },
    /** { statuses, required, validations, mayEdit } of tasks; some of them can be assigned. */
    get taskRules() {
        return org.taskRules.toJSON();
    },
    set taskRules(changes) {
        org.taskRules.set(changes);
    },
    /** '55.0' to '62.0'; can be assigned. */
    get apiVersion() {
        return String(org.apiVersion);
    },
    set apiVersion(version) {
        org.apiVersion.set(version);
    },
    /** Deletes a record as somebody else would. */
    async delete(id) {
        await (await org.ready).delete(id);
    },
    /** Resets records, requests and settings. */
    reset: () => org.reset()
});
