// Stand-in for the Apex class PatchbayTaskStatus, because Apex runs only in an org. It tells of this console's org what the class
// tells of a real one.

/** Resolves to `[{ name, isClosed, isDefault }]` in the order of the picklist. */
export const all = async (_, { taskRules }) =>
    taskRules.statuses.map(({ name, isClosed }, at) => ({ name, isClosed, isDefault: at === 0 }));
