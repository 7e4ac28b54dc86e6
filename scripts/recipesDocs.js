/* Puts the code of recipes and of tested examples into the documents, below the link to each file. `node scripts/recipesDocs.js` */
import { readFile, writeFile } from 'node:fs/promises';
import { isMain, path } from './paths.js';

/** The documents that show recipes. */
export const PAGES = ['docs/recipes.md', 'docs/components.md'];

// A link to a file, and the block that shows it as it stands there.
const SHOWN =
    /(\]\(\.\.\/((?:www\/examples|tests\/consumer)\/[^)]+)\)\n\n<!-- prettier-ignore -->\n```\w+\n)[^]*?\n?```/g;

/** A page as it is, and as it is with the files' code in it. */
export async function recipesPage(page) {
    const now = await readFile(path(page), 'utf8');
    const files = [...new Set(Array.from(now.matchAll(SHOWN), ([, , file]) => file))];
    const code = new Map(await Promise.all(files.map(async (file) => [file, await readFile(path(file), 'utf8')])));
    return { now, current: now.replace(SHOWN, (_, head, file) => `${head}${code.get(file)}\`\`\``), files };
}

if (isMain(import.meta.url)) {
    for (const page of PAGES) {
        const { current } = await recipesPage(page);
        await writeFile(path(page), current);
    }
}
