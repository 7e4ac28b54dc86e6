/*
 * What is profiled: the works of the goals that are not reached, group by group, where each is looked at, and what stands
 * in the way. Whoever makes one of them faster looks at the profile and says here what is true then.
 */
const EVERYWHERE = ['node', 'chromium', 'sandbox'];

export const SUBJECTS = [
    {
        id: 'valid-messages',
        title: 'Valid messages',
        works: { build: EVERYWHERE, validate: EVERYWHERE },
        why: [
            'Nearly all of the time is JavaScript that looks: at the properties of a message, and at the patterns of its texts. Rust judges each combination of what can be seen once; afterwards its verdict is known, and nothing crosses the membrane any more.',
            'The patterns are everybody’s: each contender looks at texts, targets and attributes for the same (`isClean`), and what all have to do sets a bound to how many times as fast one of them can be. Patchbay’s own are reading every value once (`observe`, `observeData`), the look at every property’s name, by which none goes unseen that the documents do not know (`holdsOnly`), and the answer of verdict, message and problems, of which the peers give a part. Of texts that were never seen before its four last ones are compared in vain, which the rows “not seen before” show.'
        ]
    },
    {
        id: 'wrong-messages',
        title: 'Wrong messages',
        works: { invalid: EVERYWHERE },
        why: [
            'The sentences are the work: every problem that quotes what was given gets its own, with that and what to write instead filled in, and is frozen, so that nobody can change what another reads; those that quote nothing are made once. A text that may hold a card number goes into the module each time (`encodeInto`), since nothing of it is remembered. Inside Lightning Web Security that crosses as well, and the garbage of all these short-lived objects is collected in between.',
            'The peers tell the same places with sentences that are there beforehand; only Patchbay’s quote what was given, and suggest the name or the encoding that was probably meant.'
        ]
    },
    {
        id: 'encoding',
        title: 'Encoding',
        works: {
            encodeClean: EVERYWHERE,
            encodeShort: EVERYWHERE,
            encodeTenKilobytes: EVERYWHERE,
            encodeMixed: EVERYWHERE
        },
        why: [
            'A short text is given to the native function, and what makes Patchbay slower than that is the pattern before it, which finds whether there is anything to encode at all. It pays where there is nothing, and costs where there is something; leaving it out would trade one goal for the other.',
            'A long text passes the engine’s encoder into the module and its decoder out of it. These two take more than the escaping between them in Chromium, and the native function needs neither. Inside Lightning Web Security the result of `encodeInto` is an object of the other side (`lookupForeignDescriptor`), of which the count of bytes is read once a piece.'
        ]
    },
    {
        id: 'events',
        title: 'Events',
        works: { eventText: EVERYWHERE, eventQuiet: EVERYWHERE, eventObject: ['sandbox'] },
        why: [
            'The text is written into the module (`encodeInto`), read value by value (`json`), compared with what is known (`Facts`, `same`), followed by the log, and the changed interaction is written back as a row of JSON that `JSON.parse` reads. The peers begin with the objects that `JSON.parse` makes of the message and hand those out, so the whole of our last step, and the log, has no counterpart in theirs. A message that changes nothing shows the price of reading alone.',
            'An object from outside the sandbox is read once, by `JSON.stringify`: each of its properties passes the traps of the membrane (`passthruGetOwnPropertyDescriptorTrap`, `lookupForeignDescriptor`). That is the floor under any way to read it; what Patchbay adds is the small rest.'
        ]
    },
    {
        id: 'lists-of-a-log',
        title: 'Lists of a log',
        works: { visit: EVERYWHERE, delta: EVERYWHERE },
        why: [
            'What one more record costs does not depend on the list: the change is written as JSON in Rust, and `JSON.parse`, the frozen answer and the garbage of both take half of the time. A snapshot in Chromium costs no crossing, since the list’s entries are objects that JavaScript has already; to be a thousand times as fast, a visit would have to take less than writing and parsing its answer does.',
            'Of twenty records at once the peer’s share is the row `JSON.parse`: the goal asks of the whole call to be quicker than one part of it. Allocating and hashing the twenty in Rust, and reading the command they come in, are the rest.'
        ]
    },
    {
        id: 'start-up',
        title: 'Start-up',
        works: { startUp: EVERYWHERE },
        why: [
            'The engine compiles: `compile` and the wait for its threads are the WebAssembly, `Script`, `evaluate` and much of what is outside of any function are the JavaScript around it, most of which is base64. Both grow with the size of the module, and only a smaller module makes them shorter; the peers that start sooner have a fraction of its bytes.',
            'Inside Lightning Web Security the text is searched for pragmas, signed and evaluated by the sandbox (`evaluate`, and the trap that leads there) before a line of it runs, which no program of this size escapes. Rust itself, and building the first message, hardly show.'
        ]
    },
    {
        id: 'click',
        title: 'Click',
        works: { click: ['sandbox'] },
        why: [
            'Nearly all of it is on the way: the event passes the base component’s and the component’s listeners through synthetic shadow, and every hop of the message between the sandbox and the page makes proxies and passes traps (`pushTarget`, `getTransferablePointer`, `passthruGetTrap`), whose garbage is collected as well. Building and judging the message is the row of Rust and some part of the components’.',
            'A component could only save what it does itself between the event and `publish`; the rest belongs to the platform, here and in an org.'
        ]
    },
    {
        id: 'size',
        title: 'Size',
        works: { module: ['size'] },
        why: [
            'A module that only judges messages keeps the goal. What goes beyond it are whole features: sessions and logs, settings, EngagementInteraction. Below those lies what they share: collections, formatting and panics of `core`, `alloc` and `std`, the allocator, reading and writing JSON, and the glue. Each feature can be left out at build time; the last table shows what that saves.',
            'Among the longest functions, numbers written as text (`f64::fmt`) and what turns options of JavaScript into types (`externref shim`, `serde_wasm_bindgen`) are longer than the rules they serve, and what to look at first.'
        ]
    }
];

/** Names of works that the bench does not time. */
export const TITLES = { eventQuiet: 'Event of 2.6 KB, as text, that changes nothing' };

/** The subject in which a work is explained. */
export function subjectOf(work) {
    return SUBJECTS.find(({ works }) => Object.hasOwn(works, work));
}
