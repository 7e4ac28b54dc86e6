/*
 * `npm run release`: builds, and writes into dist/ what is released: the packages for Salesforce as one zip, as source and as the
 * Metadata API takes them, and the npm package. The same sources give the same zip.
 */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import JSZip from 'jszip';
import { build } from './build.js';
import { convert } from './metadata.js';
import { API_VERSION, PACKAGES, VERSION } from './packages.js';
import { isMain, path } from './paths.js';
import { run } from './run.js';
import { setUp } from './setup.js';

const DIST = 'dist';

/** Earliest date that a zip can hold: entries say nothing of when they were made. */
const DATE = new Date(Date.UTC(1980, 0, 1));

/** What an org merges with its own: all labels, all translations of a language. The labels are removed one by one, with their texts. */
const NOT_REMOVED = ['CustomLabels', 'Translations'];

/** A package's folder in the zip, which has no `www`. */
const folderOf = (folder) => relative('www', folder).replaceAll('\\', '/');

/** The zip for Salesforce: `{name, bytes}`. What it is made of has to be built. */
export async function salesforceZip() {
    const top = `patchbay-${VERSION}`;
    const zip = new JSZip();
    const add = (name, content) => zip.file(`${top}/${name}`, content, { date: DATE, createFolders: false });
    for (const { folder } of PACKAGES) {
        await addFolder(path(folder), (file, content) => add(`${folderOf(folder)}/${file}`, content));
    }
    for (const file of ['.forceignore', 'LICENSE-APACHE', 'LICENSE-MIT', 'config/project-scratch-def.json']) {
        add(file, await readFile(path(file)));
    }
    add('sfdx-project.json', await project());
    add('INSTALL.md', await guide());
    const out = await mkdtemp(join(tmpdir(), 'patchbay-release-'));
    try {
        const manifests = [];
        for (const { name, folder } of PACKAGES) {
            await convert([path(folder)], join(out, name));
            await addFolder(join(out, name), (file, content) => add(`metadata/${name}/${file}`, content));
            manifests.push(await readFile(join(out, name, 'package.xml'), 'utf8'));
        }
        add('remove/package.xml', manifest([]));
        add('remove/destructiveChanges.xml', manifest(typesToRemove(manifests)));
    } finally {
        await rm(out, { recursive: true, force: true });
    }
    const options = { type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 9 }, platform: 'UNIX' };
    return { name: `${top}-salesforce.zip`, bytes: await zip.generateAsync(options) };
}

/** Every file of a folder but tests, in the same order everywhere. */
async function addFolder(folder, add) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
        .filter((file) => !file.includes('__tests__'));
    for (const file of files.sort()) {
        add(file, await readFile(join(folder, file)));
    }
}

/** The project as it stands in the zip. */
async function project() {
    const { packageDirectories, ...rest } = JSON.parse(await readFile(path('sfdx-project.json'), 'utf8'));
    const directories = packageDirectories.map((one) => ({ ...one, path: folderOf(one.path) }));
    return `${JSON.stringify({ packageDirectories: directories, ...rest }, null, 4)}\n`;
}

/** The guide, whose links lead nowhere outside the repository. */
async function guide() {
    const text = await readFile(path('docs/install.md'), 'utf8');
    return text.replace(/\[([^\]]+)\]\((?!https?:)[^)]+\)/g, '$1');
}

/** What manifests name, by type, without what is not to be removed, or goes with its object. The last package's comes first. */
function typesToRemove(manifests) {
    const types = new Map();
    for (const text of [...manifests].reverse()) {
        for (const [, members, type] of text.matchAll(/<types>([^]*?)<name>(\w+)<\/name>/g)) {
            const names = Array.from(members.matchAll(/<members>(.*?)<\/members>/g), ([, name]) => name);
            types.set(type, [...(types.get(type) ?? []), ...names]);
        }
    }
    const objects = types.get('CustomObject') ?? [];
    const goesWithObject = (name) =>
        objects.some((object) => name.startsWith(`${object}.`) || name.startsWith(`${object}-`));
    return [...types]
        .map(([type, names]) => [type, names.filter((name) => !goesWithObject(name))])
        .filter(([type, names]) => names.length > 0 && !NOT_REMOVED.includes(type));
}

/** A manifest, or the list of what is removed, of `[type, members]`. */
function manifest(types) {
    const blocks = types.map(
        ([type, names]) =>
            `    <types>\n${names.map((name) => `        <members>${name}</members>\n`).join('')}        <name>${type}</name>\n    </types>\n`
    );
    return `<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">
${blocks.join('')}    <version>${API_VERSION}</version>
</Package>
`;
}

async function release() {
    await build();
    await rm(path(DIST), { recursive: true, force: true });
    await mkdir(path(DIST));
    const { name, bytes } = await salesforceZip();
    await writeFile(path(`${DIST}/${name}`), bytes);
    // npm's own file, so that it runs alike on every system.
    const npm = process.env.npm_execpath ?? join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
    await run(process.execPath, [npm, 'pack', path('pkg'), '--pack-destination', path(DIST), '--ignore-scripts']);
    console.log(`Wrote ${DIST}/${name} (${bytes.length.toLocaleString('en')} bytes) and the npm package beside it.`);
}

if (isMain(import.meta.url)) {
    setUp();
    await release();
}
