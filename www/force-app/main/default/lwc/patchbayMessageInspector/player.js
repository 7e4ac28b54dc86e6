/** Plays recorded messages again, in their own time or faster. */

// At most so many messages go out in one turn, then the page gets a chance to draw.
const TURN = 50;

/**
 * Plays `events` at `speed`: 10 is ten times as fast, Infinity as fast as possible. `hear` gets each message, `onProgress` how many
 * are out. Returns the function that stops it.
 */
export function play(events, { speed, hear, onProgress }) {
    const started = Date.now();
    const due = dueTimes(events, speed);
    let next = 0;
    let timer = null;

    function wait() {
        // The timer is cleared when the replay is stopped: code-analyzer-suppress(eslint:@lwc/lwc-platform/no-inline-disable)
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        timer = setTimeout(turn, Math.max(0, started + due[next] - Date.now()));
    }

    function turn() {
        const mine = timer;
        const elapsed = Date.now() - started;
        const end = Math.min(next + TURN, events.length);
        do {
            hear(events[next].message);
            next += 1;
        } while (timer === mine && next < end && due[next] <= elapsed);
        onProgress(next);
        if (timer === mine && next < events.length) {
            wait();
        }
    }

    wait();
    return () => {
        clearTimeout(timer);
        timer = null;
    };
}

// Counted from the start, so that slow turns do not add up.
function dueTimes(events, speed) {
    let time = 0;
    return events.map(({ afterMs }) => {
        time += afterMs / speed;
        return time;
    });
}
