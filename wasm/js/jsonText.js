import { MAX_INCOMING_MESSAGE, MAX_INPUT } from './vocabulary.js';
import { PROBLEMS, problem } from './problems.js';
import { isWellFormed } from './wellFormed.js';

// Matches one escape at a time: a pair, a lone half, any other. So the second half of an escaped backslash starts no match.
const ESCAPE = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\[^]/g;
const LONE_ESCAPE_LENGTH = 6;
const REPLACEMENT = '\ufffd';

/** Maximum number of values in a text: several times as many as the largest object of an org has in getObjectInfo. */
const MAX_VALUES = 250_000;

/** Thrown, and caught here, when a text would be too long. */
const TOO_LONG = Symbol('too long');

/**
 * JSON.stringify that gives up when the text would be longer than `max` UTF-16 units, or hold more than MAX_VALUES values.
 * Without it, objects that share their parts would double the text with each level.
 */
function stringify(value, max) {
    let room = max;
    let values = 0;
    return JSON.stringify(value, (key, inner) => {
        values += 1;
        room -= typeof inner === 'string' ? inner.length : 0;
        if (room < 0 || values > MAX_VALUES) {
            throw TOO_LONG;
        }
        return inner;
    });
}

/**
 * Writes a message as JSON text once: inside Lightning Web Security each read of another namespace's object costs a microsecond. A
 * lone half of a surrogate pair becomes U+FFFD, and `found` is a warning. If JSON cannot represent the message, or its text is longer
 * than `max`, `text` is null and `found` is an error.
 */
export function jsonText(message, max = MAX_INCOMING_MESSAGE) {
    let text;
    try {
        text = typeof message === 'string' ? message : stringify(message, max);
    } catch (error) {
        return { text: null, found: problem(error === TOO_LONG ? PROBLEMS.MessageTooLong : PROBLEMS.MessageNotJson) };
    }
    if (typeof text !== 'string') {
        return { text: null, found: problem(PROBLEMS.MessageNotJson) };
    }
    // JSON.stringify escapes only lone halves, not pairs.
    if (!text.includes('\\ud') && !text.includes('\\uD') && isWellFormed(text)) {
        return { text, found: null };
    }
    const whole = text
        .replace(/\p{Cs}/gu, REPLACEMENT)
        .replace(ESCAPE, (escape) => (escape.length === LONE_ESCAPE_LENGTH ? REPLACEMENT : escape));
    return { text: whole, found: whole === text ? null : problem(PROBLEMS.MessageLoneSurrogate) };
}

/** Any value as JSON text; null's text for what JSON cannot write, or not in `max` units. */
export function plainText(value, max = MAX_INPUT) {
    // In a list, a string is a value like any other, and undefined is null.
    return jsonText([value], max).text?.slice(1, -1) ?? 'null';
}

/** A value as JSON would carry it, of which nothing foreign is left; null for what JSON cannot write. */
export function copyOf(value) {
    return JSON.parse(plainText(value));
}
