/** What a property is: of a known object, of `this`, of a module, or of something that nobody knows. */
import { bare, keyOf } from '../parse/javascript.js';
import { membersOf, ownerOf } from './members.js';
import { exportOf } from './modules.js';
import { ABSENT, MAX_OPTIONS, either, known, mapped, object, something, unknown } from './values.js';

/** What holds what a person typed: `event.target.value`, `this.refs.number.value`. */
const FIELDS = ['target', 'detail', 'currentTarget', 'refs', 'querySelector', 'element', 'input', 'field'];

export function propertyOf(follower, node, context) {
    const value = follower.evaluate(node.object, context);
    const key = keyOf(node) ?? (node.computed ? follower.textOf(node.property, context) : null);
    if (key === null) {
        return anyOf(value, node);
    }
    const found = mapped(value, (one) => {
        const member = memberOf(follower, one, key, node, context);
        return member.kind === 'absent' ? known(undefined, node) : member;
    });
    // Of several objects, whoever reads a property means one that has it.
    return something(found, node);
}

/** One property of each option. */
export function memberOf(follower, value, key, node, context) {
    switch (value.kind) {
        case 'either':
            return mapped(value, (one) => memberOf(follower, one, key, node, context));
        case 'object':
            return value.entries.get(key) ?? (value.open ? unknown(node, key) : ABSENT);
        case 'array':
            return value.open || !/^\d+$/.test(key) ? unknown(node, key) : (value.items[Number(key)] ?? ABSENT);
        case 'self': {
            const owner = value.owner ?? ownerOf(value.node);
            return owner ? ownMember(follower, owner, key, node, context) : unknown(node, key);
        }
        case 'class':
            return ownMember(follower, value.node, key, node, context);
        case 'import':
            return value.name === '*' ? { ...value, name: key, at: node } : unknown(node, key);
        case 'namespace':
            return ofModule(follower, value.source, key, node, context);
        case 'unknown':
            return { ...unknown(node, key, isTyped(value, key)), holder: value.name };
        default:
            return unknown(node, key);
    }
}

function isTyped(value, key) {
    return (
        (key === 'value' && (FIELDS.includes(value.name) || FIELDS.includes(value.holder))) ||
        (value.typed && key === 'value')
    );
}

/** A key that is not known leads to any of the values. */
function anyOf(value, node) {
    const values = value.kind === 'object' && !value.open ? [...value.entries.values()] : [];
    if (values.length === 0 || values.length > MAX_OPTIONS) {
        return unknown(node);
    }
    return either(
        values.map((one, at) => ({ value: one, when: [{ key: `key@${node.start}`, branch: String(at) }] })),
        node
    );
}

/** Modules by what they export; the helper of an Aura bundle by the properties of its one object. */
function ofModule(follower, source, key, node, context) {
    if (source.bundle.kind !== 'aura') {
        return exportOf(follower, source, key, context);
    }
    const expression = bare(source.program.body.at(-1)?.expression);
    return expression?.type === 'ObjectExpression'
        ? ownMember(follower, expression, key, node, context)
        : unknown(node, key);
}

function ownMember(follower, owner, key, node, context) {
    const member = membersOf(owner).get(key);
    if (!member) {
        return inherited(follower, owner, key, node, context);
    }
    if (member.method) {
        return { kind: 'function', at: member.method, node: member.method };
    }
    if (member.getter) {
        return follower.returned(member.getter, [], node, context);
    }
    return stored(follower, member, key, node, context);
}

function inherited(follower, owner, key, node, context) {
    const parent = owner.superClass && follower.evaluate(owner.superClass, context);
    return parent?.kind === 'class' && context.depth < 20
        ? ownMember(follower, parent.node, key, node, { ...context, depth: context.depth + 1 })
        : unknown(node, key);
}

/** A field may have what it begins with and all that is assigned to it; what it begins with empty does not count. */
function stored(follower, { init, assigned, decorators, mutated }, key, node, context) {
    const isSeen = context.names.some((one) => one.field === key && one.use === node);
    if (isSeen || decorators.includes('wire')) {
        return unknown(node, key);
    }
    const inner = { ...context, names: [...context.names, { field: key, use: node }] };
    const values = [init, ...assigned.map(({ right }) => right)]
        .map((one) => (one ? follower.evaluate(one, inner) : null))
        .filter((one) => one === null || one.kind !== 'known' || Boolean(one.value));
    const given = values
        .filter(Boolean)
        .map((one) => blankless(mutated && one.kind === 'object' ? { ...one, open: true, deep: true } : one));
    // What others set, the markup or a parent, is unknown.
    if (given.length === 0 || decorators.includes('api')) {
        return unknown(node, key);
    }
    return either(
        given.map((one, at) => ({
            value: renamed(one, key),
            when: given.length > 1 ? [{ key: `this.${key}@${node.start}`, branch: String(at) }] : []
        })),
        node
    );
}

/** What a person typed is called by the field that it is kept in. */
const renamed = (value, key) => (value.kind === 'unknown' ? { ...value, name: key } : value);

/** A form begins with empty texts, which are filled in before anything is made of it. */
function blankless(value) {
    if (value.kind !== 'object') {
        return value;
    }
    const entries = [...value.entries].map(([key, one]) => {
        const isBlank = one.kind === 'known' && (one.value === '' || one.value === null);
        return [key, isBlank ? unknown(one.at, key) : blankless(one)];
    });
    return object(new Map(entries), value.at, value.open, value.deep);
}
