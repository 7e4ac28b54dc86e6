import { FOREIGN } from './vocabulary.js';

const error = (code, message) => ({ severity: 'error', code, message });
const warning = (code, message) => ({ severity: 'warning', code, message });

/** Problems that JavaScript finds by itself; Rust finds all others. `{kind}` stands for the kind of the given value. */
export const PROBLEMS = {
    TextWrongKind: error('type', 'This is {kind}; write text.'),
    OnWrongKind: error('type', 'on is {kind}; write true or false, or leave it out.'),
    ListenerWrongKind: error('type', 'This is {kind}, which cannot be called after a change; give a function.'),
    ListenerFailed: error(
        'listener-failed',
        'A function that is called after a change has thrown, so it missed the change; the others were called. Let it catch its own errors.'
    ),
    PublishFailed: error(
        'listener-failed',
        'publish has thrown, so this message was not sent; let it catch its own errors.'
    ),
    TextLoneSurrogate: error(
        'lone-surrogate',
        'The text holds half of a surrogate pair and cannot be encoded; write valid text.'
    ),
    MessageNotJson: error(
        'not-serialisable',
        'The message cannot be written as JSON; send an object without functions, BigInts or cycles.'
    ),
    MessageLoneSurrogate: warning(
        'lone-surrogate',
        'The message holds half of a surrogate pair, which is read as U+FFFD; send valid text.'
    ),
    MessageTooLong: error('too-long', 'The message is longer than 1 MiB and is ignored; send less at once.'),
    LocaleUnknown: warning(
        'unknown-value',
        'This browser does not know the locale, so its own is used; write a BCP 47 tag, en-AU for example.'
    ),
    TimeZoneUnknown: warning(
        'unknown-value',
        'This browser does not know the time zone, so its own is used; write an IANA name, Australia/Perth for example.'
    ),
    SaveWrongKind: error('type', 'save is {kind}, so no logs are saved; write a function.'),
    UserWrongKind: warning(
        'type',
        "user is {kind}, so all users share one stored session; give the user's ID as text."
    ),
    StorageWrongKind: warning(
        'type',
        'storage is {kind}, so nothing is stored; give an object with getItem, setItem and removeItem, or null.'
    ),
    OptionUnreadable: warning('type', 'Reading this option throws, so it is ignored; give a plain value.'),
    CallFailed: error(
        'call-failed',
        'The module crashed twice on this call; it was restarted, and the call was skipped. Please report the given values.'
    ),
    ModuleGone: error(
        'call-failed',
        'The module crashed and cannot be restarted; reload the page, or close other tabs first.'
    ),
    CalledFromWithin: error(
        'not-allowed',
        'A session was called by the storage it was writing to; let the storage return first.'
    ),
    SessionRestarted: warning(
        'module-restarted',
        'The module crashed and was restarted; the session continues from its stored state.'
    ),
    SessionEmptied: warning(
        'module-restarted',
        'The module crashed and was restarted; this session stores nothing, so it only knows what arrives from now on.'
    ),
    SessionWithoutStored: warning(
        'module-restarted',
        'The module crashed on the stored session again and again; the stored data stays as it is, and a new session begins that stores nothing.'
    ),
    CalledTooOften: error(
        'not-allowed',
        'Functions that are called after a change change the session again and again, so this call was refused; change it once, or later.'
    ),
    ProblemsLeftOut: warning('too-long', 'There are more problems, which are not listed; mend these first.')
};

/** The JSON Pointer of a property of the object at `path`. */
export function child(path, key) {
    return `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A problem of PROBLEMS about `value`, at the JSON Pointer `at`. */
export function problem({ severity, code, message }, { value, at = '' } = {}) {
    return Object.freeze({ severity, path: at, code, message: message.replace('{kind}', () => kindOf(value)) });
}

/** The kind of a value, as sentences name it. Never throws. */
export function kindOf(value) {
    switch (typeof value) {
        case 'string':
            return 'text';
        case 'number':
            return Number.isFinite(value) ? 'a number' : String(value);
        case 'object':
            return value === null ? 'null' : kindOfObject(value);
        case 'undefined':
            return FOREIGN.Undefined;
        case 'bigint':
            return FOREIGN.BigInt;
        case 'symbol':
            return value === UNREADABLE ? FOREIGN.Unreadable : FOREIGN.Symbol;
        default:
            return `a ${typeof value}`;
    }
}

function kindOfObject(value) {
    try {
        return Array.isArray(value) ? 'an array' : 'an object';
    } catch {
        return FOREIGN.Unreadable;
    }
}

/** Stands for a property that throws when it is read: a getter that throws, a revoked proxy. */
export const UNREADABLE = Symbol('unreadable');

/** Whether a value is an object that can be read: not null, an array, or a revoked proxy. */
export function isObject(value) {
    return typeof value === 'object' && kindOf(value) === 'an object';
}
