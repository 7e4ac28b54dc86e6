/**
 * `hold`, `mute` and `securePause` toggle; a flag that a component sets when it sends one says nothing of what the client did.
 * Sources: "Lightning Message Service events and actions"; "Captured event streams".
 */
import { dotted, functionAround, keyOf, visitAll } from '../parse/javascript.js';

export const code = 'state-by-hand';

const TOGGLES = ['hold', 'mute', 'securePause'];

/** What such a flag is called. */
const FLAG = /hold|held|mute|paus|secur|record/i;

export function check({ uses, callers, project, follower }) {
    const found = new Map();
    for (const use of uses.filter(({ kind }) => kind === 'publish' || kind === 'message')) {
        for (const fn of togglers(use, { callers, follower })) {
            flagsSetIn(fn).forEach((node) => found.set(node, project.sourceOf(node)));
        }
    }
    return [...found].map(([node, source]) => ({
        source,
        node,
        code,
        severity: 'warning',
        what: `${dotted(node.left)} is set by hand when the action is sent, and the client may have refused it`,
        write: "take it from the interaction's messages (state, recordingState, securePause), or from a session of Patchbay"
    }));
}

/** The functions that send an action that toggles: where it is published, and where its name is passed on from. */
function togglers({ node, argument }, { callers, follower }) {
    return callers
        .waysTo(node)
        .flatMap((frames) => {
            const value = argument && follower.evaluate(argument, follower.context(frames, node));
            return sends(value)
                ? [functionAround(node), ...[...frames.keys()].flatMap((fn) => passers(fn, frames, callers, follower))]
                : [];
        })
        .filter(Boolean);
}

/** Of the callers of a function those that give it an action that toggles. */
function passers(fn, frames, callers, follower) {
    const isToggle = (one) => TOGGLES.includes(follower.textOf(one, follower.context()));
    return callers
        .of(fn)
        .filter((call) => call.arguments.some(isToggle))
        .map(functionAround);
}

function sends(value) {
    if (value?.kind === 'either') {
        return value.options.some((option) => sends(option.value));
    }
    const data = value?.kind === 'object' && value.entries.get('data');
    const action = data?.kind === 'object' && data.entries.get('action');
    return Boolean(action) && isToggle(action);
}

const isToggle = (action) =>
    action.kind === 'either' ? action.options.some(({ value }) => isToggle(value)) : TOGGLES.includes(action.value);

/** `this.onHold = !this.onHold`, `this.muted = true` */
function flagsSetIn(fn) {
    const found = [];
    visitAll(fn.body, (node) => {
        if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && isFlag(node)) {
            found.push(node);
        }
    });
    return found;
}

function isFlag({ left, right }) {
    const isNegated =
        right.type === 'UnaryExpression' && right.operator === '!' && dotted(right.argument) === dotted(left);
    return (
        left.object.type === 'ThisExpression' &&
        FLAG.test(keyOf(left)) &&
        (isNegated || right.type === 'BooleanLiteral')
    );
}
