/** Follows an expression to what it may be: through names, properties, imports and functions of the project. */
import { bare, functionAround, isFunction, keyOf, operandsOf } from '../parse/javascript.js';
import { callOf, returned } from './calls.js';
import { conditionsOf, saysSomething, tested } from './conditions.js';
import { importOf } from './modules.js';
import { mutated } from './mutations.js';
import { memberOf, propertyOf } from './properties.js';
import { both, either, joined, known, mapped, negations, object, something, unknown } from './values.js';

/** Functions within functions; more than this is a circle, or nobody's message. */
const MAX_DEPTH = 24;

/** Steps for one expression, so that no code makes this run for long. */
const MAX_STEPS = 20_000;

/**
 * @typedef {{frames: Map<object, object[]>, depth: number, until: number, home: object | null, steps: {left: number}}} Context
 *     `frames` has the arguments of functions that are being followed
 */

export class Follower {
    constructor(project) {
        this.project = project;
    }

    /** @returns {Context} */
    context(frames = new Map(), call = null) {
        const home = call && functionAround(call);
        return { frames, depth: 0, until: call?.start ?? Infinity, home, steps: { left: MAX_STEPS }, names: [] };
    }

    evaluate(expression, context) {
        const node = bare(expression);
        if (context.depth > MAX_DEPTH || context.steps.left <= 0) {
            return unknown(node);
        }
        context.steps.left -= 1;
        return this.#read(node, { ...context, depth: context.depth + 1 });
    }

    #read(node, context) {
        switch (node.type) {
            case 'StringLiteral':
            case 'NumericLiteral':
            case 'BooleanLiteral':
                return known(node.value, node);
            case 'NullLiteral':
                return known(null, node);
            case 'TemplateLiteral':
                return this.#template(node, context);
            case 'BinaryExpression':
                return node.operator === '+' ? this.#sum(node, context) : unknown(node);
            case 'ObjectExpression':
                return this.#object(node, context);
            case 'ArrayExpression':
                return this.#array(node, context);
            case 'Identifier':
                return this.#identifier(node, context);
            case 'ThisExpression':
                return { kind: 'self', at: node, node };
            case 'MemberExpression':
            case 'OptionalMemberExpression':
                return propertyOf(this, node, context);
            case 'ConditionalExpression':
                return this.#choice(node, context);
            case 'LogicalExpression':
                return this.#logical(node, context);
            case 'CallExpression':
            case 'OptionalCallExpression':
                return callOf(this, node, context);
            case 'AssignmentExpression':
                return node.operator === '=' ? this.evaluate(node.right, context) : unknown(node);
            case 'SequenceExpression':
                return this.evaluate(node.expressions.at(-1), context);
            case 'UnaryExpression':
                return this.#unary(node, context);
            case 'ClassExpression':
            case 'ClassDeclaration':
                return { kind: 'class', at: node, node };
            default:
                return isFunction(node) ? { kind: 'function', at: node, node } : unknown(node);
        }
    }

    #template(node, context) {
        const parts = node.quasis.flatMap((quasi, at) => [
            known(quasi.value.cooked ?? '', quasi),
            ...node.expressions.slice(at, at + 1).map((one) => this.placed(one, context))
        ]);
        return joined(parts, node);
    }

    /** All operands at once: texts are put together of many. */
    #sum(node, context) {
        const [first, ...rest] = operandsOf(node).map((one) => this.placed(one, context));
        const numbers = [first, ...rest].map(({ value }) => value);
        return numbers.every((one) => typeof one === 'number')
            ? known(
                  numbers.reduce((sum, one) => sum + one),
                  node
              )
            : joined([first, ...rest], node);
    }

    #object(node, context) {
        let value = object(new Map(), node);
        for (const property of node.properties) {
            if (property.type === 'SpreadElement') {
                const spread = this.evaluate(property.argument, context);
                value = mapped(value, (one) => mapped(spread, (other) => this.#spread(one, other)));
            } else {
                const key = keyOf(property) ?? this.textOf(property.key, context);
                const given =
                    property.type === 'ObjectMethod'
                        ? property.kind === 'get'
                            ? unknown(property)
                            : { kind: 'function', at: property, node: property }
                        : this.placed(property.value, context);
                value = mapped(value, (one) =>
                    key === null
                        ? { ...one, open: true }
                        : object(new Map([...one.entries, [key, given]]), one.at, one.open, one.deep)
                );
            }
        }
        return value;
    }

    /** A value that is given here: this is where a reader would change it, unless it is put together or passed elsewhere. */
    placed(expression, context) {
        const node = bare(expression);
        const value = this.evaluate(node, context);
        const isPassed = node.type === 'Identifier' && this.#isParameter(node, context);
        const isNamed = value.kind === 'unknown' || (value.kind === 'known' && /Literal$/.test(value.at?.type));
        return isNamed && !isPassed ? { ...value, at: node } : value;
    }

    #isParameter(identifier, { frames }) {
        const binding = this.bindingOf(identifier);
        return binding?.kind === 'param' && frames.has(binding.fn);
    }

    #spread(value, spread) {
        if (value.kind !== 'object') {
            return value;
        }
        if (spread.kind === 'object') {
            return object(
                new Map([...value.entries, ...spread.entries]),
                value.at,
                value.open || spread.open,
                value.deep || spread.deep
            );
        }
        return spread.kind === 'known' || spread.kind === 'absent' ? value : { ...value, open: true };
    }

    #array(node, context) {
        const isOpen = node.elements.some((one) => one === null || one.type === 'SpreadElement');
        const items = isOpen ? [] : node.elements.map((one) => this.placed(one, context));
        return { kind: 'array', items, at: node, open: isOpen };
    }

    #choice(node, context) {
        const { text } = this.project.sourceOf(node);
        const read = ({ start, end }) => text.slice(start, end);
        return either(
            [
                { value: this.placed(node.consequent, context), when: [tested(node.test, true, read)] },
                { value: this.placed(node.alternate, context), when: [tested(node.test, false, read)] }
            ],
            node
        );
    }

    #logical(node, context) {
        const { text } = this.project.sourceOf(node);
        const condition = tested(node.left, node.operator !== '||', ({ start, end }) => text.slice(start, end));
        const otherwise = this.placed(node.right, context);
        // `name ?? ''` says that there may be none, not that none is sent.
        const right = node.operator !== '&&' && otherwise.value === '' ? unknown(node.right) : otherwise;
        return mapped(this.evaluate(node.left, context), (left) => this.#joint(node, left, right, condition));
    }

    #joint(node, left, right, condition) {
        if (left.kind === 'known') {
            const isTaken = node.operator === '??' ? left.value === null || left.value === undefined : !left.value;
            return (node.operator === '&&' ? !isTaken : isTaken) ? right : left;
        }
        if (left.kind === 'object' || left.kind === 'array') {
            return node.operator === '&&' ? right : left;
        }
        const otherwise = node.operator === '&&' ? known(undefined, node.left) : left;
        return either(
            [
                { value: right, when: [condition] },
                ...negations([condition]).map((when) => ({ value: otherwise, when }))
            ],
            node
        );
    }

    #unary(node, context) {
        const value = this.evaluate(node.argument, context);
        if (node.operator === 'void') {
            return known(undefined, node);
        }
        if (value.kind !== 'known') {
            return unknown(node);
        }
        return node.operator === '!'
            ? known(!value.value, node)
            : node.operator === '-'
              ? known(-value.value, node)
              : unknown(node);
    }

    /** What a function returns when it is given arguments. */
    returned(fn, given, node, context) {
        return returned(this, fn, given, node, context);
    }

    /** A text that is known, or null. */
    textOf(node, context) {
        const value = this.evaluate(node, context);
        return value.kind === 'known' ? String(value.value) : null;
    }

    bindingOf(identifier) {
        return this.project.sourceOf(identifier)?.scopes.find(identifier) ?? null;
    }

    #identifier(node, context) {
        if (node.name === 'undefined') {
            return known(undefined, node);
        }
        const binding = this.bindingOf(node);
        if (!binding) {
            return { ...unknown(node, node.name), global: node.name };
        }
        // A name that leads back to itself says nothing.
        if (context.names.some((one) => one.binding === binding && one.use === node)) {
            return unknown(node, node.name);
        }
        return this.bound(binding, node, { ...context, names: [...context.names, { binding, use: node }] });
    }

    /** What a name may be where it is used. */
    bound(binding, use, context) {
        const source = this.project.sourceOf(use);
        const value = this.#assigned(binding, use, source, context);
        const isHome = functionAround(use) === context.home;
        const until = isHome && context.home ? context.until : Infinity;
        const whole = mutated(value, { source, binding, use, until }, (node) => this.evaluate(node, context));
        const text = ({ start, end }) => source.text.slice(start, end);
        if (whole.kind === 'either' && saysSomething(conditionsOf(use, text), binding.name)) {
            return something(whole, use);
        }
        return whole.kind === 'unknown' && ['', 'value'].includes(whole.name)
            ? { ...whole, name: binding.name }
            : whole;
    }

    /** The value that was assigned last before the use, or one of several. */
    #assigned(binding, use, source, context) {
        const text = ({ start, end }) => source.text.slice(start, end);
        const home = functionAround(use);
        const isBefore = ({ node }) => functionAround(node) !== home || node.start < use.start;
        const before = binding.assignments.filter((one) => isBefore(one) && !isWithin(use, one.node));
        let value = this.#initial(binding, context);
        if (before.length === 0) {
            return value;
        }
        let isWhole = value.kind !== 'known' || Boolean(value.value);
        const options = [];
        const around = conditionsOf(use, text);
        for (const { node, right } of before) {
            const own = conditionsOf(node, text);
            const isHere = functionAround(node) === home;
            const joint = isHere ? both(around, own) : own;
            if (joint === null) {
                continue;
            }
            const open = own.filter(
                ({ key, branch }) => !around.some((one) => one.key === key && one.branch === branch)
            );
            const given = right ? this.evaluate(right, context) : unknown(node, binding.name);
            if (open.length === 0 && isHere) {
                options.length = 0;
                value = given;
                isWhole = true;
            } else {
                options.push({ value: given, when: isHere ? open : [{ key: `assign@${node.start}`, branch: 'y' }] });
            }
        }
        if (options.length === 0) {
            return value;
        }
        // A variable that begins empty is given something before it is used.
        const otherwise = isWhole ? value : unknown(use, binding.name);
        return either([...options, ...remaining(options, otherwise)], use);
    }

    #initial(binding, context) {
        const { kind, node, init, fallback, path } = binding;
        if (kind === 'declaration') {
            return this.evaluate(node, context);
        }
        if (kind === 'import') {
            return importOf(this, node, context);
        }
        if (kind === 'param') {
            return this.#parameter(binding, context);
        }
        if (!init) {
            return kind === 'let' || kind === 'var' ? known(undefined, node) : unknown(node, binding.name);
        }
        return this.#taken(this.evaluate(init, context), path, node, fallback, context);
    }

    #parameter({ node, fn, index, path, fallback, name }, context) {
        const given = context.frames.get(fn)?.[index];
        if (given) {
            return this.#taken(given, path, node, fallback, context);
        }
        if (context.frames.has(fn) && fallback) {
            return this.evaluate(fallback, context);
        }
        const helper = name === 'helper' && this.project.helper(this.project.sourceOf(fn).bundle);
        return helper ? { kind: 'namespace', source: helper, at: node } : unknown(node, name);
    }

    #taken(value, path, node, fallback, context) {
        if (path === null) {
            return unknown(node, node.name);
        }
        const taken = something(
            path.reduce((one, key) => memberOf(this, one, key, node, context), value),
            node
        );
        const isMissing = taken.kind === 'absent' || (taken.kind === 'known' && taken.value === undefined);
        return isMissing && fallback ? this.evaluate(fallback, context) : isMissing ? known(undefined, node) : taken;
    }
}

const isWithin = (node, outer) => node.start >= outer.start && node.end <= outer.end && node !== outer;

/** The options that are left when none of the conditions holds; none if one of them must. */
function remaining(options, value) {
    const [first, ...rest] = options.map(({ when }) => negations(when));
    const ways = rest.reduce(
        (all, next) => all.flatMap((one) => next.map((other) => both(one, other)).filter(Boolean)),
        first
    );
    return ways.map((when) => ({ value, when }));
}
