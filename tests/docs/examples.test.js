/* The examples in the published types compile against these types. */
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { path } from '../../scripts/paths.js';
import { diagnose } from '../types/diagnose.js';

/** What the examples take for granted, as a component has it. */
const SCOPE = `import { load } from '#patchbay';
import type { Message, Patchbay, Session } from '#patchbay';
declare const patchbay: Patchbay;
declare const session: Session;
declare const id: string;
declare const forms: readonly object[];
declare const context: object;
declare const CHANNEL: unique symbol;
declare function publish(context: object, channel: typeof CHANNEL, message: Message): void;
`;

async function examplesOf(file) {
    const types = await readFile(path(file), 'utf8');
    return Array.from(types.matchAll(/@example\n([^]*?)(?=\*\/|\* @)/g), ([, lines]) =>
        lines.replaceAll(/^ *\* ?/gm, '')
    );
}

const inFunctions = (examples) => examples.map((code, at) => `export async function example${at}() {\n${code}}\n`);

describe('the examples of the published types', () => {
    for (const file of ['wasm/js/index.d.ts', 'wasm/js/messages.d.ts']) {
        it(`compile, of ${file}`, async () => {
            const examples = await examplesOf(file);
            expect(examples).to.not.have.length(0);
            expect(diagnose(SCOPE + inFunctions(examples).join(''))).to.deep.equal([]);
        }).timeout(60_000);
    }

    it('would not compile if they were wrong', () => {
        const wrong = ['session.unhold(id);\n', "publish(context, CHANNEL, patchbay.updateState('hang up', id));\n"];
        expect(diagnose(SCOPE + inFunctions(wrong).join(''))).to.have.length(2);
    }).timeout(60_000);
});
