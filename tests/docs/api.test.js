import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { api, declarations } from '../../scripts/apiDocs.js';
import { path } from '../../scripts/paths.js';

describe('docs/api.md', () => {
    it('is what `node scripts/apiDocs.js` writes of the published types', async () => {
        expect(await readFile(path('docs/api.md'), 'utf8')).to.equal(await api());
    });

    for (const file of ['wasm/js/index.d.ts', 'wasm/js/testing/index.d.ts']) {
        it(`has every name that ${file} exports`, async () => {
            const types = await readFile(path(file), 'utf8');
            const exported = Array.from(types.matchAll(/^export (?:\w+ )+?(\w+)[ <({=:]/gm), ([, name]) => name);
            const all = await declarations(file);
            expect(all.map(({ name }) => name)).to.deep.equal(exported);
            const page = await readFile(path('docs/api.md'), 'utf8');
            expect(exported.filter((name) => !new RegExp(`^###? ${name}$`, 'm').test(page))).to.deep.equal([]);
        });
    }

    it('says of each what its types say, and which others it needs', async () => {
        const page = await readFile(path('docs/api.md'), 'utf8');
        expect(page).to.match(/^## load\n\nLoads the WebAssembly module once;/m);
        expect(page).to.match(/^### load\n\nStands for the real `load`/m);
        expect(page).to.match(/^See also \[SessionOptions\]\(#sessionoptions\)\.$/m);
    });
});
