/* Why a goal is not reached, by the goal's ID (`work/host/peer`) or what it begins with; the closest one counts. */
const SNAPSHOT =
    'the whole list is made in JavaScript, of records that are there already, and crosses nothing; in Chromium that takes a few milliseconds for 100,000, so a visit would have to take a few microseconds.';

export const NOTES = {
    build: 'half of the time goes into messages with attributes, of which each is read, copied and looked at for card numbers; a message without them takes a third of the mean.',
    validate:
        'most of the time is reading every value once and looking at the name of every property, so that none goes unseen that the documents do not know; the patterns behind that are those of all contenders.',
    invalid:
        'problems are spelled out one by one: sentences with their gaps filled in, each frozen, and the nearest documented name found; Ajv’s texts quote nothing and suggest nothing.',
    encodeClean: 'the pattern that finds nothing to encode takes all of the time.',
    encodeShort:
        'the pattern that finds that something has to be encoded comes before the native function, and is all the difference.',
    encodeMixed:
        'all but the clean texts are left to the native function, after a look at them that is all the difference.',
    encodeTenKilobytes:
        'the text passes the browser’s own encoder and decoder on both sides of the module, which the native function needs not; Chromium’s native function is faster than Node’s.',
    eventText:
        'two thirds of the time are reading the text value by value and comparing each with what is known, in Node about as long as the hand-written reducer takes for everything; in Chromium a text enters the module more slowly. The rest is the log that follows, and the changed interaction on its way back. The peers keep no log and hand out their own objects.',
    'visit/chromium/snapshot': SNAPSHOT,
    'visit/sandbox/snapshot': SNAPSHOT,
    'delta/sandbox/jsonParse':
        'timed is the whole call: the 20 records written as a command, judged and joined in Rust, and the change read; the peer only parses that change.',
    startUp:
        'the module is compiled as a whole, and there are 420 KB of it: see its size. Built with messages only it is a seventh, compressed.',
    click: 'the time is that from the button’s event to the message, through the base component, the framework and the component’s own handler, all inside the sandbox; building the message takes below a microsecond of it.',
    module: 'sessions, logs, the outbox, attributes, EngagementInteraction and settings are all in it; `sizes.json` has the bytes of each crate and room. Messages alone, with their glue, are 23 KB.'
};

export function noteOf({ id }) {
    const fitting = Object.keys(NOTES).filter((begins) => id === begins || id.startsWith(`${begins}/`));
    return NOTES[fitting.sort((a, b) => b.length - a.length)[0]];
}
