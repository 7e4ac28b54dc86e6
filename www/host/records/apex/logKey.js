// The key of a log, as the Apex class PatchbayLogKey keeps it: saves of one interaction's logs run one after the other, and one that
// arrives late writes nothing.

/** By org and key: the revision of the latest save, and what the next one waits for. */
const keys = new WeakMap();

/** Runs `work(newerRevision)` while no other save of the interaction runs; null unless a later save was there before. */
export async function withKey({ interactionId, revision }, org, work) {
    if (!keys.has(org)) keys.set(org, new Map());
    const ofOrg = keys.get(org);
    const name = JSON.stringify([org.userId, interactionId]);
    const key = ofOrg.get(name) ?? { revision: null, last: Promise.resolve() };
    ofOrg.set(name, key);
    const run = key.last.then(async () => {
        const isLate = revision !== null && key.revision !== null && key.revision > revision;
        const result = await work(isLate ? key.revision : null);
        if (!isLate) key.revision = revision ?? key.revision;
        return result;
    });
    // A save that failed holds nobody up.
    key.last = run.catch(() => {});
    return run;
}
