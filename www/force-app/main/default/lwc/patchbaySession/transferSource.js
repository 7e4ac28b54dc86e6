/**
 * The organisation's own source of transfer targets. What it answers is judged, merged and ranked by Patchbay's rules; see
 * `session.findTargets`.
 */
let source = null;

/**
 * Sets the source: `find(text)` resolves to [{kind, value, label, group?, available?, status?, waitSeconds?}]. It is asked once the
 * agent stops typing. Returns the function that takes it back.
 */
export function setTransferSource(find) {
    source = find;
    return () => {
        source = source === find ? null : source;
    };
}

/** What the source finds for a text; nothing without a source. Rejects if the source fails. */
export async function findAtSource(text) {
    return source ? source(text) : [];
}
