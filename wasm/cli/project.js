/** Reads the metadata of a project: what of it preflight judges, each file by its type and name. */
import { lstat, readFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { walk } from './walk.js';

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

const LISTS = ['classAccesses', 'fieldPermissions', 'userPermissions', 'standardValue', 'customLabels'];

/** A larger file is not read. */
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
    for (const found of (await walk(root, skipped)).flatMap(named)) {
        const file = relative(root, found.path) || found.path;
        try {
            files.push({ ...found, content: await read(found) });
        } catch (error) {
            skipped.push({ file, reason: error.message });
        }
    }
    return { files, skipped };
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
