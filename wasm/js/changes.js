/* Changes of a session, in their public shape. */

export const NONE = Object.freeze([]);

/** The change of a call that changed nothing. It is not published. */
export const NO_CHANGE = Object.freeze({
    interactions: NONE,
    agent: false,
    selection: false,
    logs: NONE,
    lists: NONE,
    timelines: NONE,
    saves: 0,
    sent: false,
    confirmed: NONE,
    unconfirmed: NONE,
    problems: NONE
});

/** Combines two changes, the earlier first. */
export function both(first, second) {
    return Object.freeze({
        interactions: union(first.interactions, second.interactions),
        agent: first.agent || second.agent,
        selection: first.selection || second.selection,
        logs: union(first.logs, second.logs),
        lists: Object.freeze([...first.lists, ...second.lists]),
        timelines: union(first.timelines, second.timelines),
        saves: first.saves + second.saves,
        sent: first.sent || second.sent,
        confirmed: Object.freeze([...first.confirmed, ...second.confirmed]),
        unconfirmed: Object.freeze([...first.unconfirmed, ...second.unconfirmed]),
        problems: Object.freeze([...first.problems, ...second.problems])
    });
}

/** The change with more problems, before its own or behind them. */
export function withProblems(change, before, behind = NONE) {
    return before.length + behind.length === 0
        ? change
        : Object.freeze({ ...change, problems: Object.freeze([...before, ...change.problems, ...behind]) });
}

export function union(some, others) {
    return Object.freeze([...new Set([...some, ...others])]);
}

/** The IDs of what Rust reports as changed. */
export function ids(changes) {
    return changes ? Object.freeze([...new Set(changes.map(({ id }) => id))]) : NONE;
}
