/** What this page tells of itself. */

const PROBE = 'patchbay.health';

/**
 * Whether the page runs under Lightning Web Security. Components run under it or under Lightning Locker, whose window says so
 * when it is asked for its name.
 */
export function hasWebSecurity() {
    return !String(window).startsWith('SecureWindow');
}

/** Whether the browser stores what a page asks it to. */
export function canStore() {
    try {
        localStorage.setItem(PROBE, PROBE);
        const isStored = localStorage.getItem(PROBE) === PROBE;
        localStorage.removeItem(PROBE);
        return isStored;
    } catch {
        return false;
    }
}

/** The type that a message says it is of; of what comes over the channel nothing is certain. */
export function typeOf(message) {
    try {
        return String(message.type);
    } catch {
        return '';
    }
}
