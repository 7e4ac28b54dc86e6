/* encodeURIComponent and its inverse beside the browser's own, over everything that UTF-16 can hold. */
import { expect } from 'chai';
import { PatchbayError, load } from '#patchbay';
import { transfer } from './helpers.js';
import { ALL, chanceOf, tried } from './reliability.js';

const HIGH = 0xd800;
const LOW = 0xdc00;
const HALVES = 0x400;
const UNITS = 0x10000;
const CODE_POINTS = 0x110000;

/** What stands at the edges of both ranges of surrogates, and beyond them. */
const EDGES = [0x00, 0x41, 0xd7ff, HIGH, HIGH + 1, LOW - 2, LOW - 1, LOW, LOW + 1, 0xdffe, 0xdfff, 0xe000, 0xffff];

/** Texts of this length are encoded by the module, not by the browser; two lengths, so that pieces are cut at both halves of pairs. */
const LONG = ['x'.repeat(1500), 'x'.repeat(2047)];

const MAX_UNITS = 2 ** 20;

/**
 * Of the code points a commit tries every 31st block, and of the units every 31st, besides those around the surrogates; a prime, so
 * that what repeats is met at other places each time.
 */
const SHARE = ALL ? 1 : 31;

/** JavaScript's own function, and what it throws. */
function native(work, text) {
    try {
        return work(text);
    } catch (error) {
        return error.name;
    }
}

describe('encoding, all of it', () => {
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    function ours(text) {
        try {
            return patchbay.encode(text);
        } catch (error) {
            const [{ code }] = error instanceof PatchbayError ? error.problems : [{ code: error.name }];
            return code === 'lone-surrogate' ? 'URIError' : code;
        }
    }

    /** No expect of each: there are millions. */
    function same(text, name) {
        if (ours(text) !== native(encodeURIComponent, text)) {
            expect.fail(name());
        }
    }

    it('every code point, among so many that the module encodes them', () => {
        const block = 1024;
        let blocks = 0;
        for (const head of ['', 'x']) {
            for (let from = 0; from < CODE_POINTS; from += block * SHARE) {
                const codes = Array.from({ length: block }, (_, at) => from + at);
                const text = head + String.fromCodePoint(...codes.filter((code) => code < HIGH || code > 0xdfff));
                same(text.length > 1000 ? text : LONG[0] + text, () => `from U+${from.toString(16)}`);
                blocks += 1;
            }
        }
        expect(blocks).to.equal(2 * Math.ceil(CODE_POINTS / block / SHARE));
        tried('encode, code points in long texts', blocks * block);
    }).timeout(60_000);

    it('every unit alone', () => {
        let units = 0;
        for (let unit = 0; unit < UNITS; unit += SHARE) {
            const alone = String.fromCharCode(unit);
            same(alone, () => `unit ${unit.toString(16)}`);
            units += 1;
            if (unit >= HIGH && unit <= 0xdfff) {
                same(LONG[0] + alone, () => `unit ${unit.toString(16)} behind a long text`);
                same(alone + LONG[0], () => `unit ${unit.toString(16)} before a long text`);
                units += 2;
            }
        }
        tried('encode, single UTF-16 units', units);
    }).timeout(60_000);

    it('every half of a pair beside every edge, in both orders', () => {
        let pairs = 0;
        for (let half = HIGH; half < HIGH + 2 * HALVES; half += SHARE) {
            for (const edge of EDGES) {
                for (const pair of [String.fromCharCode(half, edge), String.fromCharCode(edge, half)]) {
                    const name = () => `${half.toString(16)} and ${edge.toString(16)}`;
                    same(pair, name);
                    same(LONG[pairs % 2] + pair, name);
                    pairs += 1;
                }
            }
        }
        tried('encode, pairs around the surrogates', 2 * pairs);
    }).timeout(60_000);

    it('random texts of up to a million units', () => {
        const chance = chanceOf(8);
        const below = (bound) => Math.floor(chance() * bound);
        const alphabets = [
            () => 0x20 + below(0x60),
            () => below(0x800),
            () => below(HIGH),
            () => 0x10000 + below(0x100000),
            () => (chance() < 0.5 ? 0x61 : 0x1f600 + below(64))
        ];
        const count = ALL ? 120 : 30;
        for (let at = 0; at < count; at++) {
            const length = at === 0 ? MAX_UNITS : Math.floor(2 ** (chance() * 20));
            const alphabet = alphabets[at % alphabets.length];
            const parts = [];
            for (let units = 0; units < length; units += parts.at(-1).length) {
                // In pieces, as an array of a million texts would take longer than all the rest.
                const codes = Array.from({ length: Math.min(4096, length - units) }, alphabet);
                parts.push(String.fromCodePoint(...codes));
            }
            const text = parts.join('');
            same(text, () => `text ${at}`);
            const cut = below(text.length);
            const broken = text.slice(0, cut) + String.fromCharCode(HIGH + below(2 * HALVES)) + text.slice(cut);
            same(broken, () => `text ${at}, with half of a pair`);
        }
        tried('encode, random texts to 1 MB', 2 * count);
    }).timeout(60_000);

    describe('decoding, of which transfer targets are judged', () => {
        /** Whether the text is all escapes and unreserved characters, and decodes, by JavaScript's own account. */
        const decodes = (text) =>
            /^(?:[\w.!~*'()-]|%[\dA-Fa-f]{2})+$/.test(text) && native(decodeURIComponent, text) !== 'URIError';

        function judgedAlike(text) {
            const { valid, problems } = patchbay.validate(transfer(text, 'userId'));
            const notEncoded = problems.some(({ code }) => code === 'not-encoded');
            if (valid !== decodes(text) || notEncoded === valid) {
                expect.fail(`${text}: ${problems.map(({ code }) => code).join(' ') || 'fine'}`);
            }
        }

        const escape = (...bytes) => bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

        it('every escape, and every two in a row', () => {
            let pairs = 0;
            for (let first = 0; first < 256; first++) {
                judgedAlike(escape(first));
                for (let second = first % SHARE; second < 256; second += SHARE) {
                    judgedAlike(escape(first, second).toUpperCase());
                    pairs += 1;
                }
            }
            tried('decode, one and two escapes', 256 + pairs);
        }).timeout(60_000);

        it('sequences of three and four at the edges of UTF-8', () => {
            const edges = [0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff];
            let sequences = 0;
            for (let lead = 0xc0; lead < 256; lead += ALL ? 1 : 5) {
                for (const second of edges) {
                    for (const third of edges) {
                        judgedAlike(escape(lead, second, third));
                        for (const fourth of edges) {
                            judgedAlike(escape(lead, second, third, fourth));
                        }
                        sequences += 1 + edges.length;
                    }
                }
            }
            tried('decode, three and four escapes', sequences);
        }).timeout(60_000);

        it('whatever is nearly encoded', () => {
            const chance = chanceOf(9);
            const pieces = [
                '%',
                '%4',
                '%41',
                '%c3',
                '%A9',
                '%e2%82%ac',
                '%F0%9F%98%80',
                '%ED%A0%80',
                '%25',
                'a',
                '-',
                '+',
                ' '
            ];
            const count = ALL ? 20_000 : 4_000;
            for (let at = 0; at < count; at++) {
                const length = 1 + Math.floor(chance() * 12);
                const text = Array.from({ length }, () => pieces[Math.floor(chance() * pieces.length)]).join('');
                if (text.trim() !== '') {
                    judgedAlike(text);
                }
            }
            tried('decode, random escapes', count);
        }).timeout(60_000);
    });
});
