/** What utilities ask of the bar, by their names, which are their IDs here too. */
const watchers = new Set();

/** Names of the utilities that are highlighted. */
export const highlighted = new Set();

/** Calls `watcher({ open })` after each request, with the name of a utility to open, if it was that. */
export function watch(watcher) {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
}

export function highlight(name, wanted) {
    highlighted[wanted ? 'add' : 'delete'](name);
    tell({});
}

export function openUtility(name) {
    tell({ open: name });
}

function tell(request) {
    for (const watcher of watchers) watcher(request);
}
