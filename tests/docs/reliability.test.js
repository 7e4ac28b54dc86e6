/* That what is told of reliability is what is claimed and was counted, and that nothing is claimed which nobody counts. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { CLAIMS } from '../../scripts/reliability/claims.js';
import { faults, gather, means } from '../../scripts/reliability/counts.js';
import { TOLD, reliabilityPage } from '../../scripts/reliability.js';
import { path } from '../../scripts/paths.js';

const text = (file) => readFile(path(file), 'utf8');

/** What a source prints as the name of a counter, whatever is filled in as `*`. */
const PRINTS = [
    [/\btried\(\s*(['"`])(.+?)\1,/g, (found) => found[2].replace(/\$\{.+?\}/g, '*')],
    [/"reliability: ([^"]*?\w[^"]*?): \{\w+\} cases"/g, (found) => found[1].replace(/\{.+?\}/g, '*')]
];

function printed(source) {
    const names = PRINTS.flatMap(([pattern, name]) => Array.from(source.matchAll(pattern), name));
    // How any name is printed.
    return names.filter((name) => name !== '*');
}

/** Whether one of two names can be the other's, where both may have gaps. */
const areOne = (one, other) => means(one, other.replaceAll('*', 'x')) || means(other, one.replaceAll('*', 'x'));

async function sources() {
    const entries = await readdir(path('tests'), { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile() && /\.(?:js|rs)$/.test(entry.name))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .filter((file) => !file.endsWith('reliability.test.js'));
}

describe('reliability, as it is told', () => {
    let told;
    before(async () => {
        told = JSON.parse(await readFile(TOLD, 'utf8'));
    });

    it('is generated from the claims and the counts', async () => {
        expect(await text('docs/reliability.md')).to.equal(await reliabilityPage(told));
    });

    it('was counted, all of it, as often as is claimed', () => {
        expect(faults(told)).to.deep.equal([]);
    });

    for (const { claim, tests, counters, commit = {} } of CLAIMS) {
        it(`is counted by the tests that are named: ${claim}`, async () => {
            expect(tests).to.not.deep.equal([]);
            expect(Object.values(counters).every((least) => Number.isInteger(least) && least > 0)).to.equal(true);
            for (const [counter, least] of Object.entries(commit)) {
                expect(least, counter).to.be.above(0).and.below(counters[counter]);
            }
            const names = (await Promise.all(tests.map(text))).map(printed);
            for (const counter of Object.keys(counters)) {
                expect(
                    names.flat().some((name) => areOne(name, counter)),
                    counter
                ).to.equal(true);
            }
            names.forEach((found, at) =>
                expect(
                    Object.keys(counters).some((counter) => found.some((name) => areOne(name, counter))),
                    tests[at]
                ).to.equal(true)
            );
        });
    }

    it('is claimed wherever it is counted', async () => {
        const counters = CLAIMS.flatMap((claim) => Object.keys(claim.counters));
        for (const file of await sources()) {
            for (const name of printed(await readFile(file, 'utf8'))) {
                expect(
                    counters.some((counter) => areOne(name, counter)),
                    `${file}: ${name}`
                ).to.equal(true);
            }
        }
    });

    it('claims each counter once', () => {
        const counters = CLAIMS.flatMap((claim) => Object.keys(claim.counters));
        for (const name of Object.keys(told)) {
            expect(
                counters.filter((counter) => means(counter, name)),
                name
            ).to.have.length(1);
        }
    });
});

describe('a run', () => {
    const claims = [
        { tests: ['a.js'], counters: { one: 2 } },
        { tests: ['b.js'], counters: { 'some, *': 3 }, commit: { 'some, *': 1 } }
    ];

    it('is read from what tests print, wherever in a line it stands', () => {
        const output =
            '..reliability: one: 2 cases\n  ✔ that\nreliability: some, 1/2: things: 30 cases\nreliability: no\n';
        expect(gather(output)).to.deep.equal({ one: 2, 'some, 1/2: things': 30 });
    });

    it('is what is claimed, or falls short, or counts what nobody claims', () => {
        expect(faults({ one: 2, 'some, a': 1, 'some, b': 2 }, { claims })).to.deep.equal([]);
        expect(faults({ one: 1, 'some, a': 2, other: 1 }, { claims })).to.deep.equal([
            'one: 1 cases, and 2 are claimed',
            'some, *: 2 cases, and 3 are claimed',
            'other: counted, and claimed nowhere; name it in scripts/reliability/claims.js'
        ]);
        expect(faults({ 'some, a': 3, 'so, a': 1 }, { claims })[0]).to.equal(
            'one: nothing was counted, and 2 cases are claimed'
        );
    });

    it('of a commit need not count as much', () => {
        expect(faults({ one: 2, 'some, a': 1 }, { claims, all: false })).to.deep.equal([]);
    });

    it('in which a step failed is not asked for what that step counts', () => {
        expect(faults({ one: 2 }, { claims, failed: (file) => file === 'b.js' })).to.deep.equal([]);
    });
});
