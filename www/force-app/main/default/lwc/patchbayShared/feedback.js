/** What components tell the agent. */
let count = 0;

/** For a live region. The same sentence twice is news twice: each has a key, and so an element, of its own. */
export function announcement(text) {
    count += 1;
    return [{ key: count, text }];
}

/** What c-patchbay-panel shows around a component's own content. `state` is that of c/patchbaySession. */
export function toView({ patchbay, error }, { problems = [], confirmation = '', unconfirmed = [], bare = false } = {}) {
    return { loading: !patchbay && !error, loadError: error, problems, confirmation, unconfirmed, bare };
}
