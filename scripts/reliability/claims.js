/*
 * The reliability claims: each in a sentence, with the tests that show it and the counters that these print. `npm run test:all` must
 * reach the minimum of each counter; for `npm test` the smaller one under `commit` is enough. In the name of a counter `*` stands for
 * any text, and all counters that match are added up.
 */
export const CLAIMS = [
    {
        topic: 'Encoding',
        claim: 'The encoder gives the same result as `encodeURIComponent` in Node, for every code point, every UTF-16 unit alone, pairs around the surrogates, and random texts of up to 1 MB.',
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
        claim: 'The decoder gives the same result or refusal as `decodeURIComponent` in Node, for escapes of one to four bytes and for random ones.',
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
        claim: 'The same holds in Chromium, under a policy without eval.',
        tests: ['tests/browser/runSuite.js'],
        counters: { 'Chromium, *': 2_583_312 },
        commit: { 'Chromium, *': 100_000 }
    },
    {
        topic: 'Encoding',
        claim: 'The same holds inside Lightning Web Security.',
        tests: ['tests/browser/runSuite.js'],
        counters: { 'Lightning Web Security, *': 2_583_312 },
        commit: { 'Lightning Web Security, *': 100_000 }
    },
    {
        topic: 'Encoding',
        claim: 'The Rust encoder agrees with an independent one on every character, and the decoder on sequences of escapes.',
        tests: ['tests/core/uri.rs'],
        counters: { 'uri, characters encoded and decoded': 1_112_064, 'uri, sequences of escapes decoded': 4_555_008 }
    },
    {
        topic: 'Validator',
        claim: 'The validator agrees with a second model, written from the tables of the document, on every action with every combination of objects, and on every parameter with valid and invalid values.',
        tests: ['tests/core/command.rs'],
        counters: { 'validator, every action with every object': 396, 'validator, every parameter': 86 }
    },
    {
        topic: 'Validator',
        claim: '`validate` agrees with a JSON Schema written from the documents, for random values near and far from valid ones. Every disagreement is one that the test explains.',
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
        claim: 'The random values do reach the disagreements with the JSON Schema that the test explains.',
        tests: ['tests/differential/differential.test.js'],
        counters: { 'validate beside Ajv, disagreements explained': 1_000 },
        commit: { 'validate beside Ajv, disagreements explained': 100 }
    },
    {
        topic: 'Validator',
        claim: 'Where the JavaScript that the build writes says that a message is plainly right, Rust builds the same message and finds no problem.',
        tests: ['tests/wasm/messages.node.test.js'],
        counters: { 'plain case beside Rust, validate': 100_000, 'plain case beside Rust, builders': 100_000 },
        commit: { 'plain case beside Rust, validate': 20_000, 'plain case beside Rust, builders': 20_000 }
    },
    {
        topic: 'Session',
        claim: 'A session agrees with a much simpler model after every step, however events, visits, choices, edits, answers, reloads and tabs interleave. Its changes alone are enough to reconstruct its state.',
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
        claim: 'No log is lost and none is stored twice, while saves hang, are lost, answer twice, late or wrongly, and pages are reloaded.',
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
            'days with faults, saves': 2_000
        }
    },
    {
        topic: 'Session',
        claim: 'An invalid answer to a save counts as a failure, and the save is sent again.',
        tests: ['tests/core/saves/answers.rs'],
        counters: { 'saves, answers that nobody should give': 10 }
    },
    {
        topic: 'Session',
        claim: 'During a long outage one agent with 200 unsaved logs makes at most two calls a minute, whether saves fail or hang; afterwards every log is saved.',
        tests: ['tests/core/guard/outage.rs'],
        counters: { 'outage, minutes with 200 unsaved logs': 120 }
    },
    {
        topic: 'Session',
        claim: 'Every function of a session, called inside every function of the page that a session calls, is carried out in its turn or refused with a problem.',
        tests: ['tests/wasm/reentrancy.node.test.js'],
        counters: { 'functions inside functions, *': 348 }
    },
    {
        topic: 'Session',
        claim: 'A captured call, a consult transfer and a chat beside a call continue unchanged if the session is persisted and restored before any message.',
        tests: ['tests/core/session.rs'],
        counters: { 'captured streams, reloads': 48 }
    },
    {
        topic: 'Session',
        claim: 'After each captured message the console shows the phases and actions of a table written by hand: also with every message twice, with reloads, and with streams mixed.',
        tests: ['tests/browser/replay.test.js'],
        counters: { 'captured streams in the console, messages': 144 },
        commit: { 'captured streams in the console, messages': 68 }
    },
    {
        topic: 'Untrusted input',
        claim: 'No text makes any function that accepts outside text panic or break an invariant.',
        tests: ['tests/core/fuzz/mod.rs'],
        counters: { 'fuzz *': 220_000 },
        commit: { 'fuzz *': 44_000 }
    },
    {
        topic: 'Untrusted input',
        claim: 'The session stays consistent after captured messages with any field missing, replaced by an impossible value, or cut off anywhere.',
        tests: ['tests/core/session.rs'],
        counters: { 'captured streams, broken messages': 28_000 }
    },
    {
        topic: 'Untrusted input',
        claim: 'Stored data that is damaged at any place does no harm; the agent can continue.',
        tests: ['tests/core/keep.rs'],
        counters: { 'storage, texts that are broken': 256 }
    },
    {
        topic: 'Untrusted input',
        claim: 'Every function accepts hostile objects (getters and proxies that throw, change or lie) and returns a problem, never anything else.',
        tests: ['tests/wasm/hostileProxies.node.test.js'],
        counters: { 'hostile values, *': 8_650 }
    },
    {
        topic: 'Untrusted input',
        claim: 'Values of any size are accepted, or refused with a problem.',
        tests: ['tests/wasm/hostileSizes.node.test.js'],
        counters: { 'values of any size, *': 264 }
    },
    {
        topic: 'Untrusted input',
        claim: 'Storage that is full in part, fails once, lies, or holds a broken index, edits that no agent could have made or IDs that look like keys loses nothing in silence and undoes nothing newer.',
        tests: ['tests/core/guard/storage.rs'],
        counters: { 'storage, stored edits that no agent could have made': 6, 'storage, IDs that look like keys': 9 }
    },
    {
        topic: 'Untrusted input',
        claim: 'Dates at the ends of the calendar, also those that leave it by conversion to UTC, make no session unreadable.',
        tests: ['tests/core/guard/dates.rs'],
        counters: { 'dates at the ends of the calendar': 40 }
    },
    {
        topic: 'Untrusted input',
        claim: 'Objects that share parts, thousands of levels, giant lists and answers of megabytes are accepted, cut with a word, or refused with a problem.',
        tests: ['tests/wasm/bounds.node.test.js'],
        counters: {
            'values that would drown the module, *': 60,
            'answers of a save of a megabyte': 8,
            'answers longer than the port, saves': 260
        },
        commit: { 'answers longer than the port, saves': 140 }
    },
    {
        topic: 'Traps',
        claim: 'After a trap, a panic or exhausted memory at any step of a day, the module is restarted once, and the day ends as without it.',
        tests: ['tests/traps/survive.test.js'],
        counters: { 'the module breaks off in a day': 96, 'ways to break off': 15 }
    },
    {
        topic: 'Traps',
        claim: 'A call that traps is repeated and gives the answer it would have given.',
        tests: ['tests/traps/survive.test.js'],
        counters: { 'calls that break off': 7 }
    },
    {
        topic: 'Traps',
        claim: 'A loop of restarts ends after a few, with what is stored set aside and told, and delays saves once.',
        tests: ['tests/traps/survive.test.js'],
        counters: { 'a loop of restarts, restarts': 4 }
    },
    {
        topic: 'Traps',
        claim: 'The same holds in Chromium and inside Lightning Web Security.',
        tests: ['tests/browser/runSuite.js'],
        counters: { 'breaking off in Chromium, *': 122, 'breaking off in Lightning Web Security, *': 122 }
    },
    {
        topic: 'The page',
        claim: 'Under every Content Security Policy and in every kind of sandbox the module works, or says why it does not and what to change.',
        tests: ['tests/page/conditions.test.js'],
        counters: { 'policies of a page in every kind of sandbox': 25 }
    },
    {
        topic: 'The page',
        claim: 'Copies and versions of the module on one page do not affect each other.',
        tests: ['tests/page/copies.test.js'],
        counters: { 'pairs of copies and versions on one page': 6 }
    },
    {
        topic: 'The page',
        claim: 'Tabs and sessions that share a storage neither lose a log nor store one twice.',
        tests: ['tests/page/sharing.test.js'],
        counters: { 'tabs and sessions with one storage': 8 }
    },
    {
        topic: 'The page',
        claim: 'Two to five pages of one browser, which die, sleep, are reloaded and duplicated, neither lose, double nor overwrite a log with the key of the Apex class: also if a save arrives, or its transaction lasts, for minutes.',
        tests: ['tests/core/pages/mod.rs'],
        counters: {
            'pages with the key, days': 400,
            'pages with the key, saves': 4_000,
            'pages with the key, faults': 1_200,
            'pages with the key, late commits': 700
        }
    },
    {
        topic: 'The page',
        claim: 'Without the key the same holds while a save is stored within two seconds.',
        tests: ['tests/core/pages/mod.rs'],
        counters: { 'pages alone, days': 400, 'pages alone, saves': 3_500, 'pages alone, faults': 1_200 }
    },
    {
        topic: 'The page',
        claim: 'Components may connect and disconnect while the module loads, and a failed load may be retried.',
        tests: ['tests/page/mounting.test.js'],
        counters: { 'components that come and go while the module loads': 54 }
    },
    {
        topic: 'The page',
        claim: 'After a tab has slept for an hour, or a clock was set, unsaved changes are sent once and durations are right.',
        tests: ['tests/page/time.test.js'],
        counters: { 'hours asleep and clocks set': 33 }
    },
    {
        topic: 'The channel',
        claim: 'If another component floods the channel, the agent’s own call is unchanged, and the last message costs as much as an early one.',
        tests: ['tests/channel/flood.test.js'],
        counters: { 'messages that flooded a session in the browser': 100_000 }
    },
    {
        topic: 'The channel',
        claim: 'Inside Lightning Web Security a message crosses the membrane as often at the end of a flood as at its beginning.',
        tests: ['tests/channel/sandboxFlood.test.js'],
        counters: { 'messages that flooded a session inside the sandbox': 5_000 }
    },
    {
        topic: 'The channel',
        claim: 'Components render and publish the same for a burst of messages early and late in a flood, and the agent’s own call stays on the screen.',
        tests: ['tests/channel/componentFlood.test.js'],
        counters: { 'messages that flooded the components inside the sandbox': 5_040 }
    },
    {
        topic: 'Memory and work',
        claim: 'A message beside logs that another page left behind asks the storage no more than in proportion to them.',
        tests: ['tests/core/guard/growth.rs'],
        counters: { 'growth, logs left behind': 450 }
    },
    {
        topic: 'Memory and work',
        claim: 'A flood of made-up interactions uses bounded memory and storage, also while no save answers. The log that the agent has edited stays.',
        tests: ['tests/core/model/flood.rs'],
        counters: {
            'session model, interactions of a flood': 7_500,
            'session model, interactions of a flood that is not saved': 6_000
        },
        commit: { 'session model, interactions of a flood that is not saved': 3_000 }
    },
    {
        topic: 'Memory and work',
        claim: 'A session keeps nothing of interactions that are over.',
        tests: ['tests/core/session.rs'],
        counters: { 'session, interactions that leave nothing behind': 10_000 }
    },
    {
        topic: 'Memory and work',
        claim: 'The memory of WebAssembly stops growing after a tenth of the interactions, and after a tenth of the closed sessions.',
        tests: ['tests/wasm/memory.node.test.js'],
        counters: { 'memory, interactions': 10_000, 'memory, sessions': 200 },
        commit: { 'memory, interactions': 3_000 }
    },
    {
        topic: 'Memory and work',
        claim: 'No operation crosses the membrane of Lightning Web Security more often than its limit.',
        tests: ['tests/browser/crossings.test.js'],
        counters: { 'crossings, operations with a limit': 42 }
    },
    {
        topic: 'Supply chain',
        claim: 'Every crate that ships has an allowed licence and is listed.',
        tests: ['tests/package/supply.test.js'],
        counters: { 'supply chain, licences': 20 }
    },
    {
        topic: 'Supply chain',
        claim: 'Every third-party crate has one version, from the registry, with a checksum.',
        tests: ['tests/package/supply.test.js'],
        counters: { 'supply chain, checksums': 50 }
    },
    {
        topic: 'Supply chain',
        claim: 'Every build script was reviewed, and none downloads anything.',
        tests: ['tests/package/supply.test.js'],
        counters: { 'supply chain, build scripts': 5 }
    },
    {
        topic: 'Supply chain',
        claim: 'No file of ours has unsafe code, and what ships uses no npm package.',
        tests: ['tests/package/supply.test.js'],
        counters: { 'supply chain, files without unsafe': 70, 'supply chain, modules without packages': 25 }
    },
    {
        topic: 'Secrets and personal data',
        claim: 'The tests for a security review find each planted fault: HTML from data, connections, queries and writes outside user mode, classes without sharing.',
        tests: ['tests/docs/security.test.js'],
        counters: { 'security review, planted faults': 26 }
    },
    {
        topic: 'Secrets and personal data',
        claim: 'No function of the module prints a number, a name, user data, an attribute, a transcript, a comment or a secret, for valid input and for input broken at every place. An error that nobody catches does not contain them either.',
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
        claim: 'The same holds on a day on which saves and storage fail with errors that repeat their input.',
        tests: ['tests/redaction/node.test.js'],
        counters: { 'redaction, days on which everything fails': 54 }
    },
    {
        topic: 'Secrets and personal data',
        claim: 'The same holds for the console in a browser: in a call, in a chat, with settings, after broken messages, and after errors that nobody catches.',
        tests: ['tests/redaction/page.test.js'],
        counters: {
            'redaction, steps * in the console': 17,
            'redaction, broken messages in the console': 511,
            'redaction, errors that nobody catches in Chromium': 6
        }
    },
    {
        topic: 'Secrets and personal data',
        claim: 'Every JavaScript and Rust file was searched: only listed places print.',
        tests: ['tests/redaction/sources.test.js'],
        counters: { 'redaction, files that do not print': 200, 'redaction, Rust files': 70 }
    }
];
