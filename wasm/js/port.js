import { LONGEST_MESSAGE, MAX_INPUT, MAX_TEXT, SHARE } from './vocabulary.js';
import { TextDecoder, TextEncoder } from './utf8.js';
import { isWellFormed } from './wellFormed.js';

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
    const { call } = instance;
    let memory, input, output, reserve, build, validate;
    let found, receive, command, refuse, handOver, pending, can, saving, close;
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
        ({ memory, input, output, reserve, command_build: build, command_validate: validate } = exports);
        ({ session_found: found, session_receive: receive } = exports);
        ({ session_command: command, session_refuse: refuse, session_pending: pending } = exports);
        ({ session_hand_over: handOver } = exports);
        ({ session_can: can, session_saving: saving, session_close: close } = exports);
        capacity = reserve(0);
        // Both buffers begin as long.
        outputLength = capacity;
        bind();
    });

    /** Whether a text has UTF-8, and no more of it than this. */
    function fits(text, most) {
        const { length } = text;
        return length <= most && isWellFormed(text) && (length * 3 <= capacity || utf8Length(text) <= most);
    }

    function put(text) {
        if (text.length * 3 > capacity) {
            capacity = reserve(utf8Length(text));
            bind();
        }
        encodeInto(text, inputView);
    }

    /** Writes a text and asks about it; `question` is given its length. Null when it does not fit. */
    function ask(text, question, most = MAX_TEXT) {
        if (!fits(text, most)) {
            return null;
        }
        const once = () => {
            put(text);
            const answer = question(text.length);
            if (answer !== STALE) {
                return answer;
            }
            bind();
            put(text);
            return question(text.length);
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

    /** What is read of a text that is asked about; null when it does not fit. */
    function readAbout(text, question, most) {
        const lengths = ask(text, question, most);
        return lengths === null ? null : read(lengths);
    }

    return {
        call,
        /** Builds a message with the builder of this number: JSON in, JSON out. */
        build: (builder, given) => readAbout(given, (units) => build(builder, units), MAX_INPUT),
        /** Judges a message, likewise. */
        validate: (message) => readAbout(message, (units) => validate(units), MAX_INPUT),
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
        /** The message that hands the records of a log over, as JSON; '' when there are none. */
        sessionHandOver: (session, id) => readAbout(id, (units) => handOver(session.number, units)) ?? '',
        /** The actions that are possible with an interaction, a bit for each. */
        sessionCan: (session, id) => ask(id, (units) => can(session.number, units)),
        sessionClose: (session) => call(() => close(session.number))
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
