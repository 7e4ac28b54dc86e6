/**
 * A component renders often, and each subscription of `renderedCallback` without a guard hears every message once more.
 * Sources: "Lightning Message Service"; "Captured event streams".
 */
import { around, dotted, functionAround, leavesIf, visitAll } from '../parse/javascript.js';
import { membersOf, ownerOf } from '../follow/members.js';

export const code = 'subscription-repeated';

export function check({ uses, callers }) {
    return uses
        .filter(({ kind }) => kind === 'subscribe')
        .filter(({ node, source }) => source.program && runsUnguarded(node, callers, []))
        .map(({ node, source }) => ({
            source,
            node,
            code,
            severity: 'error',
            what: 'renderedCallback subscribes each time the component renders',
            write: 'subscribe in connectedCallback, or write this.subscription ??= subscribe(…)'
        }));
}

/** Whether a node runs on every render: nothing on the way from renderedCallback tests what the way itself sets. */
function runsUnguarded(node, callers, seen) {
    const fn = functionAround(node);
    if (!fn || seen.includes(fn) || isGuarded(node, fn)) {
        return false;
    }
    const owner = ownerOf(fn.body);
    if (owner && membersOf(owner).get('renderedCallback')?.method === fn) {
        return true;
    }
    return callers.of(fn).some((call) => runsUnguarded(call, callers, [...seen, fn]));
}

function isGuarded(node, fn) {
    const set = assignedIn(ownerOf(fn.body) ?? fn);
    const tests = (test) => {
        let isFound = false;
        visitAll(test, (one) => {
            isFound ||= set.has(dotted(one));
        });
        return isFound;
    };
    let inner = node;
    for (const one of around(node)) {
        if (one === fn) {
            return false;
        }
        if (one.type === 'AssignmentExpression' && ['??=', '||='].includes(one.operator)) {
            return true;
        }
        if (['IfStatement', 'ConditionalExpression'].includes(one.type) && inner !== one.test && tests(one.test)) {
            return true;
        }
        if (one.type === 'LogicalExpression' && inner === one.right && tests(one.left)) {
            return true;
        }
        if (
            one.type === 'BlockStatement' &&
            one.body.some((before) => before.start < inner.start && leavesIf(before) && tests(before.test))
        ) {
            return true;
        }
        inner = one;
    }
    return false;
}

/** What is assigned somewhere in a class, by its dotted name. */
function assignedIn(owner) {
    const names = new Set();
    visitAll(owner, (node) => {
        if (node.type === 'AssignmentExpression') {
            names.add(dotted(node.left));
        }
    });
    names.delete(null);
    return names;
}
