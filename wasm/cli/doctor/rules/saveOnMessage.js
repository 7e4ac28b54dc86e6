/**
 * One short call makes about 25 messages, many of which change nothing; saving on each floods Salesforce.
 * Source: "Captured event streams".
 */
import { around, dotted, isFunction, keyOf, visitAll, PARENT } from '../parse/javascript.js';

export const code = 'save-on-every-message';

/** What saves, by its name: Apex methods, and functions of the UI API. */
const SAVES = /save|upsert|insert|update|create|store|^log|log$/i;
const READS = /^(?:get|find|search|query|load|fetch|is|has)/;

/** What a test may name and still let through nearly every message. */
const BROAD_TEXTS = ['Interaction', 'interaction', 'change'];
const BROAD_NAMES = ['type', 'category', 'data', 'new', 'detail'];

/** What calls back later, and so may come to one call for many messages. */
const DELAYS = /(?:^|\.)(?:setTimeout|debounce|throttle|requestIdleCallback)$/;

/** Handlers reach what saves through at most so many functions. */
const MAX_DEPTH = 5;

export function check({ uses, follower }) {
    const found = new Map();
    for (const { node, source } of uses.filter(({ kind }) => kind === 'handler')) {
        const names = new Set(node.params.slice(0, 2).map(({ name }) => name));
        follow(node, { follower, names, seen: [], add: (call) => found.set(call, source) });
    }
    return [...found].map(([node, source]) => ({
        source: follower.project.sourceOf(node) ?? source,
        node,
        code,
        severity: 'warning',
        what: 'this saves on every message, and most messages change nothing',
        write: 'compare with what was saved last and save only a difference, or leave saving to a session of Patchbay'
    }));
}

/** Calls `add` with what saves and runs whatever the message says. */
function follow(fn, { follower, names, seen, add }) {
    visitAll(fn.body, (node) => {
        if (isFunction(node) && isDelayed(node)) {
            return false;
        }
        if (node.type !== 'CallExpression' || isTested(node, fn, names)) {
            return true;
        }
        const callee = follower.evaluate(node.callee, follower.context());
        if (isSave(node, callee)) {
            add(node);
        } else if (callee.kind === 'function' && seen.length < MAX_DEPTH && ![...seen, fn].includes(callee.node)) {
            const given = callee.node.params.map(({ name }) => name).filter(Boolean);
            follow(callee.node, { follower, names: new Set([...names, ...given]), seen: [...seen, fn], add });
        }
        return true;
    });
}

function isDelayed({ [PARENT]: parent }) {
    return parent.type === 'CallExpression' && DELAYS.test(dotted(parent.callee) ?? '');
}

function isSave(node, callee) {
    if (callee.kind === 'import' && /^@salesforce\/apex/.test(callee.module)) {
        const method = callee.module.split('.').at(-1);
        return SAVES.test(method) && !READS.test(method);
    }
    if (callee.kind === 'import' && callee.module === 'lightning/uiRecordApi') {
        return ['createRecord', 'updateRecord'].includes(callee.name);
    }
    // Aura: `component.get('c.saveLog')`; Visualforce: `Controller.saveLog(…)` is nobody else's name.
    const [first] = node.arguments;
    const action =
        keyOf(node.callee.property ? node.callee : { key: node.callee }) === 'get' &&
        /^c\.(\w+)$/.exec(first?.value ?? '');
    const remote =
        /(?:^|\.)Manager\.invokeAction$/.test(dotted(node.callee) ?? '') && /\.(\w+)\}?$/.exec(first?.value ?? '');
    const method = (action || remote || [])[1];
    return Boolean(method) && SAVES.test(method) && !READS.test(method);
}

/** Whether a test around a node, or one before it that leaves, keeps messages away. */
function isTested(node, fn, names) {
    let inner = node;
    for (const one of around(node)) {
        if (one === fn) {
            return false;
        }
        const test = testOf(one, inner);
        if (test && !isBroad(test, names)) {
            return true;
        }
        if (
            one.type === 'BlockStatement' &&
            one.body.some((before) => isEarlier(before, inner) && !isBroad(before.test, names))
        ) {
            return true;
        }
        inner = one;
    }
    return false;
}

function testOf(node, inner) {
    if (['IfStatement', 'ConditionalExpression', 'WhileStatement'].includes(node.type)) {
        return inner === node.test ? null : node.test;
    }
    if (node.type === 'LogicalExpression') {
        return inner === node.right ? node.left : null;
    }
    return node.type === 'SwitchCase' ? (node.test ?? node[PARENT].discriminant) : null;
}

/** An `if` before it that leaves the function. */
function isEarlier(before, inner) {
    let doesLeave = false;
    if (before.type === 'IfStatement' && before.start < inner.start) {
        visitAll(before.consequent, (one) => {
            doesLeave ||= one.type === 'ReturnStatement' || one.type === 'ThrowStatement';
            return !isFunction(one);
        });
    }
    return doesLeave;
}

/** A test that asks only for the type, or for changes, which are most of all messages. */
function isBroad(test, names) {
    let isOnlyBroad = true;
    visitAll(test, (node) => {
        if (node.type === 'StringLiteral') {
            isOnlyBroad &&= BROAD_TEXTS.includes(node.value);
        } else if (node.type === 'Identifier') {
            const isProperty = /MemberExpression$/.test(node[PARENT]?.type) && node[PARENT].property === node;
            isOnlyBroad &&= isProperty
                ? BROAD_NAMES.includes(node.name)
                : names.has(node.name) || BROAD_NAMES.includes(node.name) || node.name === 'undefined';
        } else if (/CallExpression$|^ThisExpression$|^NumericLiteral$/.test(node.type)) {
            isOnlyBroad = false;
        }
    });
    return isOnlyBroad;
}
