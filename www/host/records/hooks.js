/** What a browser test may ask of the record store and do to it. Everything in and out is plain data. */
export const recordHooks = (org) => ({
    /** The fields of every Task that is not deleted, oldest first. */
    async tasks() {
        const store = await org.ready;
        return (await store.query('Task')).map(({ fields }) => fields);
    },
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
    /** What the user may do with a field of Task: 'edit', 'read' or 'none'. */
    access(field, level) {
        if (level !== undefined) org.access.set('Task', field, level);
        return org.access.level('Task', field);
    },
    /** Deletes a record as somebody else would. */
    async delete(id) {
        await (await org.ready).delete(id);
    },
    /** As it was before anything was saved, requested or switched. */
    reset: () => org.reset()
});
