/*
 * `patchbay/jest-preset`: the components as they ship, for Jest in projects that only install Patchbay, and what they import of
 * `@salesforce` as stubs. Made of what is in www, so that a change of a component compiles no Rust.
 */
import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLabels } from '../www/host/bundle/labels.js';
import { path } from './paths.js';
import { once } from './stamp.js';

const LWC = 'www/force-app/main/default/lwc';
const PRESET = 'wasm/js/jest-preset';
const LABELS = 'www/force-app/main/default/labels';
const GERMAN = 'www/german';

/** Built by themselves; in Jest `patchbay/testing` stands in their place. */
const GENERATED = ['patchbay', 'patchbayMessages'];

/** Writes the preset into the npm package, unless it stands there as it would be written. */
export async function buildJestPreset(pkg) {
    const bundles = (await readdir(path(LWC))).filter((name) => !GENERATED.includes(name)).sort();
    const inputs = [...bundles.map((name) => `${LWC}/${name}`), PRESET, LABELS, GERMAN];
    const outputs = ['pkg/jest-preset/stubs.json', 'pkg/lwc/patchbaySession'];
    return once('jest-preset', { inputs, outputs }, () => write(pkg, bundles));
}

async function write(pkg, bundles) {
    await rm(`${pkg}/lwc`, { recursive: true, force: true });
    const isShipped = (file) => !/__tests__|-meta\.xml$/.test(file);
    for (const name of bundles) {
        await cp(path(`${LWC}/${name}`), `${pkg}/lwc/${name}`, { recursive: true, filter: isShipped });
    }
    await cp(path(PRESET), `${pkg}/jest-preset`, { recursive: true });
    const labels = Object.entries(readLabels(path('www'))).map(([name, { en }]) => [name, en]);
    const stubs = { apex: await apexMethods(`${pkg}/lwc`), labels: Object.fromEntries(labels) };
    await writeFile(`${pkg}/jest-preset/stubs.json`, `${JSON.stringify(stubs, null, 4)}\n`);
}

/** The methods of Apex that components import. */
async function apexMethods(folder) {
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.js'));
    const codes = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    const imported = codes.flatMap((code) => Array.from(code.matchAll(/'@salesforce\/apex\/([\w.]+)'/g)));
    return [...new Set(imported.map(([, method]) => method))].sort();
}
