/* Why a goal is not reached, by the goal's ID (`work/host/peer`) or what it begins with; the closest one counts. */
const SNAPSHOT =
    'the whole list is made in JavaScript, of records that are there already, and crosses nothing; in Chromium that takes a few milliseconds for 100,000, so a visit would have to take a few microseconds.';

export const NOTES = {
    build: 'half of the time goes into messages with attributes, of which each is read, copied and looked at for card numbers; a message without them takes a third of the mean.',
    validate:
        'a third of the time is the look for properties that the documents do not know, whose values are kept and told, and a sixth the two patterns of a target; judging takes a tenth.',
    invalid:
        'problems are spelled out one by one: sentences with their gaps filled in, each frozen, and the nearest documented name found; Ajv’s texts quote nothing and suggest nothing.',
    encodeClean: 'the pattern that finds nothing to encode takes all of the time.',
    encodeShort:
        'the pattern that finds that something has to be encoded comes before the native function, and costs 15 to 25 ns.',
    encodeMixed:
        'four of six texts are left to the native function after a look at them; inside the sandbox each of the others crosses four times.',
    encodeTenKilobytes:
        'a third of the time is the browser’s own encoder and decoder on both sides of the module; Chromium’s native function is faster than Node’s.',
    eventText:
        'the text is encoded, checked and read value by value (5 µs), the interaction’s log follows (1 µs), and the changed interaction is written, decoded, parsed and frozen (4 µs); the peers keep no log and hand out their own objects.',
    'visit/chromium/snapshot': SNAPSHOT,
    'visit/sandbox/snapshot': SNAPSHOT,
    'delta/sandbox/jsonParse':
        'timed is the whole call: the 20 records written as a command, judged and joined in Rust, and the change read; the peer only parses that change.',
    startUp:
        'the module is compiled as a whole, and there are 420 KB of it: see its size. Built with messages only it is a twelfth.',
    click: 'the time is that of the framework and of the base component’s button, whose handlers run inside the sandbox; the session’s own part is below 20 µs.',
    module: 'sessions, logs, the outbox, attributes, EngagementInteraction and settings are 2,400 functions of Rust; `sizes.json` has the bytes of each crate and room. Messages alone, with their glue, are 23 KB.'
};

export function noteOf({ id }) {
    const fitting = Object.keys(NOTES).filter((begins) => id === begins || id.startsWith(`${begins}/`));
    return NOTES[fitting.sort((a, b) => b.length - a.length)[0]];
}
