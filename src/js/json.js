import { ITEMS } from './vocabulary.js';
import { UNREADABLE, child, problem } from './problems.js';

const DEEPEST = 64;

/** Whether this is what the documents call an object. Throws for a revoked proxy. */
export function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `object[key] = value` that makes a property of `__proto__` too, as JSON.parse does. */
export function put(object, key, value) {
    if (key === '__proto__') {
        Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
    } else {
        object[key] = value;
    }
}

/**
 * The properties of an object that JSON would write, each read once, in an object without prototype; a value that is no
 * object as it is. Never throws: what cannot be read is UNREADABLE.
 */
export function snapshot(value) {
    try {
        if (!isObject(value)) {
            return value;
        }
        const copy = Object.create(null);
        for (const key of Object.keys(value)) {
            copy[key] = read(value, key);
        }
        return copy;
    } catch {
        return UNREADABLE;
    }
}

function read(object, key) {
    try {
        return object[key];
    } catch {
        return UNREADABLE;
    }
}

/**
 * A copy of a value as JSON carries it. What JSON cannot carry is left out and told in `problems`. Never throws.
 *
 * @param above the objects that hold this value, to notice one that contains itself
 */
export function jsonCopy(value, path, problems, above = []) {
    const finding = unfit(value, above);
    if (finding) {
        problems.push(problem(ITEMS[finding], { value, at: path }));
        return undefined;
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    const properties = entries(value);
    if (properties === UNREADABLE) {
        problems.push(problem(ITEMS.ValueUnreadable, { at: path }));
        return undefined;
    }
    const copies = properties.map(([key, item]) => [
        key,
        jsonCopy(item, child(path, key), problems, [...above, value])
    ]);
    if (Array.isArray(value)) {
        return copies.map(([, item]) => item ?? null);
    }
    const copy = {};
    for (const [key, item] of copies) {
        if (item !== undefined) {
            put(copy, key, item);
        }
    }
    return copy;
}

function unfit(value, above) {
    switch (typeof value) {
        case 'string':
        case 'boolean':
        case 'undefined':
            return null;
        case 'number':
            return Number.isFinite(value) ? null : 'ValueNotJson';
        case 'object':
            return above.includes(value) ? 'ValueCyclic' : above.length >= DEEPEST ? 'ValueTooDeep' : null;
        default:
            return value === UNREADABLE ? 'ValueUnreadable' : 'ValueNotJson';
    }
}

function entries(object) {
    try {
        const keys = Array.isArray(object) ? Array.from(object, (_, at) => String(at)) : Object.keys(object);
        return keys.map((key) => [key, read(object, key)]);
    } catch {
        return UNREADABLE;
    }
}
