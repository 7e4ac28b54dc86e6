/* That docs/field-cases.md says what tests/field-cases.json has. */
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { PAGE, page } from '../../scripts/fieldCases.js';
import { path } from '../../scripts/paths.js';

describe('cases from the field, as they are told', () => {
    it('are those of the table; `node scripts/fieldCases.js` writes the page', async () => {
        expect(await readFile(path(PAGE), 'utf8')).to.equal(await page());
    });
});
