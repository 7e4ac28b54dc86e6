import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { path } from '../../scripts/paths.js';
import { whatHappensWhen } from '../../scripts/docs.js';

describe('docs', () => {
    it('what-happens-when.md is what `node scripts/docs.js` writes', async () => {
        expect(await readFile(path('docs/what-happens-when.md'), 'utf8')).to.equal(await whatHappensWhen());
    });

    it('is the same each time', async () => {
        expect(await whatHappensWhen()).to.equal(await whatHappensWhen());
    });
});
