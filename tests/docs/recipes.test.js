/* The recipes: what the page shows is what is tested, and each is a whole component. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { expect } from 'chai';
import { API_VERSION } from '../../scripts/packages.js';
import { path } from '../../scripts/paths.js';
import { PAGES, recipesPage } from '../../scripts/recipesDocs.js';
import { AGENTS, FLOWS, QUEUES, STATUSES } from '../../www/host/genesys/directory.js';

const FOLDER = 'www/examples/main/default/lwc';

const recipesOn = async (page) =>
    (await recipesPage(page)).files.filter((file) => file.startsWith(FOLDER)).map((file) => file.split('/')[5]);

describe('the documents with recipes', () => {
    it('show the code as it stands in the files', async () => {
        for (const page of PAGES) {
            const { now, current } = await recipesPage(page);
            expect(now, page).to.equal(current);
        }
    });

    it('show every recipe, and none that is not there', async () => {
        const shown = new Set((await Promise.all(PAGES.map(recipesOn))).flat());
        expect([...shown].sort()).to.deep.equal((await readdir(path(FOLDER))).sort());
        expect(new Set(await recipesOn('docs/recipes.md')).size).to.equal(12);
    });
});

describe('docs/recipes.md', () => {
    /** By recipe, what the page says of it before its code. */
    async function intros() {
        const page = await readFile(path('docs/recipes.md'), 'utf8');
        const [, ...sections] = page.split(/^## /m);
        return new Map(
            sections.map((section) => {
                const [intro, ...rest] = section.split(/^\[(?=patchbay)/m);
                return [rest[0].split('.')[0], intro];
            })
        );
    }

    it('says of each recipe which parameters it takes, and how the local console gives it them', async () => {
        let parameters = 0;
        for (const [name, intro] of await intros()) {
            const code = await readFile(path(`${FOLDER}/${name}/${name}.js`), 'utf8');
            const address = intro.match(/`\?recipe=(\w+)([^`]*)`/) ?? [];
            for (const [, property] of code.matchAll(/@api (\w+)(?= =|;)/g)) {
                parameters += 1;
                expect(intro, `${name}: ${property}`).to.include(`\`${property}\``);
                expect(address[1], name).to.equal(name);
                // On a record page, and in the console, it is the record that is open.
                if (property !== 'recordId') {
                    expect(address[2], `${name}: ${property}`).to.match(new RegExp(`[?&]${property}=[^&]`));
                }
            }
        }
        expect(parameters).to.be.above(9);
    });

    it('gives IDs that the simulated client knows', async () => {
        const known = [...AGENTS, ...QUEUES, ...FLOWS, ...STATUSES].map(({ id }) => id);
        const given = [...(await intros()).values()].join('').match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g);
        expect(given).to.have.length(3);
        expect(known).to.include.members(given);
    });
});

describe('docs/components.md', () => {
    const exportsOf = async (bundle) => {
        const code = await readFile(path(`www/force-app/main/default/lwc/${bundle}/${bundle}.js`), 'utf8');
        const declared = Array.from(code.matchAll(/^export (?:function|const) (\w+)/gm), ([, name]) => name);
        const listed = Array.from(code.matchAll(/^export \{ ([^}]+) \}/gm), ([, names]) => names.split(', '));
        return [...declared, ...listed.flat()];
    };

    it('names every function of the session, and the members of the mixin as they are', async () => {
        const page = await readFile(path('docs/components.md'), 'utf8');
        const [, session] = page.split('## `c/patchbaySession`');
        const table = session.split('The listener receives')[0];
        const named = Array.from(table.matchAll(/`(\w+)(?:\([^`]*\))?`/g), ([, name]) => name);
        for (const name of await exportsOf('patchbaySession')) expect(named, name).to.include(name);
        const mixin = await readFile(
            path('www/force-app/main/default/lwc/patchbayInteractionMixin/patchbayInteractionMixin.js'),
            'utf8'
        );
        const [, ofMixin] = page.split('## For one interaction');
        const rows = Array.from(ofMixin.split('## ')[0].matchAll(/^\| (`[^|]+)\|/gm), ([, cell]) => cell);
        const members = rows.flatMap((cell) => Array.from(cell.matchAll(/`(\w+)/g), ([, name]) => name));
        expect(members).to.have.length.above(10);
        for (const member of members) expect(mixin, member).to.match(new RegExp(`^ {8}(?:get )?${member}\\b`, 'm'));
    });

    it('names functions of c/patchbayShared that are there', async () => {
        const [, shared] = (await readFile(path('docs/components.md'), 'utf8')).split('## `c/patchbayShared`');
        const named = Array.from(shared.split('## ')[0].matchAll(/`(\w+)(?:\(|`)/g), ([, name]) => name);
        const there = await exportsOf('patchbayShared');
        expect(named.filter((name) => !there.includes(name))).to.deep.equal([]);
    });
});

describe('each recipe', () => {
    it('is a component that can be deployed, and has a test', async () => {
        for (const name of await readdir(path(FOLDER))) {
            const meta = await readFile(path(`${FOLDER}/${name}/${name}.js-meta.xml`), 'utf8');
            expect(meta, name).to.include(`<apiVersion>${API_VERSION}</apiVersion>`);
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
