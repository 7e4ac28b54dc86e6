// The key of a log, as the Apex class PatchbayLogKey keeps it: saves of one log run one after the other, and one that arrives late
// writes nothing.

/** By org and key: the latest save, and what the next one waits for. */
const keys = new WeakMap();

/** Runs `work({ newer, note })` while no other save of the log runs. `newer` is a later save that arrived before, or null. */
export async function withKey({ interactionId, segment, revision }, org, work) {
    if (!keys.has(org)) keys.set(org, new Map());
    const ofOrg = keys.get(org);
    const name = JSON.stringify([org.userId, interactionId, segment]);
    const key = ofOrg.get(name) ?? { revision: null, taskId: null, last: Promise.resolve() };
    ofOrg.set(name, key);
    const run = key.last.then(() => {
        const isLate = revision !== null && key.revision !== null && key.revision > revision;
        const note = (taskId) => Object.assign(key, { taskId, revision: revision ?? key.revision });
        return work({ newer: isLate ? { id: key.taskId, newerRevision: key.revision } : null, note });
    });
    // A save that failed holds nobody up.
    key.last = run.catch(() => {});
    return run;
}
