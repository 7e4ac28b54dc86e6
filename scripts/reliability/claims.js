/*
 * What is claimed of reliability: each claim in a sentence, the tests that show it, and the counters those print, each with
 * the least that `npm run test:all` has to count, and under `commit` what suffices for `npm test`, where that is less. In a counter `*` stands for any text; then all that it means are added up.
 */
export const CLAIMS = [
    {
        topic: 'Encoding',
        claim: 'Every code point, every UTF-16 unit alone, pairs around the surrogates, and random texts to 1 MB are encoded as `encodeURIComponent` does, in Node.',
        tests: ['tests/wasm/encoding.test.js'],
        counters: {
            'encode, code points in long texts': 2_228_224,
            'encode, single UTF-16 units': 69_632,
            'encode, pairs around the surrogates': 106_496,
            'encode, random texts to 1 MB': 240
        },
        commit: {
            'encode, code points in long texts': 73_000,
            'encode, single UTF-16 units': 2_100,
            'encode, pairs around the surrogates': 3_400,
            'encode, random texts to 1 MB': 60
        }
    },
    {
        topic: 'Encoding',
        claim: 'Escapes of one to four bytes, and random ones, are decoded as `decodeURIComponent` does, or refused as it does, in Node.',
        tests: ['tests/wasm/encoding.test.js'],
        counters: {
            'decode, one and two escapes': 65_792,
            'decode, three and four escapes': 92_928,
            'decode, random escapes': 20_000
        },
        commit: {
            'decode, one and two escapes': 2_300,
            'decode, three and four escapes': 18_000,
            'decode, random escapes': 4_000
        }
    },
    {
        topic: 'Encoding',
        claim: 'All of this holds in Chromium too, under a policy without eval.',
        tests: ['tests/browser/runSuite.js'],
        counters: { 'Chromium, *': 2_583_312 },
        commit: { 'Chromium, *': 100_000 }
    },
    {
        topic: 'Encoding',
        claim: 'And inside Lightning Web Security.',
        tests: ['tests/browser/runSuite.js'],
        counters: { 'Lightning Web Security, *': 2_583_312 },
        commit: { 'Lightning Web Security, *': 100_000 }
    },
    {
        topic: 'Encoding',
        claim: 'Rust’s own encoder agrees with an independent one on every character, and its decoder on sequences of escapes.',
        tests: ['tests/core/uri.rs'],
        counters: { 'uri, characters encoded and decoded': 1_112_064, 'uri, sequences of escapes decoded': 4_555_008 }
    },
    {
        topic: 'Validator',
        claim: 'Every observation that there can be of a message is judged as a second model of the documents judges it.',
        tests: ['tests/core/words.rs'],
        counters: { 'validator, words of the whole space': 341_692_443 }
    },
    {
        topic: 'Validator',
        claim: 'Random documents, near and far from valid, are judged as by a JSON Schema written from the documents; every disagreement is one of those that the test explains.',
        tests: ['tests/differential/differential.test.js'],
        counters: {
            'validate beside Ajv, valid messages': 15_000,
            'validate beside Ajv, messages to which something has happened': 60_000,
            'validate beside Ajv, documents of any kind': 30_000
        },
        commit: {
            'validate beside Ajv, valid messages': 2_500,
            'validate beside Ajv, messages to which something has happened': 10_000,
            'validate beside Ajv, documents of any kind': 5_000
        }
    },
    {
        topic: 'Validator',
        claim: 'Disagreements with the JSON Schema do come up, and are explained.',
        tests: ['tests/differential/differential.test.js'],
        counters: { 'validate beside Ajv, disagreements explained': 1_000 },
        commit: { 'validate beside Ajv, disagreements explained': 100 }
    },
    {
        topic: 'Session',
        claim: 'However events, visits, choices, edits, answers, reloads and tabs interleave, the session is what a far simpler model says, after every move, and who is told only of changes knows all of it.',
        tests: ['tests/core/model/mod.rs'],
        counters: {
            'session model, interleavings': 10_000,
            'session model, moves': 200_000,
            'session model, saves': 10_000
        },
        commit: { 'session model, interleavings': 2_000, 'session model, moves': 40_000, 'session model, saves': 2_000 }
    },
    {
        topic: 'Session',
        claim: 'On days on which saves hang, are lost, answer twice, late or wrong, and pages are reloaded, no log is lost and none is doubled.',
        tests: ['tests/core/faults/mod.rs'],
        counters: {
            'days with faults, days': 2_000,
            'days with faults, faults': 6_000,
            'days with faults, reloads': 1_900,
            'days with faults, saves': 10_000
        },
        commit: {
            'days with faults, days': 500,
            'days with faults, faults': 1_500,
            'days with faults, reloads': 400,
            'days with faults, saves': 2_500
        }
    },
    {
        topic: 'Session',
        claim: 'Answers that nobody should give to a save count as not saved, and are tried again.',
        tests: ['tests/core/saves/answers.rs'],
        counters: { 'saves, answers that nobody should give': 10 }
    },
    {
        topic: 'Session',
        claim: 'A captured call, a consult transfer and a chat beside a call go on unchanged when the session is kept and restored before any message.',
        tests: ['tests/core/session.rs'],
        counters: { 'captured streams, reloads': 48 }
    },
    {
        topic: 'Session',
        claim: 'After each captured message the console shows the phases and offers the actions that a table written by hand says: also with every message twice, with reloads, and with streams mixed.',
        tests: ['tests/browser/replay.test.js'],
        counters: { 'captured streams in the console, messages': 144 }
    },
    {
        topic: 'What comes from outside',
        claim: 'No text that comes from outside breaks anything, at any of the entries that take text.',
        tests: ['tests/core/fuzz/mod.rs'],
        counters: { 'fuzz *': 220_000 },
        commit: { 'fuzz *': 44_000 }
    },
    {
        topic: 'What comes from outside',
        claim: 'Captured messages with any field left out, replaced by what cannot be, or cut off anywhere, leave the session whole.',
        tests: ['tests/core/session.rs'],
        counters: { 'captured streams, broken messages': 28_000 }
    },
    {
        topic: 'What comes from outside',
        claim: 'What was kept and is broken at any place does no harm: the agent goes on.',
        tests: ['tests/core/keep.rs'],
        counters: { 'storage, texts that are broken': 256 }
    },
    {
        topic: 'What comes from outside',
        claim: 'Every call takes hostile objects (getters and proxies that throw, change, or lie) and gives a problem, never anything else.',
        tests: ['tests/wasm/hostileProxies.node.test.js'],
        counters: { 'hostile values, *': 8_650 }
    },
    {
        topic: 'What comes from outside',
        claim: 'Values of any size are taken, or refused with a problem.',
        tests: ['tests/wasm/hostileSizes.node.test.js'],
        counters: { 'values of any size, *': 264 }
    },
    {
        topic: 'Traps',
        claim: 'Wherever in a day the module breaks off, and however (a trap, a panic, memory that is used up), it is started anew once, and the day ends as if nothing had been.',
        tests: ['tests/traps/survive.test.js'],
        counters: { 'the module breaks off in a day': 96, 'ways to break off': 15 }
    },
    {
        topic: 'Traps',
        claim: 'Every call that breaks off is made again and answers what it would have answered.',
        tests: ['tests/traps/survive.test.js'],
        counters: { 'calls that break off': 8 }
    },
    {
        topic: 'Traps',
        claim: 'All of this holds in Chromium and inside Lightning Web Security.',
        tests: ['tests/browser/runSuite.js'],
        counters: { 'breaking off in Chromium, *': 119, 'breaking off in Lightning Web Security, *': 119 }
    },
    {
        topic: 'The page',
        claim: 'Under every policy of a page and in every kind of sandbox the module works, or says why it does not and what to change.',
        tests: ['tests/page/conditions.test.js'],
        counters: { 'policies of a page in every kind of sandbox': 25 }
    },
    {
        topic: 'The page',
        claim: 'Copies and versions of the module on one page leave one another alone.',
        tests: ['tests/page/copies.test.js'],
        counters: { 'pairs of copies and versions on one page': 6 }
    },
    {
        topic: 'The page',
        claim: 'Tabs and sessions that share a storage neither lose nor double a log.',
        tests: ['tests/page/sharing.test.js'],
        counters: { 'tabs and sessions with one storage': 7 }
    },
    {
        topic: 'The page',
        claim: 'Components may come and go while the module loads, and a load that fails may be tried again.',
        tests: ['tests/page/mounting.test.js'],
        counters: { 'components that come and go while the module loads': 54 }
    },
    {
        topic: 'The page',
        claim: 'A tab that sleeps for an hour, and clocks that are set, cost nothing: what was not saved goes out once, and durations stay right.',
        tests: ['tests/page/time.test.js'],
        counters: { 'hours asleep and clocks set': 33 }
    },
    {
        topic: 'The channel',
        claim: 'However another component floods the channel, the agent’s own call is as it was, and the last message costs what an early one did.',
        tests: ['tests/channel/flood.test.js'],
        counters: { 'messages that flooded a session in the browser': 100_000 }
    },
    {
        topic: 'The channel',
        claim: 'Inside Lightning Web Security a message crosses the membrane as often early in a flood as at its end.',
        tests: ['tests/channel/sandboxFlood.test.js'],
        counters: { 'messages that flooded a session inside the sandbox': 5_000 }
    },
    {
        topic: 'The channel',
        claim: 'What the components draw and publish for a burst of messages is the same early and late in a flood, and the agent’s own call stays on the screen.',
        tests: ['tests/channel/componentFlood.test.js'],
        counters: { 'messages that flooded the components inside the sandbox': 5_040 }
    },
    {
        topic: 'Memory and work',
        claim: 'A flood of interactions that never were is held and kept in bounded memory, also while no save answers; the log that the agent has worked on stays.',
        tests: ['tests/core/model/flood.rs'],
        counters: {
            'session model, interactions of a flood': 7_500,
            'session model, interactions of a flood that is not saved': 6_000
        },
        commit: { 'session model, interactions of a flood that is not saved': 3_000 }
    },
    {
        topic: 'Memory and work',
        claim: 'Interactions that are over leave nothing behind in the session.',
        tests: ['tests/core/session.rs'],
        counters: { 'session, interactions that leave nothing behind': 10_000 }
    },
    {
        topic: 'Memory and work',
        claim: 'The memory of WebAssembly stays as it is after a tenth of the interactions, and of the sessions that are closed.',
        tests: ['tests/wasm/memory.node.test.js'],
        counters: { 'memory, interactions': 10_000, 'memory, sessions': 200 },
        commit: { 'memory, interactions': 3_000 }
    },
    {
        topic: 'Memory and work',
        claim: 'Every operation crosses the membrane of Lightning Web Security as often as its limit says, and no oftener.',
        tests: ['tests/browser/crossings.test.js'],
        counters: { 'crossings, operations with a limit': 42 }
    },
    {
        topic: 'Supply chain',
        claim: 'Every crate that ships is of a licence that is allowed, and listed.',
        tests: ['tests/package/supply.test.js'],
        counters: { 'supply chain, licences': 20 }
    },
    {
        topic: 'Supply chain',
        claim: 'Every foreign crate is of one version, from the registry, with a checksum.',
        tests: ['tests/package/supply.test.js'],
        counters: { 'supply chain, checksums': 50 }
    },
    {
        topic: 'Supply chain',
        claim: 'Every build script was read, and none fetches anything.',
        tests: ['tests/package/supply.test.js'],
        counters: { 'supply chain, build scripts': 5 }
    },
    {
        topic: 'Supply chain',
        claim: 'No file holds unsafe code of our own, and what ships takes nothing from npm.',
        tests: ['tests/package/supply.test.js'],
        counters: { 'supply chain, files without unsafe': 70, 'supply chain, modules without packages': 25 }
    },
    {
        topic: 'Secrets and personal data',
        claim: 'Every call of the module, valid and broken in every place, puts out nothing of a number, a name, user data, an attribute, a transcript, a comment or a secret: not even in an error that nobody catches.',
        tests: ['tests/redaction/node.test.js'],
        counters: {
            'redaction, calls, *': 2_271,
            'redaction, questions to settings': 314,
            'redaction, messages that come in': 50_784,
            'redaction, what a session is asked': 1_766
        }
    },
    {
        topic: 'Secrets and personal data',
        claim: 'Nor does a day on which saves and storage fail with errors that repeat what they were given.',
        tests: ['tests/redaction/node.test.js'],
        counters: { 'redaction, days on which everything fails': 54 }
    },
    {
        topic: 'Secrets and personal data',
        claim: 'Nor does the console in a browser: in a call, a chat, with settings, at messages that are broken, at errors that nobody catches.',
        tests: ['tests/redaction/page.test.js'],
        counters: {
            'redaction, steps * in the console': 17,
            'redaction, broken messages in the console': 511,
            'redaction, errors that nobody catches in Chromium': 6
        }
    },
    {
        topic: 'Secrets and personal data',
        claim: 'Nobody prints but where it is known what: every JavaScript and Rust file was looked through.',
        tests: ['tests/redaction/sources.test.js'],
        counters: { 'redaction, files that do not print': 200, 'redaction, Rust files': 70 }
    }
];
