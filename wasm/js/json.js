import { ITEMS } from './vocabulary.js';
import { UNREADABLE, child, problem } from './problems.js';

const DEEPEST = 64;

const MOST_VALUES = 100_000;

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

/** An object without inherited properties; one made by a constructor stays quick to read. */
function Bare() {}
Bare.prototype = Object.freeze(Object.create(null));

/**
 * The properties of an object that JSON would write, each read once, in an object without prototype; a value that is no
 * object as it is. Never throws: what cannot be read is UNREADABLE.
 */
export function snapshot(value) {
    try {
        if (!isObject(value)) {
            return value;
        }
        const copy = new Bare();
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
 * Copies values as JSON carries them. What JSON cannot carry is left out and told in `problems`. Never throws, and ends:
 * objects that hold one another many times over would make a text without end.
 */
export function jsonCopier() {
    const problems = [];
    let left = MOST_VALUES;

    function leaveOut(finding, value, path) {
        // Once is enough to say that there is too much.
        if (left >= -1) {
            problems.push(problem(ITEMS[finding], { value, at: path }));
        }
        return undefined;
    }

    /** @param above the objects that hold this value, to notice one that contains itself */
    function copy(value, path, above) {
        left -= 1;
        const finding = left < 0 ? 'ValueTooLarge' : unfit(value, above);
        if (finding) {
            return leaveOut(finding, value, path);
        }
        if (typeof value !== 'object' || value === null) {
            return value;
        }
        const { array, keys } = keysOf(value);
        if (!keys) {
            return leaveOut('ValueUnreadable', value, path);
        }
        const copied = array ? [] : {};
        for (const key of keys) {
            const item = copy(read(value, key), child(path, key), [...above, value]);
            if (array) {
                copied.push(item ?? null);
            } else if (item !== undefined) {
                put(copied, key, item);
            }
            if (left < 0) {
                break;
            }
        }
        return copied;
    }

    return { copy, problems };
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

function keysOf(object) {
    try {
        const array = Array.isArray(object);
        const length = array ? Math.min(object.length, MOST_VALUES + 1) : 0;
        return { array, keys: array ? Array.from({ length }, (_, at) => String(at)) : Object.keys(object) };
    } catch {
        return {};
    }
}
