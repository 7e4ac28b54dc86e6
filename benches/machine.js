/* On what it was measured, and what of. */
import os from 'node:os';
import { readFile } from 'node:fs/promises';
import { path } from '../scripts/paths.js';

const PEERS = ['ajv', 'zod', 'valibot', 'xstate', '@locker/sandbox', 'lwc'];

export async function machine(chromium) {
    const manifest = async (file) => JSON.parse(await readFile(path(file), 'utf8')).version;
    const versions = await Promise.all(
        PEERS.map(async (name) => [name, await manifest(`node_modules/${name}/package.json`)])
    );
    return {
        cpu: os.cpus()[0].model.trim(),
        cores: os.cpus().length,
        system: `${os.type()} ${os.release().split('.').slice(0, 2).join('.')} ${os.arch()}`,
        node: process.versions.node,
        ...(chromium ? { chromium } : {}),
        patchbay: await manifest('pkg/package.json'),
        ...Object.fromEntries(versions)
    };
}
