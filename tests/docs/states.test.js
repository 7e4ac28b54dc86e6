import { readFile, readdir } from 'node:fs/promises';
import { expect } from 'chai';
import { path } from '../../scripts/paths.js';

describe('docs/states.md', () => {
    it('shows every picture once, and says in words what is on it', async () => {
        const page = await readFile(path('docs/states.md'), 'utf8');
        const shown = Array.from(page.matchAll(/!\[([^\]]+)\]\(screens\/([^)]+)\)/g), ([, words, file]) => ({
            words,
            file
        }));
        const taken = (await readdir(path('docs/screens'))).sort();
        expect(shown.map(({ file }) => file).sort()).to.deep.equal(taken);
        expect(new Set(shown.map(({ words }) => words)).size).to.equal(taken.length);
    });
});
