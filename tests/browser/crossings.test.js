/*
 * How often the module crosses the membrane of Lightning Web Security. A crossing is one call of a hook by which one side
 * asks the other: a call, a property read or written, an object that gets its stand-in on the other side, a callback.
 */
import { expect } from 'chai';
import { serve } from '../../www/host/server.js';
import { launch } from './browser.js';
import { buildCrossingPage, instrument } from './crossingPage.js';
import { tried } from '../wasm/reliability.js';

/** What is known of the membrane; counted otherwise, the other counts mean nothing. */
const KNOWN = {
    'known: nothing': [],
    'known: an object and JSON of this side': [],
    'known: an export read once': ['out Apply f()'],
    'known: an export that calls an import': ['out Apply h()', 'in Apply g()'],
    'known: a method bound once': ['out Apply now()'],
    'known: a bound method given a view': ['out Apply decode()'],
    'known: an export read, then called': [/^out Batch\w+ exports\(\)\.f$/, 'out Apply f()'],
    'known: an element of a view read': ['out GetPropertyValue new Uint8Array().#'],
    'known: an element of a view written': ['out Set new Uint8Array().#'],
    'known: a fresh object as an argument': [/^out PushTarget /, 'out Apply decode()', /^in Get .*\.stream$/],
    'known: instanceof': [/hasInstance/, /hasInstance/, /^out GetPrototypeOf /, /Uint8Array\.prototype$/]
};

/** The most that an operation may cross. */
const LIMITS = {
    // A message judged and built.
    updateState: 1,
    updateStatus: 1,
    addCustomAttributes: 1,
    secureSession: 1,
    'transfer to a queue': 1,
    'validate, valid': 1,
    // With a target to encode.
    'transfer, a target to encode': 4,
    'transfer, a target to look into and encode': 4,
    'validate, an encoded target': 4,
    // An event.
    'receive a text, no change': 6,
    'receive a text, new phase': 6,
    'receive an object, no change': 6,
    'receive an object, new phase': 6,
    // What the session holds for its readers.
    can: 0,
    'interactions, selected, agent': 0,
    'read a list': 0,
    'encode, clean': 0,
    'encode, short': 0,
    // No goals, only what it is: not to grow unseen.
    'updateState, refused': 4,
    'validate, to mend': 13,
    'validate, invalid': 4,
    // Pieces this long are read through views of their own: making one crosses more often, and costs less.
    'encode, 10 K': 27,
    'receive a foreign object, new phase': 126,
    'can, of an unknown': 4,
    'session.updateState': 4,
    visit: 5,
    'visit again': 4,
    selectRecord: 5,
    // The log and its timeline are two texts in the store of the tab.
    'receive, kept and saved': 45,
    // The record in front is stored with the session: one more write than the log's.
    'visit, kept and saved': 139,
    'settings.classify': 94
};

/** What brings a list's delta out: all that crosses once the text of what was asked for is in. */
const DELTA = 2;
const DELTAS = ['visit', 'visit again', 'selectRecord'];

describe('crossings of the membrane, inside Lightning Web Security', () => {
    let crossings;
    before(async () => {
        const server = await serve({ root: await buildCrossingPage() });
        const browser = await launch();
        try {
            const page = await browser.newPage();
            await page.goto(`${server.url}crossings.html?csp=lightning`);
            await page.waitForFunction(() => window.results, null, { timeout: 50_000 });
            const results = await page.evaluate(() => window.results);
            expect(results.error).to.equal(undefined);
            ({ crossings } = results);
        } finally {
            await browser.close();
            await server.close();
        }
    });
    after(() => {
        const rows = Object.entries(crossings ?? {}).map(([operation, rounds]) => ({
            operation,
            first: rounds[0].length,
            crossings: rounds.at(-1).length,
            limit: LIMITS[operation] ?? KNOWN[operation].length
        }));
        console.table(rows);
        tried('crossings, operations with a limit', rows.length);
    });

    for (const [operation, expected] of Object.entries(KNOWN)) {
        it(`counts what is known (${operation.replace('known: ', '')})`, () => {
            const seen = crossings[operation].at(-1);
            expect(seen.length, told(seen)).to.equal(expected.length);
            expected.forEach((one, at) => expect(seen[at]).to.match(one instanceof RegExp ? one : exactly(one)));
        });
    }

    for (const [operation, limit] of Object.entries(LIMITS)) {
        it(`${operation}: ${limit} at the most`, () => {
            const seen = crossings[operation].at(-1);
            expect(seen.length, told(seen)).to.be.at.most(limit);
        });
    }

    for (const operation of DELTAS) {
        it(`${operation}: ${DELTA} at the most for the delta`, () => {
            const seen = crossings[operation].at(-1);
            const out = seen.slice(seen.findLastIndex((one) => one.includes('encodeInto')) + 1);
            expect(out.length, told(out)).to.be.at.most(DELTA);
        });
    }

    it('are the same whenever an operation is repeated', () => {
        for (const [operation, [, , ...rounds]] of Object.entries(crossings)) {
            for (const round of rounds) {
                expect(round, operation).to.deep.equal(rounds[0]);
            }
        }
    });

    it('have a limit for every operation that is counted', () => {
        expect(Object.keys(crossings)).to.have.members([...Object.keys(KNOWN), ...Object.keys(LIMITS)]);
    });

    it('cannot be counted in a sandbox that is made differently, and that is said', () => {
        const hooks = 'const { 0: bluePointer, 1: blueCallableApply, 2: blueCallableGet } = blueHooks$LWS;';
        const given = (side) => `${side}Hooks$LWS = hooks$LWS;`;
        const whole = `${given('blue')} ${hooks} ${given('red')}`;
        expect(instrument(whole).code).to.include("redHooks$LWS = counted('in', hooks$LWS, ");
        const others = [
            '',
            whole.replace(given('red'), ''),
            whole + given('blue'),
            whole.replace('1:', '2:'),
            given('blue')
        ];
        for (const other of [...others, whole.replace('Apply', 'Call')]) {
            expect(() => instrument(other)).to.throw('@locker/sandbox has changed: ');
        }
    });
});

function told(seen) {
    return `\n${seen.join('\n')}\n`;
}

function exactly(text) {
    return new RegExp(`^${text.replace(/[.()]/g, '\\$&')}$`);
}
