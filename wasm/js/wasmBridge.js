import { MAX_INCOMING_MESSAGE, MAX_INPUT, MAX_PIECE, MAX_TEXT, SHARE } from './vocabulary.js';
import { TextDecoder, TextEncoder } from './utf8.js';
import { isWellFormed } from './wellFormed.js';

/** Rust's answer if no text arrived: the memory grew, which detaches every view of it. */
const STALE = -1;

/** Longer answers are read through a view of exactly their length, shorter ones through a cached view. In bytes. */
const MAX_CACHED_VIEW = 8192;

/** Only the last piece of an answer is shorter: a character has up to four bytes. */
const MIN_PIECE = MAX_PIECE - 3;

/** The length of the shortest cached view is 2 to the power of this. */
const MIN_VIEW_POWER = 7;

/**
 * Calls the module's exports. Arguments and results are numbers; text crosses through two buffers in the module's memory, `input`
 * and `output`. The exports are read once after each start, and the functions that encode and decode are bound once, because inside
 * Lightning Web Security reading a property of such an object costs more than a call.
 */
export function openWasmBridge(moduleHost) {
    const { call } = moduleHost;
    let memory, input, output, reserve, rest, build, validate;
    let found, receive, command, refuse, handOver, timeline, directory, consult, pending, can, saving, close;
    const encoder = new TextEncoder();
    // A text may begin with U+FEFF, which must not be taken for a byte order mark.
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const encodeInto = encoder.encodeInto.bind(encoder);
    const decode = decoder.decode.bind(decoder);
    let capacity;
    let outputLength;
    let inputView;
    let outputViews;

    /** Makes new views of the memory, after it grew or the module was restarted. */
    function bind() {
        inputView = new Uint8Array(memory.buffer, input() >>> 0, capacity);
        outputViews = [];
    }

    moduleHost.connect((exports) => {
        ({ memory, input, output, reserve, rest, command_build: build, command_validate: validate } = exports);
        ({ session_found: found, session_receive: receive } = exports);
        ({ session_command: command, session_refuse: refuse, session_pending: pending } = exports);
        ({ session_hand_over: handOver, session_directory: directory, session_consult: consult } = exports);
        timeline = exports.session_timeline;
        ({ session_can: can, session_saving: saving, session_close: close } = exports);
        capacity = reserve(0);
        // Both buffers start with the same length.
        outputLength = capacity;
        bind();
    });

    /** Whether a text can be written as UTF-8 of at most `max` bytes. */
    function fits(text, max) {
        const { length } = text;
        return length <= max && isWellFormed(text) && (length * 3 <= capacity || utf8Length(text) <= max);
    }

    /** Writes a text into the input buffer. */
    function put(text) {
        if (text.length * 3 > capacity) {
            capacity = reserve(utf8Length(text));
            bind();
        }
        encodeInto(text, inputView);
    }

    /**
     * Writes a text and calls `question` with its length in UTF-16 units. Returns the answer, or null if the text is longer than
     * `max` bytes or not Unicode.
     */
    function ask(text, question, max = MAX_TEXT) {
        if (!fits(text, max)) {
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

    /** A view of the output buffer that is at least as long. Cached by powers of two: reading more costs less than making a view. */
    function viewOf(bytes) {
        if (bytes > MAX_CACHED_VIEW) {
            return new Uint8Array(memory.buffer, output() >>> 0, bytes);
        }
        const power = Math.max(MIN_VIEW_POWER, 32 - Math.clz32(bytes - 1));
        outputViews[power] ??= new Uint8Array(memory.buffer, output() >>> 0, 2 ** power);
        return outputViews[power];
    }

    /** Reads an answer from the output buffer, of this many bytes and UTF-16 units. */
    function readLength(bytes, units) {
        if (bytes === 0) {
            return '';
        }
        if (bytes > outputLength) {
            // The module enlarged the buffer, which may have moved it.
            outputLength = bytes;
            bind();
        }
        const text = decode(viewOf(bytes));
        if (text !== '') {
            return text.slice(0, units);
        }
        // The view was detached.
        bind();
        return decode(viewOf(bytes)).slice(0, units);
    }

    /** Reads an answer by both lengths in one number, `units * SHARE + bytes`; a long one piece by piece. */
    function read(lengths) {
        const bytes = lengths % SHARE;
        const text = readLength(bytes, Math.floor(lengths / SHARE));
        return bytes < MIN_PIECE ? text : text + read(call(rest));
    }

    /** Like `ask`, for a question whose answer is text. */
    function readAbout(text, question, max) {
        const lengths = ask(text, question, max);
        return lengths === null ? null : read(lengths);
    }

    return {
        call,
        /** Builds a message; `builder` is an index of BUILDERS. JSON in, JSON out. */
        build: (builder, given) => readAbout(given, (units) => build(builder, units), MAX_INPUT),
        /** Validates a message. JSON in, JSON out. */
        validate: (message) => readAbout(message, (units) => validate(units), MAX_INPUT),
        // `session.number` is read when a call is made: a call that is repeated after a restart needs the new number.
        /** The whole session as one change, in JSON. */
        sessionFound: (session, now) => read(call(() => found(session.number, now))),
        /** Passes on a message of the channel. Returns the change as JSON; '' if there is none, null if the message is too long. */
        sessionReceive: (session, message, now) =>
            readAbout(message, (units) => receive(session.number, units, now), MAX_INCOMING_MESSAGE),
        /** Runs a session command, `[name, …values]` in JSON. Returns the change in the same way. */
        sessionCommand: (session, text, now) =>
            readAbout(text, (units) => command(session.number, units, now), MAX_INCOMING_MESSAGE),
        /** The saves that are not confirmed, as JSON. */
        sessionPending: (session) => read(call(() => pending(session.number))),
        isSaving: (session) => call(() => saving(session.number)) !== 0,
        /**
         * The problem of an action that is not to be sent now, as JSON; '' if it may be sent. `action` is an index of ACTIONS, `on` how a
         * toggle is to be.
         */
        sessionRefuse(session, action, id, on, now) {
            const wanted = on === undefined ? -1 : Number(on);
            return readAbout(id, (units) => refuse(session.number, action, wanted, units, now)) ?? '';
        },
        /** The message that hands the records of a log over, as JSON; '' if there are none. */
        sessionHandOver: (session, id) => readAbout(id, (units) => handOver(session.number, units)) ?? '',
        /** What happened in an interaction, and its summary, as JSON; '' if there is no such log. */
        sessionTimeline: (session, id) => readAbout(id, (units) => timeline(session.number, units)) ?? '',
        /** Asks the directory of transfer targets. JSON in, JSON out; null if the text is too long. */
        sessionDirectory: (session, asked) => readAbout(asked, (units) => directory(session.number, units), MAX_INPUT),
        /** The names of the allowed actions, as JSON; '' if there is no such session. */
        sessionCan: (session, id) => readAbout(id, (units) => can(session.number, units)) ?? '',
        /** The controls of a consult transfer, as JSON; '' if there is no such session. */
        sessionConsult: (session, id) => readAbout(id, (units) => consult(session.number, units)) ?? '',
        sessionClose: (session) => call(() => close(session.number))
    };
}

function utf8Length(text) {
    let bytes = text.length;
    for (const character of text) {
        const code = character.codePointAt(0);
        // A surrogate pair is two units and four bytes; any other character is one unit and one to three bytes.
        bytes += code > 0x7ff ? 2 : code > 0x7f ? 1 : 0;
    }
    return bytes;
}
