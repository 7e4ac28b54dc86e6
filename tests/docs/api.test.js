import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { api } from '../../scripts/apiDocs.js';
import { path } from '../../scripts/paths.js';

describe('docs/api.md', () => {
    let page;
    before(async () => {
        page = await readFile(path('docs/api.md'), 'utf8');
    });

    it('is what `node scripts/apiDocs.js` writes of the published types', async () => {
        expect(page).to.equal(await api());
    });

    const ENTRIES = ['index', 'testing/index', 'conformance/index'].map((name) => `wasm/js/${name}.d.ts`);
    for (const file of [...ENTRIES, 'pkg/types.d.ts']) {
        it(`has every name that ${file} exports`, async () => {
            const types = await readFile(path(file), 'utf8');
            const exported = Array.from(types.matchAll(/^export (?:\w+ )+?(\w+)[ <({=:]/gm), ([, name]) => name);
            expect(exported).to.not.have.length(0);
            expect(exported.filter((name) => !new RegExp(`^###? ${name}\\b`, 'm').test(page))).to.deep.equal([]);
        });
    }
});
