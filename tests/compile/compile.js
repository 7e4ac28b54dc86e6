/* A bundle compiled as the org does when it is deployed: Salesforce's own platform compiler, for the API version of the project. */
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { path } from '../../scripts/paths.js';

const require = createRequire(import.meta.url);
const API_VERSION = Number(require(path('sfdx-project.json')).sourceApiVersion);

/** The folders of bundles in a folder: those that have a script. */
export async function bundlesIn(folder) {
    const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
    return files
        .map((file) => /^(?:.*\/)?lwc\/(\w+)\/\1\.js$/.exec(file))
        .filter(Boolean)
        .map(({ 0: file, 1: name }) => ({ name, folder: join(folder, file, '..') }))
        .sort((one, other) => one.name.localeCompare(other.name));
}

/** What is deployed of a bundle, by the file's name. */
export async function filesOf(folder) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .filter((file) => !file.includes('__tests__'));
    const read = async (file) => [relative(folder, file).replaceAll('\\', '/'), await readFile(file, 'utf8')];
    return Object.fromEntries(await Promise.all(files.map(read)));
}

/** What the compiler says: whether it compiles, the code, and every fault and warning as a line. */
export async function compileBundle(name, files) {
    const { compile } = require('@lwc/sfdc-lwc-compiler');
    const { success, results, diagnostics } = await compile({
        bundle: {
            type: 'platform',
            namespace: 'c',
            name,
            files,
            options: { apiVersion: API_VERSION, enableLightningWebSecurityTransforms: true }
        },
        compilerConfigs: [{ outputConfig: { minify: false, apiVersion: API_VERSION, env: { NODE_ENV: 'production' } } }]
    });
    return {
        success,
        code: results?.[0]?.code ?? '',
        faults: diagnostics.map(({ filename, message }) => `${name}/${filename ?? ''}: ${message}`)
    };
}
