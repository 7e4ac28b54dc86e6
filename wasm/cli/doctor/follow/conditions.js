/** Under which conditions a piece of code runs. */
import { PARENT, around, isFunction, leavesIf } from '../parse/javascript.js';

/** The conditions around a node, up to its function, or up to a given node. */
export function conditionsOf(node, text, until = null) {
    const found = [];
    let inner = node;
    for (const one of around(node)) {
        if (one === until || (until === null && isFunction(one))) {
            break;
        }
        const condition = conditionOf(one, inner, text);
        found.unshift(...leftBefore(one, inner, text), ...(condition ? [condition] : []));
        inner = one;
    }
    return found;
}

/** The tests before it in its block that leave the function. */
function leftBefore({ type, body }, inner, text) {
    return type === 'BlockStatement' || type === 'Program'
        ? body.filter((one) => one.end <= inner.start && leavesIf(one)).map(({ test }) => tested(test, false, text))
        : [];
}

function conditionOf(node, inner, text) {
    switch (node.type) {
        case 'IfStatement':
        case 'ConditionalExpression':
            return inner === node.test ? null : tested(node.test, inner === node.consequent, text);
        case 'LogicalExpression':
            return inner === node.right && node.operator !== '??'
                ? tested(node.left, node.operator === '&&', text)
                : null;
        case 'SwitchCase':
            return { key: text(node[PARENT].discriminant), branch: node.test ? text(node.test) : 'default' };
        case 'ForStatement':
        case 'ForInStatement':
        case 'ForOfStatement':
        case 'WhileStatement':
        case 'CatchClause':
            return inner === node.body ? { key: `${node.type}@${node.start}`, branch: 'y' } : null;
        default:
            return null;
    }
}

/** A test that turns out as given; `!x` is x that turns out otherwise. */
export function tested(test, isTrue, text) {
    if (test.type === 'UnaryExpression' && test.operator === '!') {
        return tested(test.argument, !isTrue, text);
    }
    return { key: text(test), branch: isTrue ? 'y' : '!y' };
}

/** Whether conditions say that a name holds something. */
export function saysSomething(conditions, name) {
    const isName = (text) =>
        new RegExp(`^${name.replaceAll('$', '\\$')}(?: ?!==? ?(?:null|undefined))?$`).test(text.trim());
    const isNothing = (text) =>
        new RegExp(`^${name.replaceAll('$', '\\$')} ?===? ?(?:null|undefined)$`).test(text.trim());
    return conditions.some(({ key, branch }) =>
        branch === 'y' ? key.split('&&').some(isName) : branch === '!y' && key.split('||').some(isNothing)
    );
}
