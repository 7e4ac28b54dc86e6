import { LISTS, LONGEST_MESSAGE, MAX_TEXT, PREPARED_FLAGS, PREPARED_SHARE, SHARE, TEXT } from './vocabulary.js';
import { TextDecoder, TextEncoder } from './utf8.js';
import { isWellFormed } from './wellFormed.js';
import { lately, remembering } from './remember.js';
import { targetAtSight, textAtSight } from './sight.js';

/** Long texts are encoded in pieces of so many UTF-16 units; each fits the input buffer whatever it holds. */
const PIECE = 10240;

/** What Rust answers when a text has not arrived: the memory grew, and the views of it are of nothing. */
const STALE = -1;

/** From so many bytes on a view that is just as long costs less than what would be read too much. */
const LONG = 8192;

/** The shortest view that answers are read through, as a power of two. */
const SHORTEST_VIEW = 7;

/**
 * The way into the module. Every property of its exports that is used is read once, here: inside Lightning Web Security
 * each read costs more than the call. Afterwards only numbers cross, and text through two buffers of the module, written
 * by one bound function and read by another: not even what they answer is looked into.
 */
export function openPort(instance) {
    const { again, call } = instance;
    let memory, input, output, reserve, encode, judge, recognise, prepare, inspect, correct, spell, textOf, sensitive;
    let found, receive, command, refuse, pending, can, saving, close;
    const encoder = new TextEncoder();
    // A text may begin with what elsewhere would be a mark of its encoding.
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const encodeInto = encoder.encodeInto.bind(encoder);
    const decode = decoder.decode.bind(decoder);
    let capacity;
    let outputLength;
    let inputView;
    let outputViews;

    function bind() {
        inputView = new Uint8Array(memory.buffer, input() >>> 0, capacity);
        outputViews = [];
    }

    instance.connect((exports) => {
        ({ memory, input, output, reserve, encode, judge, recognise, prepare, inspect, correct, spell } = exports);
        ({ text_of: textOf, sensitive, session_found: found, session_receive: receive } = exports);
        ({ session_command: command, session_refuse: refuse, session_pending: pending } = exports);
        ({ session_can: can, session_saving: saving, session_close: close } = exports);
        capacity = reserve(0);
        outputLength = capacity * 3;
        bind();
    });

    /** Makes room for a text: how long it is in UTF-16 units, or `-TEXT.LoneSurrogate` or `-TEXT.TooLong`. */
    function room(text, most) {
        const { length } = text;
        if (length > most) {
            return -TEXT.TooLong;
        }
        if (!isWellFormed(text)) {
            return -TEXT.LoneSurrogate;
        }
        return length * 3 > capacity && utf8Length(text) > most ? -TEXT.TooLong : length;
    }

    function put(text) {
        if (text.length * 3 > capacity) {
            capacity = reserve(utf8Length(text));
            outputLength = Math.max(outputLength, capacity * 3);
            bind();
        }
        encodeInto(text, inputView);
    }

    /** Writes a text and asks about it; `question` is given its length. Answers what {@link room} does when it cannot be. */
    function ask(text, question, most = MAX_TEXT) {
        const units = room(text, most);
        if (units < 0) {
            return units;
        }
        const once = () => {
            put(text);
            const answer = question(units);
            if (answer !== STALE) {
                return answer;
            }
            bind();
            put(text);
            return question(units);
        };
        return call(once);
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
        return encode(written);
    }

    const recognisers = Array.from({ length: LISTS }, (_, list) =>
        remembering((text) => ask(text, (units) => recognise(list, units)))
    );

    const privateTextOf = (text) => Math.abs(ask(text, (units) => textOf(units)));
    const lookAtText = remembering(privateTextOf);
    const lookAtTarget = remembering((text) => Math.abs(ask(text, (units) => inspect(units))));

    return {
        call,
        /** A verdict depends on nothing but its word. */
        judge: remembering((word) => {
            try {
                return judge(word);
            } catch (error) {
                return again(error, () => judge(word));
            }
        }),
        textOf: lately((text) => textAtSight(text) ?? lookAtText(text)),
        // Of these texts nothing is remembered.
        privateTextOf,
        sensitive: (text) => ask(text, (units) => sensitive(units)),
        recognise: (list, text) => recognisers[list](text),
        inspect: lately((text) => targetAtSight(text) ?? lookAtTarget(text)),
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
        correct: remembering((text) => readAbout(text, (units) => correct(units)) ?? ''),
        /** A transfer target in its documented spelling. */
        spell: (text) => readAbout(text, (units) => spell(units)) ?? '',
        // A session has another number when the module begins anew: it is looked at where it is used.
        sessionFound: (session, now) => read(call(() => found(session.number, now))),
        /** What a message changed, as JSON; '' when nothing, null when the message is too long. */
        sessionReceive: (session, message, now) =>
            readAbout(message, (units) => receive(session.number, units, now), LONGEST_MESSAGE),
        /** What something that was asked for changed, alike. */
        sessionCommand: (session, text, now) =>
            readAbout(text, (units) => command(session.number, units, now), LONGEST_MESSAGE),
        sessionPending: (session) => read(call(() => pending(session.number))),
        isSaving: (session) => call(() => saving(session.number)) !== 0,
        /** Why an action is not possible with an interaction, as JSON; '' when it is. */
        sessionRefuse: (session, action, id) => readAbout(id, (units) => refuse(session.number, action, units)) ?? '',
        /** The actions that are possible with an interaction, a bit for each. */
        sessionCan: (session, id) => ask(id, (units) => can(session.number, units)),
        sessionClose: (session) => call(() => close(session.number)),
        /** encodeURIComponent of a text without lone surrogates, of any length. */
        encode(text) {
            let encoded = '';
            for (let from = 0; from < text.length;) {
                let to = Math.min(from + PIECE, text.length);
                // Never between the halves of a pair.
                if (to < text.length && text.codePointAt(to - 1) > 0xffff) {
                    to -= 1;
                }
                const piece = text.slice(from, to);
                const length = call(() => encodePiece(piece));
                encoded += readLength(length, length);
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
