/* That memory stays flat however much goes through a session. */
import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { ALL, tried } from './reliability.js';

const MEGABYTE = 2 ** 20;
const INTERACTIONS = ALL ? 10_000 : 3_000;

/** A copy of the module of its own, and the memory it works in. */
async function fresh(copy) {
    const { Instance } = WebAssembly;
    let memory;
    WebAssembly.Instance = new Proxy(Instance, {
        construct(...given) {
            const instance = Reflect.construct(...given);
            memory = instance.exports.memory;
            return instance;
        }
    });
    try {
        const { load } = await import(`../../pkg/index.js?memory=${copy}`);
        return { patchbay: await load(), size: () => memory.buffer.byteLength };
    } finally {
        WebAssembly.Instance = Instance;
    }
}

describe('memory', () => {
    it('is flat over thousands of interactions, and every one is let go', async () => {
        const { patchbay, size } = await fresh('interactions');
        const fixture = JSON.parse(await readFile(new URL('../fixtures/inbound-call.json', import.meta.url), 'utf8'));
        const messages = fixture.events.map(({ message }) => JSON.stringify(message));
        const session = patchbay.session({ storage: null });
        let early;
        for (let number = 0; number < INTERACTIONS; number++) {
            const id = number.toString(16).padStart(8, '0');
            // Every second call ends without being deallocated.
            for (const message of messages.slice(0, 27 + (number % 2))) {
                session.receive(message.replaceAll('6b0d7c1e', id));
            }
            expect(session.interactions.length).to.be.below(10);
            early ??= number === INTERACTIONS / 10 ? size() : undefined;
        }
        expect(size()).to.equal(early);
        expect(size()).to.be.at.most(2 * MEGABYTE);
        tried('memory, interactions', INTERACTIONS);
    }).timeout(120_000);

    it('is given back by sessions that are closed', async () => {
        const { patchbay, size } = await fresh('sessions');
        const transcript = 'x'.repeat(100_000);
        let early;
        for (let number = 0; number < 200; number++) {
            const session = patchbay.session({ storage: null });
            const data = { id: String(number), state: 'ALERTING', attributes: { transcript } };
            session.receive({ type: 'Interaction', category: 'add', data });
            expect(session.interactions).to.have.length(1);
            await session.close();
            early ??= number === 20 ? size() : undefined;
        }
        expect(size()).to.equal(early);
        tried('memory, sessions', 200);
    });
});
