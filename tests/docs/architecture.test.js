/* The steps of docs/architecture.md, from a click to the message and from a message to the save, are functions that exist. */
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { path } from '../../scripts/paths.js';

/** What begins a function of this name, by the kind of file. */
const BEGINNINGS = {
    // The build writes functions of JavaScript, too.
    rs: (name) => new RegExp(`\\b(?:fn|function) ${name}\\b`),
    js: (name) => new RegExp(`\\bfunction ${name}\\(|^ {4}(?:async )?${name}\\(|^ +${name}: \\(`, 'm'),
    cls: (name) => new RegExp(`\\bstatic \\w+ ${name}\\(`)
};

/** The second column of each table with steps: the function's name and the file that it is linked to, null for a platform's. */
async function steps() {
    const page = await readFile(path('docs/architecture.md'), 'utf8');
    const sections = page.split(/^## /m).filter((section) => /^From an? /.test(section));
    const rows = sections.flatMap((section) =>
        Array.from(section.matchAll(/^\| \d+ +\| ([^|]+)/gm), ([, cell]) => cell)
    );
    return rows.map((cell) => {
        const [, name] = /^`([^`]+)`/.exec(cell);
        const [, file = null] = /\]\(\.\.\/([^)]+)\)/.exec(cell) ?? [];
        return { name, file };
    });
}

describe('the ways through the code', () => {
    it('are functions that exist, one for each step', async () => {
        const all = await steps();
        expect(all).to.have.length.above(20);
        for (const { name, file } of all) {
            if (file === null) {
                expect(name, 'the function of the platform').to.equal('publish');
                continue;
            }
            const text = await readFile(path(file), 'utf8');
            const [own, owner] = name.split(/::|\./).toReversed();
            expect(text, `${name} in ${file}`).to.match(BEGINNINGS[file.split('.').at(-1)](own));
            if (owner)
                expect(text, `${name} in ${file}`).to.match(new RegExp(`\\b(?:impl(?:<[^>]*>)?|class) ${owner}\\b`));
        }
    });
});
