/** What a call gives: of text functions by doing it, of functions of the project by what they return. */
import { bare, dotted, functionAround, isFunction, keyOf, visitAll } from '../parse/javascript.js';
import { conditionsOf } from './conditions.js';
import { asJson, fromJson } from './json.js';
import { TEXT_FUNCTIONS, changed, either, joined, known, mapped, something, unknown } from './values.js';

/** What gives a copy of its first argument, or the argument itself. */
const COPIES = ['Object.freeze', 'Object.seal', 'structuredClone'];

/** Methods of a known text that are done at once, if all their arguments are known. */
const TEXT_METHODS = ['replace', 'replaceAll', 'slice', 'substring', 'concat', 'trim', 'padStart'];

export function callOf(follower, node, context) {
    const name = dotted(node.callee);
    const [first] = node.arguments;
    if (Object.hasOwn(TEXT_FUNCTIONS, name) && first) {
        return changed(follower.evaluate(first, context), name, node);
    }
    if (name === 'String' && first) {
        return joined([follower.evaluate(first, context)], node);
    }
    if (name === 'JSON.stringify' && first) {
        return asJson(follower.evaluate(first, context), node);
    }
    if (COPIES.includes(name) && first) {
        return follower.evaluate(first, context);
    }
    if (name === 'JSON.parse' && first) {
        return parsed(follower, bare(first), node, context);
    }
    if (name === 'Object.assign' && first) {
        return follower.evaluate(spreadOf(node), context);
    }
    const value = follower.evaluate(node.callee, context);
    if (value.kind === 'function') {
        return follower.returned(value.node, node.arguments, node, context);
    }
    return ofText(follower, node, context) ?? resultOf(node);
}

/** What nobody knows: of what it is, the function's name says little, but `querySelector` gives a field. */
function resultOf(node) {
    const isField = keyOf(node.callee.property ? node.callee : { key: node.callee }) === 'querySelector';
    return unknown(node, isField ? 'querySelector' : '');
}

/** `JSON.parse(JSON.stringify(message))` is a copy; other texts are read, as far as they are known. */
function parsed(follower, first, node, context) {
    const isCopy = first.type === 'CallExpression' && dotted(first.callee) === 'JSON.stringify' && first.arguments[0];
    return isCopy ? follower.evaluate(first.arguments[0], context) : fromJson(follower.evaluate(first, context), node);
}

/** `Object.assign(a, b)` gives what `{ ...a, ...b }` does. */
function spreadOf(node) {
    const properties = node.arguments.map((argument) => ({
        type: 'SpreadElement',
        argument: argument.type === 'SpreadElement' ? argument.argument : argument
    }));
    return { ...node, type: 'ObjectExpression', properties };
}

/** Methods of texts. */
function ofText(follower, node, context) {
    const method = node.callee.object && keyOf(node.callee);
    if (!method) {
        return null;
    }
    const object = () => follower.evaluate(node.callee.object, context);
    if (Object.hasOwn(TEXT_FUNCTIONS, method)) {
        return changed(object(), method, node);
    }
    if (method === 'toString') {
        return joined([object()], node);
    }
    if (method === 'join') {
        return listJoined(object(), node, follower, context);
    }
    return TEXT_METHODS.includes(method) ? mapped(object(), (one) => done(one, method, node, follower, context)) : null;
}

function done(value, method, node, follower, context) {
    const given = node.arguments.map((one) => follower.evaluate(one, context));
    if (value.kind === 'known' && typeof value.value === 'string' && given.every(({ kind }) => kind === 'known')) {
        return known(value.value[method](...given.map((one) => one.value)), node);
    }
    return method === 'trim' ? { ...value, at: node } : unknown(node);
}

function listJoined(list, node, follower, context) {
    const separator = node.arguments[0] ? follower.textOf(node.arguments[0], context) : ',';
    if (list.kind !== 'array' || list.open || separator === null) {
        return unknown(node);
    }
    return joined(
        list.items.flatMap((item, at) => (at > 0 ? [known(separator, node), item] : [item])),
        node
    );
}

/** What a function returns when it is given arguments. */
export function returned(follower, fn, given, node, context) {
    if (context.frames.has(fn) || fn.generator) {
        return unknown(node);
    }
    const hasSpread = given.some(({ type }) => type === 'SpreadElement');
    const values = hasSpread ? [] : given.map((one) => follower.placed(one, context));
    const inner = { ...context, frames: new Map(context.frames).set(fn, hasSpread ? [] : values) };
    if (fn.body.type !== 'BlockStatement') {
        return something(follower.placed(fn.body, inner), node);
    }
    const { text } = follower.project.sourceOf(fn);
    const options = returnsOf(fn).map((one) => ({
        value: follower.placed(one.argument, inner),
        when: [
            ...conditionsOf(one, ({ start, end }) => text.slice(start, end), fn),
            { key: `return@${fn.start}`, branch: String(one.start) }
        ]
    }));
    if (options.length === 0) {
        return known(undefined, node);
    }
    // Whoever calls a function that may return nothing asks what it has returned.
    return something(either(options, node), node);
}

/** The return statements of a function that return something. */
export function returnsOf(fn) {
    const found = [];
    visitAll(fn.body, (node) => {
        if (node.type === 'ReturnStatement' && node.argument && functionAround(node) === fn) {
            found.push(node);
        }
        return !isFunction(node);
    });
    return found;
}
