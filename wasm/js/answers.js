/** How long `close` waits for answers to saves, in milliseconds. Later ones are sent again by the next session. */
const CLOSE_TIMEOUT = 3000;

/** Those who wait for answers to saves. */
export function openAnswers(time) {
    const waiting = [];
    const next = () => new Promise((resolve) => waiting.push(resolve));
    const wake = () => waiting.splice(0).forEach((resolve) => resolve());

    /** Waits while `isSaving()`, but no longer than CLOSE_TIMEOUT. */
    async function last(isSaving) {
        let timer;
        const timedOut = new Promise((resolve) => {
            timer = time.setTimeout(() => resolve(true), CLOSE_TIMEOUT);
        });
        while (isSaving()) {
            if (await Promise.race([next(), timedOut])) {
                break;
            }
        }
        time.clearTimeout(timer);
    }

    return {
        /** Resolved with the next answer to a save, or when none is waited for any more. */
        next,
        wake,
        /** Asks only if somebody waits. */
        wakeIf: (isOver) => waiting.length > 0 && isOver() && wake(),
        last
    };
}
