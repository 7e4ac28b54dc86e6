/** Who calls a function with what: a message that is built in one function is often published in another. */
import { functionAround, visitAll } from '../parse/javascript.js';

/** Maximum number of paths to one call, and of functions on a path. */
const MAX_WAYS = 64;
const MAX_CALLERS = 5;

export class Callers {
    #calls = new Map();

    constructor(follower, sources) {
        this.follower = follower;
        for (const source of sources) {
            try {
                this.#index(source);
            } catch {
                // Its own component is told when it is judged.
            }
        }
    }

    #index({ program }) {
        visitAll(program, (node) => {
            if (node.type === 'CallExpression' || node.type === 'OptionalCallExpression') {
                const callee = this.follower.evaluate(node.callee, this.follower.context());
                const targets = callee.kind === 'either' ? callee.options.map(({ value }) => value) : [callee];
                for (const { kind, node: fn } of targets) {
                    if (kind === 'function') {
                        this.#calls.set(fn, [...(this.#calls.get(fn) ?? []), node]);
                    }
                }
            }
        });
    }

    /** The calls of a function. */
    of(fn) {
        return this.#calls.get(fn) ?? [];
    }

    /** The ways to a node: for each the arguments of the functions on the way. */
    waysTo(node) {
        return this.#ways(functionAround(node), MAX_CALLERS, []).slice(0, MAX_WAYS);
    }

    #ways(fn, left, seen) {
        const calls = fn && left > 0 && !seen.includes(fn) ? this.of(fn) : [];
        if (!fn || calls.length === 0) {
            // A function inside of another sees the arguments of that, too.
            const outer = fn && functionAround(fn);
            return outer ? this.#ways(outer, left, seen) : [new Map()];
        }
        return calls.slice(0, MAX_WAYS).flatMap((call) =>
            this.#ways(functionAround(call), left - 1, [...seen, fn])
                .slice(0, MAX_WAYS)
                .map((frames) => {
                    const context = this.follower.context(frames, call);
                    const given = call.arguments.map((one) =>
                        one.type === 'SpreadElement'
                            ? { kind: 'unknown', at: one, name: '' }
                            : this.follower.placed(one, context)
                    );
                    return new Map(frames).set(fn, given);
                })
        );
    }
}
