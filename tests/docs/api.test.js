import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { api, declarations } from '../../scripts/apiDocs.js';
import { path } from '../../scripts/paths.js';

describe('docs/api.md', () => {
    it('is what `node scripts/apiDocs.js` writes of the published types', async () => {
        expect(await readFile(path('docs/api.md'), 'utf8')).to.equal(await api());
    });

    it('has every exported name, with its sentences', async () => {
        const types = await readFile(path('src/js/index.d.ts'), 'utf8');
        const exported = Array.from(types.matchAll(/^export (?:\w+ )+?(\w+)[ <({=]/gm), ([, name]) => name);
        const all = await declarations();
        expect(all.map(({ name }) => name)).to.deep.equal(exported);
        expect(all.find(({ name }) => name === 'load').about).to.match(/^Loads the WebAssembly module once;/);
        expect(all.find(({ name }) => name === 'SessionOptions').uses).to.include('SaveRequest');
    });
});
