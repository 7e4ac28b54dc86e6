/** Reads the metadata of a project: what of it preflight judges, each file by its type and name. */
import { lstat, readFile, readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** What is read, by the ends of names; in source format `-meta.xml` follows. */
const TYPES = {
    permissionset: 'PermissionSet',
    profile: 'Profile',
    object: 'CustomObject',
    standardValueSet: 'StandardValueSet',
    settings: 'SecuritySettings',
    translation: 'Translations',
    messageChannel: 'LightningMessageChannel',
    installedPackage: 'InstalledPackage',
    cls: 'ApexClass'
};
const NAMED = new RegExp(`^(.+)\\.(${Object.keys(TYPES).join('|')})(-meta\\.xml)?$`);

/** Of these types one file each says all. */
const WANTED = { settings: ['Security'], standardValueSet: ['TaskStatus', 'TaskType'] };

/** Folders that hold no metadata of the org. */
const PASSED_OVER = ['node_modules', '__tests__'];

const LISTS = ['classAccesses', 'fieldPermissions', 'userPermissions', 'standardValue', 'customLabels'];

/** More is not read: neither is an org's. */
const MAX_ENTRIES = 200_000;
const MAX_DEPTH = 40;
const MAX_SIZE = 10_000_000;

const parser = new XMLParser({
    isArray: (name) => LISTS.includes(name),
    parseTagValue: false,
    ignoreDeclaration: true
});

/**
 * @param {string} root
 * @returns {Promise<{files: {type: string, name: string, content: object | string}[], skipped: {file: string, reason: string}[]}>}
 */
export async function readProject(root) {
    const skipped = [];
    const files = [];
    for (const found of await findFiles(root, skipped)) {
        const file = relative(root, found.path) || found.path;
        try {
            files.push({ ...found, content: await read(found) });
        } catch (error) {
            skipped.push({ file, reason: error.message });
        }
    }
    return { files, skipped };
}

/** Breadth first, without following links. What cannot be listed is skipped; the root itself has to be a folder. */
async function findFiles(root, skipped) {
    const found = [];
    let folders = [root];
    let entries = 0;
    for (let depth = 0; folders.length > 0; depth += 1) {
        const next = [];
        for (const folder of folders) {
            const listed = await list(folder, depth === 0 ? null : root, skipped);
            entries += listed.length;
            if (entries > MAX_ENTRIES) {
                skipped.push({
                    file: relative(root, folder) || '.',
                    reason: `there are over ${MAX_ENTRIES} files; the rest was not read`
                });
                return found;
            }
            for (const entry of listed) {
                const path = join(folder, entry.name);
                if (entry.isDirectory() && !entry.name.startsWith('.') && !PASSED_OVER.includes(entry.name)) {
                    next.push(path);
                } else if (entry.isFile()) {
                    found.push(...named(path));
                }
            }
        }
        if (depth === MAX_DEPTH && next.length > 0) {
            skipped.push({ file: relative(root, next[0]), reason: `folders are deeper than ${MAX_DEPTH}` });
            return found;
        }
        folders = next;
    }
    return found;
}

async function list(folder, root, skipped) {
    try {
        const entries = await readdir(folder, { withFileTypes: true });
        return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    } catch (error) {
        if (root === null) {
            throw error;
        }
        skipped.push({ file: relative(root, folder), reason: `the folder cannot be listed: ${error.code}` });
        return [];
    }
}

function named(path) {
    const [, name, type, meta] = NAMED.exec(basename(path)) ?? [];
    // What stands beside an Apex class says only its version.
    const isRead = type && !(type === 'cls' && meta) && (WANTED[type] ?? [name]).includes(name);
    return isRead ? [{ type, name, path }] : [];
}

async function read({ type, path }) {
    const { size } = await lstat(path);
    if (size > MAX_SIZE) {
        throw new Error(`it has ${size} bytes; at most ${MAX_SIZE} are read`);
    }
    const text = await readFile(path, 'utf8');
    if (type === 'cls') {
        return text;
    }
    const valid = XMLValidator.validate(text);
    if (valid !== true) {
        throw new Error(`it is no XML: ${valid.err.msg} (line ${valid.err.line})`);
    }
    const content = parser.parse(text)[TYPES[type]];
    if (content === undefined) {
        throw new Error(`it has no ${TYPES[type]}`);
    }
    return content;
}
