/*
 * Text across the port. Jest's jsdom has no TextEncoder and no TextDecoder; there, and only there, the escapes of
 * encodeURIComponent are the bytes.
 */
const ESCAPE_OR_CHARACTER = /%([0-9A-F]{2})|[^]/g;

function encodeIntoByEscapes(text, view) {
    let written = 0;
    for (const [character, hex] of encodeURIComponent(text).matchAll(ESCAPE_OR_CHARACTER)) {
        view[written++] = hex ? parseInt(hex, 16) : character.charCodeAt(0);
    }
    return { read: text.length, written };
}

function decodeByEscapes(view) {
    let escapes = '';
    for (const byte of view) {
        escapes += `%${byte.toString(16).padStart(2, '0')}`;
    }
    return decodeURIComponent(escapes);
}

/** `encodeInto(text, view)` of a TextEncoder, bound once: inside Lightning Web Security each look-up costs microseconds. */
export function encoderInto() {
    if (typeof TextEncoder !== 'function') {
        return encodeIntoByEscapes;
    }
    const encoder = new TextEncoder();
    return encoder.encodeInto.bind(encoder);
}

/** `decode(view)` of a TextDecoder, bound once. */
export function decoder() {
    if (typeof TextDecoder !== 'function') {
        return decodeByEscapes;
    }
    const utf8 = new TextDecoder();
    return utf8.decode.bind(utf8);
}
