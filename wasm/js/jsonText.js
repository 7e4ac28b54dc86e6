import { PROBLEMS, problem } from './problems.js';
import { isWellFormed } from './wellFormed.js';

// Matches one escape at a time: a pair, a lone half, any other. So the second half of an escaped backslash starts no match.
const ESCAPE = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\[^]/g;
const LONE_ESCAPE_LENGTH = 6;
const REPLACEMENT = '\ufffd';

/**
 * Writes a message as JSON text once: inside Lightning Web Security each read of another namespace's object costs a microsecond. A
 * lone half of a surrogate pair becomes U+FFFD, and `found` is a warning. If JSON cannot represent the message, `text` is null and
 * `found` is an error.
 */
export function jsonText(message) {
    let text;
    try {
        text = typeof message === 'string' ? message : JSON.stringify(message);
    } catch {
        return { text: null, found: problem(PROBLEMS.MessageNotJson) };
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

/** Any value as JSON text; null's text for what JSON cannot write. */
export function plainText(value) {
    // In a list, a string is a value like any other, and undefined is null.
    return jsonText([value]).text?.slice(1, -1) ?? 'null';
}

/** A value as JSON would carry it, of which nothing foreign is left; null for what JSON cannot write. */
export function copyOf(value) {
    return JSON.parse(plainText(value));
}
