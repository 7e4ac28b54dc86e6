/** What components tell the agent. */
import labels from './labels';
import { fill, timeOfDay } from './wording';

let count = 0;

/** For a live region. The same sentence twice is news twice: each has a key, and so an element, of its own. */
export function announcement(text) {
    count += 1;
    return [{ key: count, text }];
}

/** Of a message: the time makes a second "Hold" a new sentence, which a screen reader reads again. */
export function sentAt(label) {
    return fill(labels.sentAt, label, timeOfDay());
}

/** What c-patchbay-panel shows around a component's own content. `state` is that of c/patchbaySession. */
export function toView({ patchbay, error }, { problems = [], confirmation = '' } = {}) {
    return { loading: !patchbay && !error, loadError: error, problems, confirmation };
}
