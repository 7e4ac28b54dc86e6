import { PROBLEMS, problem } from './problems.js';
import { isWellFormed } from './wellFormed.js';

// One escape at a time, so that a backslash that is itself escaped does not begin one.
const ESCAPE = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\[^]/g;
const LONE_ESCAPE_LENGTH = 6;
const REPLACEMENT = '\ufffd';

/**
 * A message as JSON text, read once: an object of another side of the sandbox costs a microsecond a property. Half of a
 * surrogate pair somewhere in it becomes U+FFFD, and is told; what JSON cannot write gives `text: null` and is told.
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
    // Written by JSON.stringify, a pair stands as itself and only a lone half is escaped.
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
