/** Reads what of a project may use the channel: bundles of Lightning components, pages, static JavaScript, Apex classes. */
import { lstat, readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { walk } from '../walk.js';
import { layoutOf } from './layout.js';

/** A file that is larger holds data or a library. */
const MAX_SIZE = 2_000_000;

/** A line of code that somebody wrote is shorter. */
const MAX_LINE = 5_000;

/** Files that are read at the same time. */
const AT_ONCE = 32;

const NAMED = /purecloud/i;
const IMPORTED = /['"]c\/(\w+)['"]/g;

/**
 * @typedef {{path: string, file: string, text: string}} File
 * @typedef {{kind: string, name: string, folder: string, files: File[]}} Bundle files that see each other
 */

/**
 * @param {string} root
 * @returns {Promise<{bundles: Bundle[], seen: number, read: number, skipped: {file: string, reason: string}[]}>} what names the
 *     channel or the package, and bundles that import what does
 */
export async function readBundles(root) {
    const skipped = [];
    const paths = await walk(root, skipped);
    const bundles = new Map();
    const fileOf = (path) => relative(root, path).split(sep).join('/');
    // The root may itself be the folder that says what a file is.
    const whole = (path) => resolve(path).split(sep).join('/');
    const bundleOf = layoutOf(paths.map(whole));
    const wanted = paths.map((path) => [path, bundleOf(whole(path))]).filter(([, bundle]) => bundle);
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
        const some = wanted.slice(at, at + AT_ONCE);
        const texts = await Promise.all(some.map(([path]) => contentOf(path, fileOf(path), skipped)));
        some.forEach(([path, bundle], index) => {
            const key = `${bundle.kind} ${bundle.folder}`;
            if (texts[index] !== null) {
                bundles.set(key, bundles.get(key) ?? { ...bundle, files: [] });
                bundles.get(key).files.push({ path, file: fileOf(path), text: texts[index] });
            }
        });
    }
    return { bundles: concerned([...bundles.values()]), seen: paths.length, read: wanted.length, skipped };
}

async function contentOf(path, file, skipped) {
    const skip = (reason) => {
        skipped.push({ file, reason });
        return null;
    };
    try {
        const { size } = await lstat(path);
        if (size > MAX_SIZE) {
            // A static resource that is no script may well be a film.
            return /\.resource$/.test(path) ? null : skip(`it has ${size} bytes; at most ${MAX_SIZE} are read`);
        }
        const text = await readFile(path, 'utf8');
        if (isMinified(text)) {
            // It is told only where it would have mattered.
            return NAMED.test(text) ? skip('it is minified; give the source that it was made of') : null;
        }
        return text.includes('\0') ? null : text;
    } catch (error) {
        return skip(`it cannot be read: ${error.code ?? error.message}`);
    }
}

/** What is minified cannot be judged by its lines. */
const isMinified = (text) => text.length > MAX_LINE && text.split('\n').some((line) => line.length > MAX_LINE);

/** Bundles that name the package, those that import them, and what any of these may import. */
function concerned(bundles) {
    const isNamed = ({ files }) => files.some(({ text }) => NAMED.test(text));
    const wanted = new Set(bundles.filter(isNamed));
    const importers = new Map();
    for (const bundle of bundles.filter(({ kind }) => kind === 'lwc')) {
        for (const [, name] of bundle.files.flatMap(({ text }) => [...text.matchAll(IMPORTED)])) {
            importers.set(name, [...(importers.get(name) ?? []), bundle]);
        }
    }
    const waiting = [...wanted].filter(({ kind }) => kind === 'lwc');
    for (let bundle = waiting.pop(); bundle; bundle = waiting.pop()) {
        for (const importer of importers.get(bundle.name) ?? []) {
            if (!wanted.has(importer)) {
                wanted.add(importer);
                waiting.push(importer);
            }
        }
    }
    return bundles.map((bundle) => ({ ...bundle, concerned: wanted.has(bundle) }));
}
