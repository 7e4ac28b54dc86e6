/*
 * Loading, and each reason why it can fail, with the globals of a page that would make it fail. Every case takes a copy
 * of the module of its own, as a page that loads it first does.
 */
import { expect } from 'chai';
import { readFile } from 'node:fs/promises';

let copies = 0;
const fresh = () => import(`../../pkg/index.js?copy=${++copies}`);

/** Runs with some properties of an object replaced. */
async function having(object, replaced, work) {
    const kept = Object.fromEntries(
        Object.keys(replaced).map((key) => [key, Object.getOwnPropertyDescriptor(object, key)])
    );
    for (const [key, value] of Object.entries(replaced)) {
        Object.defineProperty(object, key, { value, writable: true, configurable: true });
    }
    try {
        return await work();
    } finally {
        for (const [key, descriptor] of Object.entries(kept)) {
            if (descriptor) {
                Object.defineProperty(object, key, descriptor);
            } else {
                delete object[key];
            }
        }
    }
}

async function reasonOf({ load, PatchbayLoadError }, options) {
    try {
        await load(options);
    } catch (error) {
        expect(error).to.be.instanceOf(PatchbayLoadError);
        expect(error.message).to.match(/; .+\.$/, 'says what to do');
        return error.reason;
    }
    return 'loaded';
}

describe('load', () => {
    let wasm;
    before(async () => {
        wasm = await readFile(new URL('../../pkg/patchbay_bg.wasm', import.meta.url));
    });

    it('loads once, however often it is called', async () => {
        const { load } = await fresh();
        const [first, second] = await Promise.all([load(), load()]);
        expect(second).to.equal(first);
        expect(await load()).to.equal(first);
        expect(Object.isFrozen(first)).to.equal(true);
    });

    it('tells its version', async () => {
        const { load } = await fresh();
        const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
        expect((await load()).version).to.equal(version);
    });

    it('takes the bytes of the module from elsewhere', async () => {
        const module = await fresh();
        expect(await reasonOf(module, { wasm })).to.equal('loaded');
    });

    it('works where neither base64 nor text have functions of their own, as in jsdom', async () => {
        await having(Uint8Array, { fromBase64: undefined }, () =>
            having(globalThis, { TextEncoder: undefined, TextDecoder: undefined }, async () => {
                const { load } = await fresh();
                const patchbay = await load();
                const target = { flow: 'Zoë: 100% 😀' };
                expect(patchbay.participantContext(target).transferTarget).to.equal(
                    `sip:${encodeURIComponent(target.flow)}`
                );
                const message = { type: 'PureCloud.User.updateStätus', data: { id: 'ü' } };
                expect(patchbay.validate(message).problems[0].code).to.equal('unknown-value');
                const kept = {};
                const storage = {
                    getItem: () => null,
                    setItem: (place, text) => (kept[place] = text),
                    removeItem() {}
                };
                const session = patchbay.session({ storage });
                session.receive({ type: 'Interaction', category: 'add', data: { id: '1', name: 'Zoë 😀' } });
                expect(session.interaction('1').name).to.equal('Zoë 😀');
                expect(kept['patchbay.session']).to.include('Zoë 😀');
            })
        );
    });

    it('works where base64 has a function of its own', async () => {
        const { load } = await fresh();
        const fromBase64 = (text) => new Uint8Array(Buffer.from(text, 'base64'));
        await having(Uint8Array, { fromBase64 }, async () => {
            expect((await load()).encode('ä')).to.equal('%C3%A4');
        });
    });

    it('works where base64 has no function but atob', async () => {
        const { load } = await fresh();
        await having(Uint8Array, { fromBase64: undefined }, () =>
            having(globalThis, { Buffer: undefined }, async () => expect((await load()).encode('ä')).to.equal('%C3%A4'))
        );
    });

    it('without WebAssembly: unsupported', async () => {
        const module = await fresh();
        expect(await having(globalThis, { WebAssembly: undefined }, () => reasonOf(module))).to.equal('unsupported');
    });

    it('without memory: unsupported', async () => {
        const module = await fresh();
        const Memory = class {
            constructor() {
                throw new RangeError('could not allocate memory');
            }
        };
        expect(await having(WebAssembly, { Memory }, () => reasonOf(module))).to.equal('unsupported');
    });

    it('in a sandbox that hides memory: sandbox', async () => {
        const module = await fresh();
        const Memory = class {
            buffer = new ArrayBuffer(0);
        };
        expect(await having(WebAssembly, { Memory }, () => reasonOf(module))).to.equal('sandbox');
    });

    it('where nothing compiles: csp', async () => {
        const module = await fresh();
        const compile = () =>
            Promise.reject(new WebAssembly.CompileError("Refused to compile: 'unsafe-eval' is not allowed"));
        expect(await having(WebAssembly, { compile }, () => reasonOf(module))).to.equal('csp');
    });

    it('with bytes that are damaged, cut or none at all: corrupt', async () => {
        const damaged = Uint8Array.from(wasm);
        damaged[9] ^= 0xff;
        for (const bytes of [
            damaged,
            wasm.subarray(0, 1000),
            new Uint8Array(0),
            new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])
        ]) {
            expect(await reasonOf(await fresh(), { wasm: bytes })).to.equal('corrupt');
        }
    });

    it('with bytes of another build: corrupt', async () => {
        // The module that does nothing but tell a fingerprint, and the wrong one.
        const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
        const type = [1, 5, 1, 0x60, 0, 1, 0x7f];
        const functions = [3, 2, 1, 0];
        const memory = [5, 3, 1, 0, 1];
        const name = (text) => [text.length, ...new TextEncoder().encode(text)];
        const list = [2, ...name('fingerprint'), 0, 0, ...name('memory'), 2, 0];
        const exports = [7, list.length, ...list];
        const code = [10, 6, 1, 4, 0, 0x41, 7, 0x0b];
        const other = new Uint8Array([...header, ...type, ...functions, ...memory, ...exports, ...code]);
        expect(WebAssembly.validate(other)).to.equal(true);
        expect(await reasonOf(await fresh(), { wasm: other })).to.equal('corrupt');
    });

    it('tries again after a failure', async () => {
        const module = await fresh();
        expect(await reasonOf(module, { wasm: new Uint8Array(0) })).to.equal('corrupt');
        expect(await reasonOf(module)).to.equal('loaded');
    });
});
