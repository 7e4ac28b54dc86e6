// Builds the local console as a static site. Does nothing when its inputs are what they were.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyAssets } from './bundle/assets.js';
import { readLabels } from './bundle/labels.js';
import { compileNamespaceC, findBundles } from './bundle/namespaceC.js';
import { bundlePage } from './bundle/page.js';
import { readSetupObjects } from './bundle/setupObjects.js';

const hostDir = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(hostDir, '../..');
const packageDir = path.join(root, 'www/force-app/main/default');
const componentsDir = path.join(packageDir, 'lwc');
const recipesDir = path.join(root, 'www/examples/main/default/lwc');
const metadataDirs = [
    ...['labels', 'objects', 'layouts'].map((folder) => path.join(packageDir, folder)),
    path.join(root, 'www/german')
];
const STAMP = 'inputs.sha256';

/** Builds into `outDir`; resolves to `{ built }`, false when everything was up to date. */
export async function buildHost({ outDir, log = console.log }) {
    const target = path.resolve(outDir);
    const inputs = fingerprint([
        hostDir,
        componentsDir,
        recipesDir,
        ...metadataDirs,
        path.join(root, 'package-lock.json')
    ]);
    const stamp = path.join(target, STAMP);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) {
        log('console: up to date');
        return { built: false };
    }
    if (existsSync(target) && !existsSync(stamp) && readdirSync(target).length > 0) {
        throw new Error(`${target} holds something else than a built console; choose another folder or empty it`);
    }

    const started = Date.now();
    const bundles = findBundles([componentsDir, recipesDir, path.join(hostDir, 'sandboxed')]);
    const recipes = findBundles([recipesDir]).map(({ name }) => name);
    log(`console: compiling ${bundles.map(({ name }) => `c/${name}`).join(', ')}`);
    const fresh = `${target}.${process.pid}`; // of our own, should two builds run at once
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    try {
        const onwarn = (warning) => report(warning, log);
        const namespaceC = await compileNamespaceC({ bundles, rootDir: path.join(hostDir, 'modules'), onwarn });
        const metadata = { labels: readLabels(path.join(root, 'www')), objects: readSetupObjects(packageDir) };
        await bundlePage({ hostDir, namespaceC, recipes, ...metadata, outDir: fresh, onwarn });
        copyAssets({ hostDir, outDir: fresh });
        writeFileSync(path.join(fresh, STAMP), inputs);
    } catch (error) {
        rmSync(fresh, { recursive: true, force: true });
        throw new Error(`console: ${describe(error)}`, { cause: error });
    }
    // Swapped in at the end, so that a failed build leaves the last good one in place.
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
    log(`console: built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    return { built: true };
}

function fingerprint(places) {
    const hash = createHash('sha256');
    const visit = (file) => {
        hash.update(`${path.relative(root, file)}\0`)
            .update(readFileSync(file))
            .update('\0');
    };
    const walk = (folder) => {
        for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
            if (entry.name === '__tests__') continue;
            const full = path.join(folder, entry.name);
            if (entry.isDirectory()) walk(full);
            else visit(full);
        }
    };
    for (const place of places) {
        if (!existsSync(place)) throw new Error(`console: ${place} is missing`);
        if (place.endsWith('.json')) visit(place);
        else walk(place);
    }
    return hash.digest('hex');
}

function report(warning, log) {
    if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
    const file = warning.loc?.file ?? warning.id ?? warning.ids?.[0] ?? '';
    if (!file.includes('node_modules')) log(`console: warning: ${describe(warning)}`);
}

function describe({ message, loc, id }) {
    const file = loc?.file ?? id;
    if (!file) return message;
    const place = path.relative(root, file.split('?')[0]);
    return `${place}${loc ? `:${loc.line}:${loc.column}` : ''}: ${message}`;
}
