/** The corpus, and the faults that are planted in it: each line of a fault ends with `// fault: code, code`. */
import { readFile, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { path } from '../../../scripts/paths.js';

export const CORPUS = path('tests/doctor/corpus');

const PLANTED = /\/\/ fault: (.+)$/;

/** Files of a folder, by their paths with slashes. */
export async function filesIn(folder) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const names = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
    return names.map((name) => name.split(sep).join('/')).sort();
}

/** Every planted fault as `file:line code`, and the number of lines that are right. */
export async function planted() {
    const faults = [];
    let right = 0;
    for (const file of await filesIn(CORPUS)) {
        (await readFile(join(CORPUS, file), 'utf8')).split('\n').forEach((line, at) => {
            const [, codes] = PLANTED.exec(line) ?? [];
            faults.push(...(codes?.split(', ') ?? []).map((code) => `${file}:${at + 1} ${code}`));
            right += codes || !line.trim() ? 0 : 1;
        });
    }
    return { faults, right };
}

/** A finding as a planted fault is written. */
export const asPlanted = ({ file, line, code }) => `${file}:${line} ${code}`;
