/* The npm package as its users meet it, and that building it twice gives the same bytes. */
import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { INPUTS, build } from '../../scripts/build.js';
import { path } from '../../scripts/paths.js';
import { once } from '../../scripts/stamp.js';
import { ALL } from '../wasm/reliability.js';

const LWC = 'www/force-app/main/default/lwc/patchbay';

async function digests(folder) {
    const entries = await readdir(path(folder), { recursive: true, withFileTypes: true });
    const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
    const sums = files.sort().map(async (file) => {
        const sum = createHash('sha256').update(await readFile(file));
        return [file, sum.digest('hex')];
    });
    return Object.fromEntries(await Promise.all(sums));
}

describe('the npm package', () => {
    let folder;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), 'patchbay-'));
        await mkdir(join(folder, 'node_modules'));
        await symlink(path('pkg'), join(folder, 'node_modules/patchbay'), 'junction');
    });
    after(() => rm(folder, { recursive: true, force: true }));

    const USE = `import { load } from 'patchbay';
export const sent = async () => (await load()).blindTransfer('1', { flow: 'Auditor Secure Flow' }).data.participantContext;`;
    const SENT = { transferTarget: 'sip:Auditor%20Secure%20Flow', transferTargetType: 'address' };

    it('works by its name in Node', async () => {
        await writeFile(join(folder, 'use.mjs'), USE);
        const { sent } = await import(pathToFileURL(join(folder, 'use.mjs')));
        expect(await sent()).to.deep.equal(SENT);
    });

    it('works bundled, with nothing beside the bundle', async () => {
        await writeFile(join(folder, 'use.js'), USE);
        const bundle = await rollup({
            input: join(folder, 'use.js'),
            plugins: [nodeResolve({ preferBuiltins: false })],
            onwarn(warning) {
                throw new Error(warning.message);
            }
        });
        const { output } = await bundle.generate({ format: 'es' });
        expect(output).to.have.length(1);
        expect(output[0].imports).to.deep.equal([]);
        await writeFile(join(folder, 'bundle.mjs'), output[0].code);
        const { sent } = await import(pathToFileURL(join(folder, 'bundle.mjs')));
        expect(await sent()).to.deep.equal(SENT);
    });

    it('works slim, with the bytes that it is given, and holds none', async () => {
        const use = `import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { load } from 'patchbay/slim';
export const without = load().catch((error) => error);
export const sent = without.then(async () => {
    const wasm = Promise.resolve(readFileSync(createRequire(import.meta.url).resolve('patchbay/patchbay_bg.wasm')));
    return (await load({ wasm })).blindTransfer('1', { flow: 'Auditor Secure Flow' }).data.participantContext;
});`;
        await writeFile(join(folder, 'slim.mjs'), use);
        const { without, sent } = await import(pathToFileURL(join(folder, 'slim.mjs')));
        expect((await without).message).to.include('no bytes of its own; call load({ wasm })');
        expect(await sent).to.deep.equal(SENT);
        const bundle = await rollup({
            input: join(folder, 'slim.mjs'),
            external: /^node:/,
            plugins: [nodeResolve({ preferBuiltins: true })]
        });
        const { output } = await bundle.generate({ format: 'es' });
        expect(output[0].code).to.not.match(/[A-Za-z0-9+/]{2000}/);
    });

    it('leaves nothing behind in a bundle that does not use it', async () => {
        await writeFile(join(folder, 'unused.js'), "import 'patchbay'; export const a = 1;");
        const bundle = await rollup({ input: join(folder, 'unused.js'), plugins: [nodeResolve()] });
        const { output } = await bundle.generate({ format: 'es' });
        expect(output[0].code).to.not.include('WebAssembly');
    });

    it('holds every file that its manifest names, and no other', async () => {
        const manifest = JSON.parse(await readFile(path('pkg/package.json'), 'utf8'));
        const always = ['package.json', 'README.md', 'LICENSE-MIT', 'LICENSE-APACHE'];
        expect(await readdir(path('pkg'))).to.have.members([...manifest.files, ...always]);
        for (const target of [
            manifest.main,
            manifest.types,
            ...Object.values(manifest.exports).flatMap((to) => Object.values(Object(to)))
        ]) {
            if (target.length > 1) {
                expect(await readFile(path(`pkg/${target}`)))
                    .to.have.property('length')
                    .above(0);
            }
        }
        expect(manifest).to.include({ type: 'module', sideEffects: false, license: 'MIT OR Apache-2.0' });
        expect(manifest).to.not.have.any.keys('dependencies', 'devDependencies', 'scripts', 'private');
    });

    it('declares the functions it has', async () => {
        const { load } = await import('#patchbay');
        const types = await readFile(path('pkg/index.d.ts'), 'utf8');
        const [, face] = /export interface Patchbay \{([^]*?)\n\}/.exec(types);
        const declared = [...face.matchAll(/^ {4}(?:readonly )?(\w+)[(:]/gm)].map(([, name]) => name);
        expect(Object.keys(await load())).to.have.members(declared);
    });

    it('says nothing of the machine that built it', async () => {
        const wasm = (await readFile(path('pkg/patchbay_bg.wasm'))).toString('latin1');
        // Where sources of the standard library are installed, the compiler would write down where.
        const places = [homedir(), path('.'), '.rustup', '.cargo/registry', 'rustlib'];
        for (const place of places.filter(({ length }) => length > 1)) {
            expect(wasm.includes(place), place).to.equal(false);
        }
    });

    // It takes as long as building does, so every night has it.
    (ALL ? it : it.skip)('builds to the same bytes again', async () => {
        await once('same-bytes', { inputs: INPUTS, outputs: [] }, async () => {
            const before = [await digests('pkg'), await digests(LWC)];
            // Compiled anew, not taken from the last build.
            await rm(path('target/wasm/wasm32-unknown-unknown'), { recursive: true, force: true });
            await build({ always: true });
            expect([await digests('pkg'), await digests(LWC)]).to.deep.equal(before);
        });
    }).timeout(300_000);
});
