import { SLOTS } from './vocabulary.js';
import { remembering } from './remember.js';

const LONGEST_QUOTE = 60;

/** Text that JSON writes as it is. */
const QUOTED_AS_IT_IS = /^[ !#-[\]-~]*$/;

/** What stands for something else in a JSON Pointer. */
const POINTER_SIGN = /[~/]/;

/** The JSON Pointer of a property of the object at `path`. */
export function child(path, key) {
    return `${path}/${POINTER_SIGN.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key}`;
}

/** A template of Rust's as a problem, its gaps filled in with `value` and `write`. */
export function problem({ severity, path, code, message }, { value, write, at = path } = {}) {
    return Object.freeze({ severity, path: at, code, message: fillIn(message, value, write) });
}

/** The sentences that have gaps, taken apart once: what stands between the gaps, and the gaps' names, by turns. */
const PARTS = new Map();

function fillIn(sentence, value, write) {
    let parts = PARTS.get(sentence);
    if (!parts) {
        parts = sentence.split(/\{(\w+)\}/);
        PARTS.set(sentence, parts);
    }
    let text = parts[0];
    for (let at = 1; at < parts.length; at += 2) {
        const gap = parts[at];
        text += (gap === 'kind' ? kindOf(value) : gap === 'given' ? quote(value) : write) + parts[at + 1];
    }
    return text;
}

function kindOf(value) {
    switch (typeof value) {
        case 'string':
            return 'text';
        case 'number':
            return Number.isFinite(value) ? 'a number' : String(value);
        case 'object':
            return value === null ? 'null' : kindOfObject(value);
        case 'undefined':
            return 'undefined';
        case 'bigint':
            return 'a BigInt';
        case 'symbol':
            return value === UNREADABLE ? 'unreadable' : 'a symbol';
        default:
            return `a ${typeof value}`;
    }
}

function kindOfObject(value) {
    try {
        return Array.isArray(value) ? 'an array' : 'an object';
    } catch {
        return 'unreadable';
    }
}

/** Stands for what cannot be read: a getter that throws, a proxy that was revoked. */
export const UNREADABLE = Symbol('unreadable');

function quote(text) {
    if (text.length <= LONGEST_QUOTE) {
        return QUOTED_AS_IT_IS.test(text) ? `"${text}"` : JSON.stringify(text);
    }
    const characters = Array.from(text.slice(0, 2 * LONGEST_QUOTE + 2));
    const short = characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : text;
    return JSON.stringify(short);
}

/** The problems that a template makes; those that quote nothing are made once, for all values or for each kind of them. */
function maker(template) {
    const { message, within } = template;
    if (within) {
        return null;
    }
    if (!message.includes('{')) {
        const ready = problem(template);
        return () => ready;
    }
    if (message.replaceAll('{kind}', '').includes('{')) {
        return (field, about) => problem(template, about(field));
    }
    const ready = new Map();
    return (field, about) => {
        const { value } = about(field);
        const kind = kindOf(value);
        if (!ready.has(kind)) {
            ready.set(kind, problem(template, { value }));
        }
        return ready.get(kind);
    };
}

const SPELLED = SLOTS.map(({ field, shift, mask, templates }) => ({
    field,
    shift,
    mask,
    makers: templates.map(maker)
}));

/** The findings of a verdict, in the order of the message: where each is, and what makes its problem. */
const findingsOf = remembering((verdict) =>
    SPELLED.flatMap(({ field, shift, mask, makers }) => {
        const place = (verdict >>> shift) & mask;
        return place > 0 ? [{ field, make: makers[place - 1] }] : [];
    })
);

/**
 * Spells a verdict of Rust's out, one problem a finding. `about(field)` gives what fills the gaps: the value that was seen
 * there and what to write instead. What is `within` an object is told instead of the object.
 */
export function spellOut(verdict, about, within) {
    const problems = [];
    for (const { field, make } of findingsOf(verdict)) {
        if (make) {
            problems.push(make(field, about));
        } else {
            problems.push(...within);
        }
    }
    return problems;
}
