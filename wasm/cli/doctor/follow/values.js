/**
 * What an expression may be, as far as the code tells. `at` is the node that a reader would change.
 *
 * - `known`: a text, a number, true, false, null or undefined
 * - `text`: parts, each a text or a hole: something unknown, and the functions that it went through
 * - `object`, `array`: with values; `open` if there may be more in it
 * - `either`: options, each with the conditions under which it is the one
 * - `function`, `class`, `self`, `import`, `namespace`: what calls and properties lead through
 * - `absent`: a property that is not there
 * - `unknown`: anything; `name` is what it is called, `typed` if a person typed it
 */

export const known = (value, at) => ({ kind: 'known', value, at });
export const unknown = (at, name = '', typed = false) => ({ kind: 'unknown', at, name, typed });
export const object = (entries, at, open = false, deep = false) => ({ kind: 'object', entries, at, open, deep });
export const ABSENT = { kind: 'absent' };

/** Maximum number of possible values followed at once; an expression with more is unknown. */
export const MAX_OPTIONS = 16;

/** A condition is a key and how it turns out: `y` and `!y` exclude each other, and so do two that are not negated. */
const excludes = (one, other) =>
    one.key === other.key &&
    (one.branch === `!${other.branch}` ||
        other.branch === `!${one.branch}` ||
        (one.branch !== other.branch && !one.branch.startsWith('!') && !other.branch.startsWith('!')));

/** Both lists of conditions as one; null if they cannot hold together. */
export function both(conditions, more) {
    if (conditions.some((one) => more.some((other) => excludes(one, other)))) {
        return null;
    }
    const isNew = ({ key, branch }) => !conditions.some((one) => one.key === key && one.branch === branch);
    return [...conditions, ...more.filter(isNew)];
}

/** The ways in which conditions do not all hold. */
export function negations(conditions) {
    return conditions.map(({ key, branch }, at) => [
        ...conditions.slice(0, at),
        { key, branch: branch.startsWith('!') ? branch.slice(1) : `!${branch}` }
    ]);
}

/** One of several. What cannot hold is left out, and an option that is itself one of several is taken apart. */
export function either(options, at) {
    const flat = options.flatMap(({ value, when }) =>
        value.kind === 'either'
            ? value.options.flatMap((inner) => {
                  const joint = both(when, inner.when);
                  return joint ? [{ value: inner.value, when: joint }] : [];
              })
            : [{ value, when }]
    );
    if (flat.length === 1 && flat[0].when.length === 0) {
        return flat[0].value;
    }
    return flat.length === 0 || flat.length > MAX_OPTIONS ? unknown(at) : { kind: 'either', options: flat, at };
}

/** What comes of a value, for each of its options. */
export function mapped(value, change) {
    return value.kind === 'either'
        ? either(
              value.options.map((option) => ({ value: change(option.value), when: option.when })),
              value.at
          )
        : change(value);
}

/** A value as parts of a text. */
function partsOf(value) {
    if (value.kind === 'known') {
        return [String(value.value)];
    }
    return value.kind === 'text' ? value.parts : [{ hole: value, through: [] }];
}

/** Texts one after the other. */
export function joined(values, at) {
    return values.reduce(
        (sum, value) => mapped(sum, (one) => mapped(value, (other) => together(one, other, at))),
        known('', at)
    );
}

function together(one, other, at) {
    const parts = [...partsOf(one), ...partsOf(other)].filter((part) => part !== '');
    return parts.every((part) => typeof part === 'string')
        ? known(parts.join(''), at)
        : { kind: 'text', parts: merged(parts), at };
}

function merged(parts) {
    return parts.reduce((list, part) => {
        if (typeof part === 'string' && typeof list.at(-1) === 'string') {
            list.push(list.pop() + part);
        } else {
            list.push(part);
        }
        return list;
    }, []);
}

/** What changes every character by itself, so that it can be applied to parts. */
export const TEXT_FUNCTIONS = {
    encodeURIComponent,
    encodeURI,
    escape,
    decodeURIComponent,
    decodeURI,
    toLowerCase: (text) => text.toLowerCase(),
    toUpperCase: (text) => text.toUpperCase()
};

/** A text that went through one of `TEXT_FUNCTIONS`. */
export function changed(value, name, at) {
    return mapped(value, (one) => {
        try {
            const parts = partsOf(one).map((part) =>
                typeof part === 'string' ? TEXT_FUNCTIONS[name](part) : { ...part, through: [...part.through, name] }
            );
            return typeof parts[0] === 'string' && parts.length === 1
                ? known(parts[0], at)
                : { kind: 'text', parts, at };
        } catch {
            // It throws at run time, too.
            return unknown(at);
        }
    });
}

const isNothing = ({ kind, value }) =>
    kind === 'absent' || (kind === 'known' && (value === null || value === undefined));

/** A value where something else has made sure that it is not null. */
export function something(value, at) {
    const telling = value.kind === 'either' ? value.options.filter((one) => !isNothing(one.value)) : [];
    return telling.length > 0 ? either(telling, at) : value;
}
