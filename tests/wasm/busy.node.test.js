/* One call at a time: the rule of the module itself, below everything that JavaScript adds. */
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { initSync, session_open as openSession } from '../../build/wasm/patchbay.js';
import { BUSY } from '../../build/wasm/vocabulary.js';
import { useClock } from '../../wasm/js/time.js';

const bytes = await readFile(new URL('../../build/wasm/patchbay_bg.wasm', import.meta.url));
const clock = { now: () => 0, random: () => 0.5, setTimeout: () => Symbol('timer'), clearTimeout: () => {} };

describe('the module, called from inside', () => {
    it('refuses every call before it reads or changes anything', () => {
        const exports = initSync({ module: bytes });
        useClock(clock);
        const calls = {
            command_validate: () => exports.command_validate(0),
            command_build: () => exports.command_build(0, 0),
            session_found: (number) => exports.session_found(number, 0),
            session_receive: (number) => exports.session_receive(number, 0, 0),
            session_command: (number) => exports.session_command(number, 0, 0),
            session_refuse: (number) => exports.session_refuse(number, 0, 0),
            session_timeline: (number) => exports.session_timeline(number, 0),
            session_hand_over: (number) => exports.session_hand_over(number, 0),
            session_can: (number) => exports.session_can(number, 0),
            session_pending: (number) => exports.session_pending(number),
            session_saving: (number) => exports.session_saving(number),
            session_close: (number) => exports.session_close(number),
            session_open: () => open(undefined)
        };
        const answers = [];
        let number = 0;
        function open(storage) {
            const stamp = () => '';
            return openSession(storage, false, undefined, 'page', '{}', '[]', 1, stamp, stamp, 0, 0, 0);
        }
        function inside() {
            expect(exports.is_running()).to.be.ok;
            answers.push(...Object.values(calls).map((call) => call(number)));
            return null;
        }
        number = open({ getItem: inside, setItem: inside, removeItem: inside });
        expect(answers.length).to.be.greaterThan(0);
        answers.length = 0;
        expect(exports.is_running()).not.to.be.ok;
        // The page leaves, which writes.
        const text = new TextEncoder().encode('["select","1"]');
        const at = exports.input() >>> 0;
        new Uint8Array(exports.memory.buffer, at, text.length).set(text);
        expect(exports.session_command(number, text.length, 0)).to.be.at.least(0);
        expect(answers.length).to.be.greaterThan(0);
        expect(new Set(answers)).to.deep.equal(new Set([BUSY]));
        expect(exports.session_saving(number), 'the session is whole').to.equal(0);
        expect(exports.session_close(number)).to.equal(0);
    });
});
