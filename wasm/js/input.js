import { FOREIGN, MAX_DEPTH, MAX_MESSAGE, MAX_TEXT, MAX_VALUES } from './vocabulary.js';
import { UNREADABLE, child, kindOf } from './problems.js';

/*
 * Writes any JavaScript value as JSON for Rust, and reads Rust's answer. What JSON cannot carry (NaN, functions, cycles, getters that
 * throw) is written as a tag, an object with the key U+0000, so that Rust can say what it is and where. Writing ends for any value,
 * and never throws. The format is described in src/command/input.rs.
 */

/** U+0000, and lone halves of surrogate pairs, which UTF-8 cannot carry. */
const TO_ESCAPE = /[\0\p{Cs}]/u;
const ALL_TO_ESCAPE = /[\0\p{Cs}]/gu;
const ESCAPED = /\0([^])/g;
const OFFSET = 0x800;

/** A text that is too long is cut to this many UTF-16 units: more than a problem's sentence quotes. */
const BEGINNING = 122;

/** Puts U+0000 before each, and moves lone halves into a range that UTF-8 can carry. */
function escape(text) {
    const one = (unit) => `\0${unit === '\0' ? unit : String.fromCharCode(unit.charCodeAt(0) + OFFSET)}`;
    return TO_ESCAPE.test(text) ? text.replace(ALL_TO_ESCAPE, one) : text;
}

function unescape(text) {
    return text.replace(ESCAPED, (_, unit) =>
        unit === '\0' ? unit : String.fromCharCode(unit.charCodeAt(0) - OFFSET)
    );
}

/** Text that needs no escape in JSON, as nearly all text. */
const AS_IT_IS = /^[ !#-[\]-~]*$/;

const jsonOf = (text) => (AS_IT_IS.test(text) ? `"${text}"` : JSON.stringify(escape(text)));

const tag = (name) => `{"\\u0000":"${name}"}`;

const tagWith = (name, detail) => `{"\\u0000":"${name}","\\u0000\\u0000":${jsonOf(detail)}}`;

/**
 * Writes a value as JSON with tags. Every property is read once. One that is undefined is left out, unless so many objects are around
 * it as `undefinedAt` says.
 */
export function toJson(given, { undefinedAt } = {}) {
    // The objects around the value that is being written, to find cycles, and the keys that lead to it.
    const above = [];
    const path = [];
    let values = MAX_VALUES;
    let units = MAX_MESSAGE;
    let gaveUp = null;

    function write(value) {
        values -= 1;
        if (values < 0 || gaveUp) {
            gaveUp ??= tagWith(FOREIGN.TooLarge, path.reduce(child, ''));
            return '';
        }
        switch (typeof value) {
            case 'string':
                return value.length > MAX_TEXT
                    ? tagWith(FOREIGN.LongText, value.slice(0, BEGINNING))
                    : writeText(value);
            case 'number':
                return Number.isSafeInteger(value) ? String(value) : tag(String(value));
            case 'boolean':
                return String(value);
            case 'object':
                return value === null ? 'null' : writeObject(value);
            default:
                return tag(kindOf(value));
        }
    }

    function writeText(text) {
        const json = jsonOf(text);
        units -= json.length;
        if (units < 0) {
            gaveUp ??= tagWith(FOREIGN.TooLong, path.reduce(child, ''));
        }
        return json;
    }

    function writeObject(object) {
        if (above.includes(object)) {
            return tag(FOREIGN.Cyclic);
        }
        if (above.length === MAX_DEPTH) {
            return tag(FOREIGN.TooDeep);
        }
        const keys = keysOf(object);
        if (keys === null) {
            return tag(FOREIGN.Unreadable);
        }
        above.push(object);
        const isArray = typeof keys === 'number';
        const length = isArray ? keys : keys.length;
        let json = '';
        for (let at = 0; at < length && !gaveUp; at++) {
            const key = isArray ? String(at) : keys[at];
            const value = read(object, key);
            if (value !== undefined || isArray || above.length === undefinedAt) {
                path.push(key);
                json += json === '' ? '' : ',';
                json += isArray ? write(value ?? null) : `${writeText(key)}:${write(value)}`;
                path.pop();
            }
        }
        above.pop();
        return isArray ? `[${json}]` : `{${json}}`;
    }

    const json = write(given);
    return gaveUp ?? json;
}

/** The names of an object's own properties, or the length of an array, cut to one more than is allowed; null if that throws. */
function keysOf(object) {
    try {
        return Array.isArray(object) ? Math.min(object.length, MAX_VALUES + 1) : Object.keys(object);
    } catch {
        return null;
    }
}

function read(object, key) {
    try {
        return object[key];
    } catch {
        return UNREADABLE;
    }
}

/** Reads a value that Rust wrote. */
export function fromJson(json) {
    const value = JSON.parse(json);
    return json.includes('\\u0000') ? unescaped(value) : value;
}

function unescaped(value) {
    if (typeof value === 'string') {
        return unescape(value);
    }
    if (Array.isArray(value)) {
        return value.map(unescaped);
    }
    if (typeof value === 'object' && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [unescape(key), unescaped(inner)]));
    }
    return value;
}
