/* Puts the code of the recipes into docs/recipes.md, below the link to each file. `node scripts/recipesDocs.js` */
import { readFile, writeFile } from 'node:fs/promises';
import { isMain, path } from './paths.js';

const FILE = path('docs/recipes.md');

// A link to a file, and the block that shows it as it stands there.
const SHOWN = /(\]\(\.\.\/(www\/recipes\/[^)]+)\)\n\n<!-- prettier-ignore -->\n```\w+\n)[^]*?\n?```/g;

/** The page as it is, and as it is with the files' code in it. */
export async function recipesPage() {
    const now = await readFile(FILE, 'utf8');
    const files = [...new Set(Array.from(now.matchAll(SHOWN), ([, , file]) => file))];
    const code = new Map(await Promise.all(files.map(async (file) => [file, await readFile(path(file), 'utf8')])));
    return { now, current: now.replace(SHOWN, (_, head, file) => `${head}${code.get(file)}\`\`\``), files };
}

if (isMain(import.meta.url)) {
    const { current } = await recipesPage();
    await writeFile(FILE, current);
}
