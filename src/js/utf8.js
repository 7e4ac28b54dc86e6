/*
 * Text as bytes. Jest's jsdom has no TextEncoder and no TextDecoder; there, and only there, the escapes of
 * encodeURIComponent are the bytes. wasm-bindgen's glue is bundled with these names too.
 */
const ESCAPE_OR_CHARACTER = /%([0-9A-F]{2})|[^]/g;

class EscapingEncoder {
    encodeInto(text, view) {
        let written = 0;
        // A view that went stale has no room, and says so.
        if (view.length === 0) {
            return { read: 0, written };
        }
        for (const [character, hex] of encodeURIComponent(text).matchAll(ESCAPE_OR_CHARACTER)) {
            view[written++] = hex ? parseInt(hex, 16) : character.charCodeAt(0);
        }
        return { read: text.length, written };
    }
}

class EscapingDecoder {
    decode(view = []) {
        let escapes = '';
        for (const byte of view) {
            escapes += `%${byte.toString(16).padStart(2, '0')}`;
        }
        return decodeURIComponent(escapes);
    }
}

const { TextEncoder: NativeEncoder, TextDecoder: NativeDecoder } = globalThis;

export const TextEncoder = NativeEncoder ?? EscapingEncoder;
export const TextDecoder = NativeDecoder ?? EscapingDecoder;
