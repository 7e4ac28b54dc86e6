/** Names whose values say what a message is about, and nothing of a person. */
const SHOWN = new Set([
    ...['type', 'category', 'action', 'id', 'direction', 'state'],
    ...['status', 'subStatus', 'routingStatus', 'transferTargetType']
]);

/** What stands for a value that is not shown. */
const HIDDEN = '•••';

/** Attributes are the organisation's own: nothing is known of their values. */
const OF_ANYBODY = /attributes|userdata/i;

/** A copy of a message that shows its structure, and of its values only those that are of no person. */
export function redacted(value, name = '', isOwn = false) {
    if (Array.isArray(value)) {
        return value.map((inner) => redacted(inner, name, isOwn));
    }
    if (typeof value === 'object' && value !== null) {
        const ofAnybody = isOwn || OF_ANYBODY.test(name);
        return Object.fromEntries(
            Object.entries(value).map(([inner, part]) => [inner, redacted(part, inner, ofAnybody)])
        );
    }
    const isShown = value === null || typeof value === 'boolean' || (SHOWN.has(name) && !isOwn);
    return isShown ? value : HIDDEN;
}
