/*
 * TextEncoder and TextDecoder, with a replacement for Jest's jsdom, which has neither. The build imports them into wasm-bindgen's
 * glue too.
 */

/** encodeURIComponent writes a character as it is, or the UTF-8 bytes of it as `%XX`. */
const ESCAPE_OR_CHARACTER = /%([0-9A-F]{2})|[^]/g;

class EscapingEncoder {
    encodeInto(text, view) {
        let written = 0;
        // A detached view has length 0; nothing read tells the caller so.
        if (view.length === 0) {
            return { read: 0, written };
        }
        for (const [character, hex] of encodeURIComponent(text).matchAll(ESCAPE_OR_CHARACTER)) {
            view[written++] = hex ? parseInt(hex, 16) : character.charCodeAt(0);
        }
        return { read: text.length, written };
    }
}

/** Decodes UTF-8. If the last character is cut off it returns any character for it; callers cut the text to its length. */
class EscapingDecoder {
    decode(view = []) {
        let text = '';
        for (let at = 0; at < view.length;) {
            const byte = view[at];
            const more = byte < 0xc0 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
            let point = more === 0 ? byte : byte & (0x3f >> more);
            for (let next = 1; next <= more; next++) {
                point = (point << 6) | (view[at + next] & 0x3f);
            }
            text += String.fromCodePoint(Math.min(point, 0x10ffff));
            at += 1 + more;
        }
        return text;
    }
}

const { TextEncoder: NativeEncoder, TextDecoder: NativeDecoder } = globalThis;

export const TextEncoder = NativeEncoder ?? EscapingEncoder;
export const TextDecoder = NativeDecoder ?? EscapingDecoder;
