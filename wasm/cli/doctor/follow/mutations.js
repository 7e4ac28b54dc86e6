/** What is done to an object after it was made: `message.data.action = 'hold'`, `Object.assign(message, more)`. */
import { PARENT, dotted, functionAround, keyOf, visitAll } from '../parse/javascript.js';
import { conditionsOf } from './conditions.js';
import { ABSENT, both, either, mapped, negations, object } from './values.js';

/** What is given an object and leaves it as it is. */
const READERS =
    /^(?:console\.\w+|JSON\.stringify|Object\.(?:keys|values|entries|freeze)|publish|(?:\w+\.)*publish|structuredClone)$/;

const OF_SOURCES = new WeakMap();

/** @returns {Map<object, {node: object, path: string[] | null, right?: object}[]>} by the binding of the object */
function mutations(source) {
    if (!OF_SOURCES.has(source)) {
        const found = new Map();
        const add = (identifier, mutation) => {
            const binding = source.scopes.find(identifier);
            if (binding) {
                found.set(binding, [...(found.get(binding) ?? []), mutation]);
            }
        };
        visitAll(source.program, (node) => look(node, add));
        OF_SOURCES.set(source, found);
    }
    return OF_SOURCES.get(source);
}

function look(node, add) {
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') {
        const { base, path } = chainOf(node.left);
        if (base.type === 'Identifier') {
            add(base, { node, path, right: node.operator === '=' ? node.right : undefined });
        }
    } else if (node.type === 'CallExpression') {
        const name = dotted(node.callee);
        node.arguments.forEach((argument, at) => {
            const { base, path } = chainOf(argument);
            if (base.type !== 'Identifier' || (name !== null && READERS.test(name))) {
                return;
            }
            if (name === 'Object.assign') {
                node.arguments.slice(1).forEach((right) => at === 0 && add(base, { node, path, right, spread: true }));
            } else if (path?.length === 0) {
                add(base, { node, path: null });
            }
        });
    }
}

function chainOf(node) {
    let path = [];
    let base = node;
    for (; base.type === 'MemberExpression'; base = base.object) {
        const key = keyOf(base);
        path = key === null || path === null ? null : [key, ...path];
    }
    return { base, path };
}

/**
 * An object with what was done to it before it is used.
 *
 * @param {object} value what it was at first
 * @param {{source: object, binding: object, use: object, until: number}} where
 * @param {(node: object) => object} evaluate
 */
export function mutated(value, { source, binding, use, until }, evaluate) {
    const done = mutations(source).get(binding) ?? [];
    if (done.length === 0 || !hasObject(value)) {
        return value;
    }
    const text = ({ start, end }) => source.text.slice(start, end);
    const home = functionAround(use);
    const around = conditionsOf(use, text);
    let result = value;
    for (const { node, path, right, spread } of done) {
        const isHere = functionAround(node) === home;
        if (isHere && node.start >= until) {
            continue;
        }
        const own = conditionsOf(node, text);
        const joint = isHere ? both(around, own) : own;
        // The call that it is given to does nothing to it before.
        if (joint === null || node === use[PARENT]) {
            continue;
        }
        // What holds where the object is used held there too.
        const open = own.filter(({ key, branch }) => !around.some((one) => one.key === key && one.branch === branch));
        const when = isHere ? open : [...open, { key: `function@${node.start}`, branch: 'y' }];
        const given = path === null || right === undefined ? null : evaluate(right);
        result = mapped(result, (one) => changedAt(one, path ?? [], given, { spread, when, isHere }));
    }
    return result;
}

const hasObject = (value) =>
    value.kind === 'object' || (value.kind === 'either' && value.options.some((one) => one.value.kind === 'object'));

function changedAt(value, path, given, how) {
    if (value.kind !== 'object') {
        return value;
    }
    if (path.length === 0 || given === null) {
        return how.spread && given?.kind === 'object'
            ? withAll(value, given, how)
            : { ...value, open: true, deep: value.deep || given === null };
    }
    const [key, ...rest] = path;
    const before = value.entries.get(key) ?? ABSENT;
    const entries = new Map(value.entries);
    if (rest.length > 0) {
        entries.set(
            key,
            mapped(before, (one) => changedAt(one, rest, given, how))
        );
    } else {
        entries.set(key, how.spread ? before : maybe(given, before, how));
    }
    return object(entries, value.at, value.open, value.deep);
}

function withAll(value, given, how) {
    const entries = new Map(value.entries);
    for (const [key, one] of given.entries) {
        entries.set(key, maybe(one, value.entries.get(key) ?? ABSENT, how));
    }
    return object(entries, value.at, value.open || given.open, value.deep || given.deep);
}

function maybe(value, otherwise, { when, isHere }) {
    // What another function fills in is not empty any more when a message is made of it.
    const isFilled = !isHere && otherwise.kind === 'known' && !otherwise.value;
    if (when.length === 0 || isFilled) {
        return value;
    }
    const others = negations(when).map((not) => ({ value: otherwise, when: not }));
    return either([{ value, when }, ...others], value.at);
}
