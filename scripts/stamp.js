import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { path } from './paths.js';

/**
 * Does `work` unless it has been done for the very same inputs (files and folders of the checkout) and what it made is
 * still there.
 */
export async function once(name, { inputs, outputs }, work) {
    const stamp = path(`build/stamps/${name}`);
    const digest = await hash(inputs);
    const done = existsSync(stamp) && (await readFile(stamp, 'utf8')) === digest;
    if (done && outputs.every((output) => existsSync(path(output)))) {
        return false;
    }
    await rm(stamp, { force: true });
    await work();
    await mkdir(path('build/stamps'), { recursive: true });
    await writeFile(stamp, digest);
    return true;
}

async function hash(inputs) {
    const sum = createHash('sha256');
    for (const input of inputs) {
        for (const file of await files(input)) {
            sum.update(`${file}\0`)
                .update(await readFile(path(file)))
                .update('\0');
        }
    }
    return sum.digest('hex');
}

async function files(input) {
    const entries = await readdir(path(input), { withFileTypes: true }).catch((error) => {
        if (error.code === 'ENOTDIR') {
            return null;
        }
        throw error;
    });
    if (entries === null) {
        return [input];
    }
    const names = entries.filter(({ name }) => name !== '__tests__').sort((a, b) => (a.name < b.name ? -1 : 1));
    return (await Promise.all(names.map(({ name }) => files(`${input}/${name}`)))).flat();
}
