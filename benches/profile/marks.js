/*
 * What is looked at lies between two marks: functions that take a moment, so that the profiler is sure to see them. They
 * stand alone, since their text goes where nothing can be imported, and leave something behind, so that no bundler takes
 * them for idle.
 */
export function begins() {
    let mark = 0;
    for (let step = 0; step < 2e6; step++) {
        mark = (mark * 31 + step) | 0;
    }
    globalThis.lastMark = mark;
}

export function arrives() {
    let mark = 0;
    for (let step = 0; step < 2e6; step++) {
        mark = (mark * 31 + step) | 0;
    }
    globalThis.lastMark = -mark;
}
