/* Sources are cited by the titles that docs/sources.md lists, never by number. */
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import { path } from '../../scripts/paths.js';

const FOLDERS = ['src', 'wasm', 'xtask', 'benches', 'docs', 'scripts', 'tests', 'www'];

async function files(folder) {
    const entries = await readdir(path(folder), { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile() && /\.(?:rs|js|ts|md|html|cls|xml)$/.test(entry.name))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

describe('sources', () => {
    it('are cited by title in code, tests and documents', async () => {
        const numbered = [];
        for (const file of (await Promise.all(FOLDERS.map(files))).flat()) {
            if (/\bseed [1-5]\b/i.test(await readFile(file, 'utf8'))) numbered.push(relative(path('.'), file));
        }
        expect(numbered).to.deep.equal([]);
    });
});
