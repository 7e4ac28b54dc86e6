/** How long an interaction has lasted, and the second hand that makes a component show it anew. */

const SECOND = 1000;

/** Calls `tell` every second while that is wanted; costs nothing while it is not. */
export class SecondHand {
    tell;
    timer = null;

    constructor(tell) {
        this.tell = tell;
    }

    run(wanted) {
        if (wanted) {
            // The timer is cleared by whoever runs it: code-analyzer-suppress(eslint:@lwc/lwc-platform/no-inline-disable)
            // eslint-disable-next-line @lwc/lwc/no-async-operation
            this.timer ??= setInterval(this.tell, SECOND);
        } else {
            clearInterval(this.timer);
            this.timer = null;
        }
    }
}

/** Milliseconds since 1970 as the session counts them: a clock that is set meanwhile changes nothing. */
export function currentTime() {
    return (performance.timeOrigin ?? Date.now() - performance.now()) + performance.now();
}

/** Milliseconds of a time as the session writes it; null when there is none. */
export function timeOf(text) {
    const time = Date.parse(text ?? '');
    return Number.isNaN(time) ? null : time;
}

/** {duration, text}, for <time>. Server and browser may disagree about the time: nothing has lasted less than no time. */
export function clock(seconds) {
    const whole = Math.max(0, Math.floor(seconds));
    const two = (number) => String(number).padStart(2, '0');
    const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    return {
        duration: `PT${whole}S`,
        text: hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
    };
}

/** The same from one time to another. */
export function clockBetween(start, end) {
    return clock((end - start) / SECOND);
}
