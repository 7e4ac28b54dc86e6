import { LISTS, LONGEST_MESSAGE, MAX_TEXT, PREPARED_FLAGS, PREPARED_SHARE, SHARE, TEXT } from './vocabulary.js';
import { TextDecoder, TextEncoder } from './utf8.js';
import { isWellFormed } from './wellFormed.js';
import { remembering } from './remember.js';

/** Long texts are encoded in pieces of so many UTF-16 units; each fits the input buffer whatever it holds. */
const PIECE = 5120;

/** What Rust answers when a text has not arrived: the memory grew, and the views of it are of nothing. */
const STALE = -1;

/** From so many bytes on a view that is just as long costs less than what would be read too much. */
const LONG = 8192;

/** The shortest view that answers are read through, as a power of two. */
const SHORTEST_VIEW = 7;

/**
 * The way into the module. Every property of `exports` that is used is read once, here: inside Lightning Web Security
 * each read costs more than the call. Afterwards only numbers cross, and text through two buffers of the module, written
 * by one bound function and read by another: not even what they answer is looked into.
 */
export function openPort(exports) {
    const { memory, judge, input, output, reserve, encode, recognise, prepare, inspect, correct, spell } = exports;
    const { text_of: textOf, sensitive } = exports;
    const { session_found, session_receive, session_command, session_refuse, session_pending, session_can } = exports;
    const { session_saving, session_close: sessionClose } = exports;
    const encoder = new TextEncoder();
    // A text may begin with what elsewhere would be a mark of its encoding.
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const encodeInto = encoder.encodeInto.bind(encoder);
    const decode = decoder.decode.bind(decoder);
    let capacity = reserve(0);
    let outputLength = capacity * 3;
    let inputView;
    let outputViews;

    function bind() {
        inputView = new Uint8Array(memory.buffer, input() >>> 0, capacity);
        outputViews = [];
    }
    bind();

    /** Makes room for a text: how long it is in UTF-16 units, or `-TEXT.LoneSurrogate` or `-TEXT.TooLong`. */
    function room(text, most) {
        const { length } = text;
        if (length > most) {
            return -TEXT.TooLong;
        }
        if (!isWellFormed(text)) {
            return -TEXT.LoneSurrogate;
        }
        if (length * 3 > capacity) {
            const bytes = utf8Length(text);
            if (bytes > most) {
                return -TEXT.TooLong;
            }
            capacity = reserve(bytes);
            outputLength = Math.max(outputLength, capacity * 3);
            bind();
        }
        return length;
    }

    /** Writes a text and asks about it; `question` is given its length. Answers what {@link room} does when it cannot be. */
    function ask(text, question, most = MAX_TEXT) {
        const units = room(text, most);
        if (units < 0) {
            return units;
        }
        encodeInto(text, inputView);
        const answer = question(units);
        if (answer !== STALE) {
            return answer;
        }
        bind();
        encodeInto(text, inputView);
        return question(units);
    }

    /** A view of the answer that is about as long: making one that is just as long costs more than reading twice as much. */
    function viewOf(bytes) {
        if (bytes > LONG) {
            return new Uint8Array(memory.buffer, output() >>> 0, bytes);
        }
        const power = Math.max(SHORTEST_VIEW, 32 - Math.clz32(bytes - 1));
        outputViews[power] ??= new Uint8Array(memory.buffer, output() >>> 0, 2 ** power);
        return outputViews[power];
    }

    /** Reads the module's answer, so many bytes that are so many UTF-16 units. */
    function readLength(bytes, units) {
        if (bytes === 0) {
            return '';
        }
        if (bytes > outputLength) {
            // The module has made room for an answer longer than any before.
            outputLength = bytes;
            bind();
        }
        const text = decode(viewOf(bytes));
        if (text !== '') {
            return text.slice(0, units);
        }
        bind();
        return decode(viewOf(bytes)).slice(0, units);
    }

    const read = (lengths) => readLength(lengths % SHARE, Math.floor(lengths / SHARE));

    /** What is read of a text that is asked about; null when it is too long or no text. */
    function readAbout(text, question, most) {
        const lengths = ask(text, question, most);
        return lengths < 0 ? null : read(lengths);
    }

    function encodePiece(text) {
        let { written } = encodeInto(text, inputView);
        if (written === 0) {
            bind();
            ({ written } = encodeInto(text, inputView));
        }
        const length = encode(written);
        return readLength(length, length);
    }

    const recognisers = Array.from({ length: LISTS }, (_, list) =>
        remembering((text) => ask(text, (units) => recognise(list, units)))
    );

    return {
        judge,
        textOf: remembering((text) => ask(text, textOf)),
        // Of these texts nothing is remembered.
        sensitive: (text) => ask(text, sensitive),
        recognise: (list, text) => recognisers[list](text),
        inspect: remembering((text) => ask(text, inspect)),
        /**
         * Makes a raw target ready and judges the word of its message: what the target was seen to be, the text to send
         * or, if encoded already, to write, and whether the message is valid.
         */
        prepare(kind, text, word) {
            const answer = ask(text, (units) => prepare(kind, units, word));
            if (answer < 0) {
                return { seen: -answer, text: '', valid: false };
            }
            const lengths = Math.floor(answer / PREPARED_FLAGS);
            return {
                seen: (answer % PREPARED_FLAGS) >> 1,
                text: readLength(lengths % PREPARED_SHARE, Math.floor(lengths / PREPARED_SHARE)),
                valid: answer % 2 === 1
            };
        },
        /** What a transfer target was probably meant to be. */
        correct: remembering((text) => readAbout(text, correct) ?? ''),
        /** A transfer target in its documented spelling. */
        spell: (text) => readAbout(text, spell) ?? '',
        sessionFound: (session, now) => read(session_found(session, now)),
        /** What a message changed, as JSON; '' when nothing, null when the message is too long. */
        sessionReceive: (session, message, now) =>
            readAbout(message, (units) => session_receive(session, units, now), LONGEST_MESSAGE),
        /** What something that was asked for changed, alike. */
        sessionCommand: (session, command, now) =>
            readAbout(command, (units) => session_command(session, units, now), LONGEST_MESSAGE),
        sessionPending: (session) => read(session_pending(session)),
        isSaving: (session) => session_saving(session) !== 0,
        /** Why an action is not possible with an interaction, as JSON; '' when it is. */
        sessionRefuse: (session, action, id) => readAbout(id, (units) => session_refuse(session, action, units)) ?? '',
        /** The actions that are possible with an interaction, a bit for each. */
        sessionCan: (session, id) => ask(id, (units) => session_can(session, units)),
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
                encoded += encodePiece(text.slice(from, to));
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
