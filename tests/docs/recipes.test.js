/* The recipes: what the page shows is what is tested, and each is a whole component. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { expect } from 'chai';
import { path } from '../../scripts/paths.js';
import { recipesPage } from '../../scripts/recipesDocs.js';

const FOLDER = 'www/recipes/lwc';

describe('docs/recipes.md', () => {
    it('shows the code as it stands in the files', async () => {
        const { now, current } = await recipesPage();
        expect(now).to.equal(current);
    });

    it('shows every recipe, and none that is not there', async () => {
        const { files } = await recipesPage();
        const shown = new Set(files.map((file) => file.split('/')[3]));
        expect([...shown].sort()).to.deep.equal((await readdir(path(FOLDER))).sort());
        expect(shown.size).to.equal(12);
    });
});

describe('each recipe', () => {
    it('is a component that can be deployed, and has a test', async () => {
        const { sourceApiVersion } = JSON.parse(await readFile(path('sfdx-project.json'), 'utf8'));
        for (const name of await readdir(path(FOLDER))) {
            const meta = await readFile(path(`${FOLDER}/${name}/${name}.js-meta.xml`), 'utf8');
            expect(meta, name).to.include(`<apiVersion>${sourceApiVersion}</apiVersion>`);
            expect(meta, name).to.match(/<isExposed>true<[^]*<target>lightning__\w+<\/target>/);
            const code = await readFile(path(`${FOLDER}/${name}/${name}.js`), 'utf8');
            for (const [, property] of meta.matchAll(/<property\s+name="(\w+)"/g)) {
                expect(code, `${name}: ${property}`).to.match(new RegExp(`@api ${property}\\b`));
            }
            expect(existsSync(path(`${FOLDER}/${name}/__tests__/${name}.test.js`)), name).to.equal(true);
        }
    });

    it('has no name that a component of the package has', async () => {
        const taken = await readdir(path('www/force-app/main/default/lwc'));
        expect((await readdir(path(FOLDER))).filter((name) => taken.includes(name))).to.deep.equal([]);
    });
});
