import { LONGEST_MESSAGE, MAX_TEXT, TEXT } from './vocabulary.js';
import { TextDecoder, TextEncoder } from './utf8.js';

/** Half of a surrogate pair standing alone: such a text is no Unicode and has no UTF-8. */
export const LONE_SURROGATE = /\p{Cs}/u;

/** Long texts are encoded in pieces of so many UTF-16 units; each fits the input buffer whatever it holds. */
const PIECE = 2048;

/**
 * The way into the module. Every property of `exports` that is used is read once, here: inside Lightning Web Security
 * each read costs more than the call. Afterwards only numbers cross, and text through two buffers of the module.
 */
export function openPort(exports) {
    const { memory, judge, input, output, reserve, encode, recognise, prepare, inspect, correct, spell } = exports;
    const { text_of: textOf, sensitive } = exports;
    const { session_found, session_receive, session_command, session_refuse, session_pending } = exports;
    const { session_saving, session_close: sessionClose } = exports;
    const encoder = new TextEncoder();
    const decoder = new TextDecoder();
    const encodeInto = encoder.encodeInto.bind(encoder);
    const decode = decoder.decode.bind(decoder);
    let capacity = reserve(0);
    let outputLength = capacity * 3;
    let inputView;
    let outputView;

    // The views go stale when the module's memory grows; then they are empty, and writing and reading yield nothing.
    function bind() {
        const { buffer } = memory;
        inputView = new Uint8Array(buffer, input() >>> 0, capacity);
        outputView = new Uint8Array(buffer, output() >>> 0, outputLength);
    }
    bind();

    function put(text) {
        const { written } = encodeInto(text, inputView);
        if (written > 0 || text === '') {
            return written;
        }
        bind();
        return encodeInto(text, inputView).written;
    }

    /** Writes a text for the module: its length in bytes, or `-TEXT.LoneSurrogate` or `-TEXT.TooLong`. */
    function write(text, most = MAX_TEXT) {
        if (text.length > most) {
            return -TEXT.TooLong;
        }
        if (LONE_SURROGATE.test(text)) {
            return -TEXT.LoneSurrogate;
        }
        if (text.length * 3 > capacity) {
            const bytes = utf8Length(text);
            if (bytes > most) {
                return -TEXT.TooLong;
            }
            capacity = reserve(bytes);
            outputLength = Math.max(outputLength, capacity * 3);
            bind();
        }
        return put(text);
    }

    /** Reads `length` bytes of the module's answer. */
    function read(length) {
        if (length === 0) {
            return '';
        }
        if (outputView.byteLength < length) {
            // Stale, or the module has made room for an answer longer than any before.
            outputLength = Math.max(outputLength, length);
            bind();
        }
        return decode(outputView.subarray(0, length));
    }

    return {
        judge,
        write,
        textOf,
        sensitive: (length) => sensitive(length) !== 0,
        recognise,
        inspect,
        /** Makes a raw target ready: what it was seen to be, and the text to send or, if encoded already, to write. */
        prepare(kind, text) {
            const length = write(text);
            if (length < 0) {
                return { seen: -length, text: '' };
            }
            const answer = prepare(kind, length) >>> 0;
            return { seen: answer & 15, text: read(answer >>> 4) };
        },
        /** What a transfer target was probably meant to be. */
        correct: (text) => read(correct(write(text))),
        /** A transfer target in its documented spelling. */
        spell: (text) => read(spell(write(text))),
        sessionFound: (session, now) => read(session_found(session, now)),
        /** What a message changed, as JSON; '' when nothing, null when the message is too long. */
        sessionReceive(session, message, now) {
            const length = write(message, LONGEST_MESSAGE);
            return length < 0 ? null : read(session_receive(session, length, now));
        },
        /** What something that was asked for changed, alike. */
        sessionCommand(session, command, now) {
            const length = write(command, LONGEST_MESSAGE);
            return length < 0 ? null : read(session_command(session, length, now));
        },
        sessionPending: (session) => read(session_pending(session)),
        isSaving: (session) => session_saving(session) !== 0,
        /** Why an action is not possible with an interaction, as JSON; '' when it is. */
        sessionRefuse(session, action, id) {
            const length = write(id);
            return length < 0 ? '' : read(session_refuse(session, action, length));
        },
        sessionClose,
        /** encodeURIComponent of a text without lone surrogates, of any length. */
        encode(text) {
            let encoded = '';
            for (let from = 0; from < text.length;) {
                let to = Math.min(from + PIECE, text.length);
                // Never between the halves of a pair.
                if (to < text.length && text.codePointAt(to - 1) > 0xffff) {
                    to -= 1;
                }
                encoded += read(encode(put(text.slice(from, to))));
                from = to;
            }
            return encoded;
        }
    };
}

function utf8Length(text) {
    let bytes = text.length;
    for (const character of text) {
        const code = character.codePointAt(0);
        // A pair is two units and four bytes; other characters are one unit and one to three bytes.
        bytes += code > 0x7ff ? 2 : code > 0x7f ? 1 : 0;
    }
    return bytes;
}
