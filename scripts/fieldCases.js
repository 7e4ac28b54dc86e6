/* `node scripts/fieldCases.js`: writes docs/field-cases.md out of tests/field-cases.json, whose cases tests/wasm runs. */
import { readFile, writeFile } from 'node:fs/promises';
import { isMain, path } from './paths.js';

export const PAGE = 'docs/field-cases.md';

const HEAD = `# Cases from the field

<!-- Written by \`node scripts/fieldCases.js\` from tests/field-cases.json; not to be edited. -->

What real clients, samples, orgs and production code send, and what is right. The inputs are small ones of our own.
[A test](../tests/wasm/fieldCases.node.test.js) runs every case of this page. A case is _right_ when it does what the page says, and _open_
while it does not yet; the test holds both.
`;

export async function page() {
    const cases = JSON.parse(await readFile(path('tests/field-cases.json'), 'utf8'));
    const areas = new Map(cases.map(({ area }) => [area, cases.filter((one) => one.area === area)]));
    const cell = (text) => text.replaceAll('|', '\\|');
    const parts = [...areas].map(([area, listed]) => {
        const rows = listed.map(({ case: what, source, right, open }) => [
            what,
            source,
            right,
            open ? 'open' : 'right'
        ]);
        const lines = rows.map((row) => `| ${row.map(cell).join(' | ')} |`);
        return `\n## ${area}\n\n| case | source | what is right | status |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`;
    });
    return HEAD + parts.join('');
}

if (isMain(import.meta.url)) {
    await writeFile(path(PAGE), await page());
}
