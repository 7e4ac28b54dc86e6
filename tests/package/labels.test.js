/* The texts of the components: all of them labels, in English and German, and what App Builder shows of the components. */
import { expect } from 'chai';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGES } from '../../scripts/packages.js';
import { path } from '../../scripts/paths.js';
import { readLabels } from '../../www/host/bundle/labels.js';
import { customLabels } from '../../www/host/bundle/platform.js';

const PACKAGE = path('www/force-app/main/default');
const LWC = join(PACKAGE, 'lwc');

/** Generated, and without texts of its own that an agent reads. */
const GENERATED = ['patchbay', 'patchbayMessages'];

/** Attributes of elements and components that are read or seen by a person. */
const SPOKEN =
    /\s(label|title|alternative-text|placeholder|heading|content|empty|aria-label|message-toggle-(?:in)?active)="([^"]*)"/g;

/** Names of facts, which tests know them by; what is shown is a label. */
const NAMES = ['Call type', 'Wrap-up code'];

const labels = readLabels(path('www'));

async function sources(extension) {
    const entries = await readdir(LWC, { recursive: true, withFileTypes: true });
    const files = entries
        .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .filter((file) => !file.includes('__tests__'))
        .filter((file) => !GENERATED.some((bundle) => file.startsWith(join(LWC, bundle, '/'))));
    return Promise.all(files.map(async (file) => [file.slice(LWC.length + 1), await readFile(file, 'utf8')]));
}

const places = (text) => [...new Set(text.match(/\{\d+\}/g))].sort();

describe('the labels', () => {
    let scripts;
    let templates;
    before(async () => {
        scripts = await sources('.js');
        templates = await sources('.html');
    });

    it('are used where they are defined, and defined where they are used', () => {
        const used = scripts.flatMap(([, code]) =>
            Array.from(code.matchAll(/'@salesforce\/label\/c\.(\w+)'/g), ([, name]) => name)
        );
        expect(Object.keys(labels).length).to.be.above(100);
        expect([...new Set(used)].sort()).to.deep.equal(Object.keys(labels).sort());
    });

    it('are all that other packages use and translate, so that each deploys after the core', async () => {
        const others = PACKAGES.slice(1).map(async ({ folder }) => {
            const files = (await readdir(path(folder), { recursive: true })).filter((file) => /\.(js|xml)$/.test(file));
            return Promise.all(files.map((file) => readFile(join(path(folder), file), 'utf8')));
        });
        const texts = (await Promise.all(others)).flat();
        const named = texts.flatMap((text) => [
            ...Array.from(text.matchAll(/'@salesforce\/label\/c\.(\w+)'/g), ([, name]) => name),
            ...Array.from(text.matchAll(/<customLabels>[^]*?<name>(\w+)<\/name>/g), ([, name]) => name)
        ]);
        expect(named.filter((name) => !(name in labels))).to.deep.equal([]);
        expect(new Set(named).size).to.equal(Object.keys(labels).length);
    });

    it('end a build that asks for one which is not there', () => {
        const { resolveId, load } = customLabels({ rootDir: '/', defined: labels });
        expect(() => resolveId('@salesforce/label/c.Patchbay_Nothing')).to.throw('c.Patchbay_Nothing is not defined');
        expect(load(resolveId('@salesforce/label/c.Patchbay_Hold'))).to.include('{"en":"Hold","de":"Halten"}');
        expect(resolveId('@salesforce/label/LightningX.other')).to.equal(null);
    });

    it('stand in the module labels.js of a component that uses each of them by its own name', () => {
        for (const [file, code] of scripts.filter(([name]) => name.endsWith('/labels.js'))) {
            const folder = file.slice(0, file.indexOf('/') + 1);
            const uses = [...scripts, ...templates].filter(([name]) => name.startsWith(folder) && name !== file);
            const named = new Set(
                uses.flatMap(([, text]) => Array.from(text.matchAll(/\blabels\.(\w+)/g), ([, k]) => k))
            );
            const imported = Array.from(code.matchAll(/import (\w+) from '@salesforce\/label\/c\.Patchbay_(\w+)'/g));
            expect(imported.map(([, key]) => key).sort(), file).to.deep.equal([...named].sort());
            for (const [, key, name] of imported) {
                expect(name, file).to.equal(key[0].toUpperCase() + key.slice(1));
            }
        }
    });

    it('have a German text with the same places', () => {
        for (const [name, { en, de }] of Object.entries(labels)) {
            expect(de, name).to.be.a('string').and.not.equal('');
            expect(places(de), name).to.deep.equal(places(en));
        }
    });

    it('are of one category, for everybody, described, and within the lengths that Salesforce takes', async () => {
        const xml = await readFile(join(PACKAGE, 'labels/CustomLabels.labels-meta.xml'), 'utf8');
        const german = await readFile(path('www/german/main/default/translations/de.translation-meta.xml'), 'utf8');
        const count = Object.keys(labels).length;
        for (const line of ['<categories>Patchbay</categories>', '<protected>false</protected>', '<language>en_US<']) {
            expect(xml.split(line), line).to.have.length(count + 1);
        }
        expect(german.split('<customLabels>')).to.have.length(count + 1);
        const about = Array.from(xml.matchAll(/<shortDescription>(.+)<\/shortDescription>/g), ([, text]) => text);
        expect(about).to.have.length(count);
        expect(about.filter((text) => text.length > 80)).to.deep.equal([]);
        const values = Object.values(labels).flatMap(({ en, de }) => [en, de]);
        expect(values.filter((text) => text.length > 1000 || text !== text.trim())).to.deep.equal([]);
    });

    it('are the only texts of templates', () => {
        for (const [file, html] of templates) {
            const shown = html.replace(/<!--[^]*?-->/g, '').replace(/<[^>]*>/g, '\n');
            expect(shown.replace(/\{[\w.]+\}/g, ''), file).to.not.match(/\p{L}/u);
            const written = Array.from(html.matchAll(SPOKEN)).filter(([, , value]) => /\p{L}/u.test(value));
            expect(
                written.map(([attribute]) => attribute.trim()),
                file
            ).to.deep.equal([]);
        }
    });

    it('are the only sentences of scripts', () => {
        for (const [file, code] of scripts) {
            const own = code.replace(/\/\*[^]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
            const literals = Array.from(
                own.matchAll(/(['"`])(\p{Lu}(?:(?!\1).)* (?:(?!\1).)*)\1/gu),
                ([, , text]) => text
            );
            expect(
                literals.filter((text) => !NAMES.includes(text)),
                file
            ).to.deep.equal([]);
        }
    });
});

describe('the components in App Builder', () => {
    it('offer only properties that they have, each with a label and a help text', async () => {
        const scripts = new Map(await sources('.js'));
        const bases = [...scripts].filter(([name]) => /^(\w+)Mixin\//.test(name)).map(([, code]) => code);
        let offered = 0;
        for (const [file, meta] of await sources('.js-meta.xml')) {
            const own = scripts.get(file.replace('-meta.xml', ''));
            const has = (name) =>
                [own, ...bases].some((code) => new RegExp(`@api\\s+(?:get\\s+)?${name}\\b`).test(code));
            for (const [, property] of meta.matchAll(/<property\s([^]*?)\/>/g)) {
                const { name, label, description } = Object.fromEntries(
                    Array.from(property.matchAll(/(\w+)="([^"]*)"/g), ([, key, value]) => [key, value])
                );
                expect(has(name), `${file}: ${name}`).to.equal(true);
                expect(label, file).to.match(/^\p{Lu}/u);
                expect(description, file).to.match(/\.$/);
                offered += 1;
            }
        }
        expect(offered).to.be.above(5);
    });
});
