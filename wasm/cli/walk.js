/** The files below a folder. */
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Folders that hold no metadata of the org. */
const PASSED_OVER = ['node_modules', '__tests__', '__mocks__'];

/** More is not read: neither is an org's. */
const MAX_ENTRIES = 200_000;
const MAX_DEPTH = 40;

/**
 * Paths of files, breadth first, without following links. What cannot be listed is skipped; the root itself has to be a folder.
 *
 * @param {string} root
 * @param {{file: string, reason: string}[]} skipped is added to
 * @returns {Promise<string[]>}
 */
export async function walk(root, skipped) {
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
                    found.push(path);
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
