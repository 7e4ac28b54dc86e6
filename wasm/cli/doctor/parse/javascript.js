/** JavaScript as a tree in which every node knows its parent. */
import { parse } from '@babel/parser';

/** Where a node hangs in its tree. */
export const PARENT = Symbol('parent');

const CHILDREN = Symbol('children');

const SHARED = new Set(['leadingComments', 'trailingComments', 'innerComments', 'loc', 'extra', 'errors', 'tokens']);

/**
 * @param {string} text
 * @param {{module: boolean, typescript: boolean}} how
 * @returns {import('@babel/types').Program}
 * @throws {Error} with the line and the column of what does not parse
 */
export function parseScript(text, { module, typescript }) {
    const { program } = parse(text, {
        sourceType: module ? 'module' : 'script',
        allowReturnOutsideFunction: true,
        plugins: ['decorators-legacy', ...(typescript ? ['typescript'] : [])]
    });
    return adopt(program);
}

/** An expression alone, as one that replaces another has to be. */
export function isExpression(text) {
    try {
        const { body } = parse(`(${text}\n)`, { plugins: ['decorators-legacy', 'typescript'] }).program;
        return body.length === 1 && body[0].type === 'ExpressionStatement';
    } catch {
        return false;
    }
}

function adopt(program) {
    const waiting = [program];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
        for (const child of childrenOf(node)) {
            child[PARENT] = node;
            waiting.push(child);
        }
    }
    return program;
}

/** The nodes directly below a node, in the order of the text. */
export function childrenOf(node) {
    node[CHILDREN] ??= childrenIn(node);
    return node[CHILDREN];
}

function childrenIn(node) {
    const found = [];
    for (const [key, value] of Object.entries(node)) {
        if (value !== null && typeof value === 'object' && !SHARED.has(key)) {
            for (const one of Array.isArray(value) ? value : [value]) {
                if (typeof one?.type === 'string') {
                    found.push(one);
                }
            }
        }
    }
    return found;
}

/** Calls `visit` with a node and all below it, in the order of the text. */
export function visitAll(node, visit) {
    const waiting = [node];
    for (let one = waiting.pop(); one; one = waiting.pop()) {
        if (visit(one) !== false) {
            waiting.push(...childrenOf(one).toReversed());
        }
    }
}

/** All below a node that are of one of the types. */
export function all(node, ...types) {
    const found = [];
    visitAll(node, (one) => {
        if (types.includes(one.type)) {
            found.push(one);
        }
    });
    return found;
}

/** The nodes around a node, the nearest first. */
export function* around(node) {
    for (let one = node[PARENT]; one; one = one[PARENT]) {
        yield one;
    }
}

const FUNCTIONS = [
    'FunctionDeclaration',
    'FunctionExpression',
    'ArrowFunctionExpression',
    'ObjectMethod',
    'ClassMethod',
    'ClassPrivateMethod'
];

export const isFunction = (node) => FUNCTIONS.includes(node?.type);

/** The function around a node, or null. */
export function functionAround(node) {
    for (const one of around(node)) {
        if (isFunction(one)) {
            return one;
        }
    }
    return null;
}

/** What stands around an expression without changing its value. */
export function bare(node) {
    const WRAPPERS = [
        'ParenthesizedExpression',
        'AwaitExpression',
        'TSAsExpression',
        'TSNonNullExpression',
        'TSSatisfiesExpression',
        'TSTypeAssertion'
    ];
    return WRAPPERS.includes(node?.type) ? bare(node.expression ?? node.argument) : node;
}

/** The name of a property, as it is written; null where it is computed. */
export function keyOf({ key, property = key, computed }) {
    if (property.type === 'StringLiteral' || property.type === 'NumericLiteral') {
        return String(property.value);
    }
    if (property.type === 'PrivateName') {
        return `#${property.id.name}`;
    }
    return !computed && property.type === 'Identifier' ? property.name : null;
}

/** Dotted names such as `sforce.one.publish`; null for anything else. */
export function dotted(node) {
    if (node.type === 'Identifier') {
        return node.name;
    }
    if (node.type === 'ThisExpression') {
        return 'this';
    }
    if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') {
        const [object, key] = [dotted(node.object), keyOf(node)];
        return object === null || key === null ? null : `${object}.${key}`;
    }
    return null;
}

/** `if (test) { return; }`: what follows in the same block runs only if the test fails. */
export function leavesIf({ type, consequent, alternate }) {
    const last = consequent?.type === 'BlockStatement' ? consequent.body.at(-1) : consequent;
    return (
        type === 'IfStatement' &&
        !alternate &&
        ['ReturnStatement', 'ThrowStatement', 'ContinueStatement'].includes(last?.type)
    );
}

/** The operands of `a + b + c`. */
export function operandsOf(node) {
    const found = [];
    let one = node;
    for (; one.type === 'BinaryExpression' && one.operator === '+'; one = one.left) {
        found.unshift(one.right);
    }
    return [one, ...found];
}
