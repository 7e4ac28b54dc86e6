import { expect } from 'chai';
import fc from 'fast-check';
import { PatchbayError, load } from '#patchbay';
import { problemsOf } from './helpers.js';

/** JavaScript's own function, and what it throws. */
function native(text) {
    try {
        return encodeURIComponent(text);
    } catch (error) {
        return error.constructor.name;
    }
}

describe('encode', () => {
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    function ours(text) {
        try {
            return patchbay.encode(text);
        } catch (error) {
            return error instanceof PatchbayError ? 'URIError' : error;
        }
    }

    it('equals encodeURIComponent for every code point, surrogates among them', () => {
        for (let code = 0; code <= 0x10ffff; code++) {
            const text = String.fromCodePoint(code);
            if (ours(text) !== native(text)) {
                expect.fail(`U+${code.toString(16)}: ${ours(text)} instead of ${native(text)}`);
            }
        }
    }).timeout(60_000);

    it('equals encodeURIComponent for every pair of units at the edges of the surrogates', () => {
        const edges = [
            0x0000, 0x0041, 0xd7ff, 0xd800, 0xd801, 0xdbfe, 0xdbff, 0xdc00, 0xdc01, 0xdffe, 0xdfff, 0xe000, 0xffff
        ];
        for (const first of edges) {
            for (const second of edges) {
                for (const third of edges) {
                    const text = String.fromCharCode(first, second, third);
                    expect(ours(text)).to.equal(native(text));
                }
            }
        }
    });

    it('equals encodeURIComponent for long texts, whatever stands where they are cut', () => {
        for (const character of ['a', ' ', 'é', '€', '😀', '\0', '%']) {
            for (const length of [999, 1000, 1001, 8191, 8192, 8193, 10_241, 100_000]) {
                for (const head of ['', 'x', 'xy']) {
                    const text = head + character.repeat(length);
                    if (patchbay.encode(text) !== encodeURIComponent(text)) {
                        expect.fail(`${head}${character} × ${length}`);
                    }
                }
            }
        }
        const megabyte = '/ä😀z'.repeat(200_000);
        expect(patchbay.encode(megabyte) === encodeURIComponent(megabyte)).to.equal(true);
    }).timeout(60_000);

    it('equals encodeURIComponent for any text', () => {
        fc.assert(
            fc.property(
                fc.string({ unit: 'binary', maxLength: 3000, size: 'max' }),
                (text) => patchbay.encode(text) === encodeURIComponent(text)
            )
        );
    }).timeout(60_000);

    it('gives a text with nothing to escape back as it is', () => {
        const text = "AZaz09-_.!~*'()".repeat(100);
        expect(patchbay.encode(text)).to.equal(text);
        expect(patchbay.encode('')).to.equal('');
    });

    it('refuses half of a surrogate pair instead of turning it into U+FFFD', () => {
        for (const text of [
            '\ud800',
            'a\udfff',
            '\udc00\ud800',
            `${'x'.repeat(10_000)}\ud83d`,
            `\ude00${'é'.repeat(10_000)}`
        ]) {
            expect(problemsOf(() => patchbay.encode(text))).to.deep.equal([['error', '', 'lone-surrogate']]);
        }
    });

    it('refuses what is no text', () => {
        for (const value of [undefined, null, 1, {}, [], Symbol('s'), 1n, () => {}]) {
            expect(problemsOf(() => patchbay.encode(value))).to.deep.equal([['error', '', 'type']]);
        }
    });
});
