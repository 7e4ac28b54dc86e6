/*
 * The package versions of a release, made and installed by Salesforce's command `sf`:
 * `node scripts/packageVersions.js create` makes them in the default Dev Hub and writes their IDs into dist/packages.json;
 * `install ORG` installs them into an org, in their order; `promote` releases them.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { PACKAGES } from './packages.js';
import { isMain, path } from './paths.js';

const IDS = path('dist/packages.json');
const PROJECT = path('sfdx-project.json');

/** Runs `sf`; resolves to its result. */
async function runSf(...args) {
    const { stdout } = await promisify(execFile)('sf', [...args, '--json'], { cwd: path('.'), maxBuffer: 2 ** 26 });
    return JSON.parse(stdout).result;
}

/** Makes a version of each package, and the packages that the Dev Hub does not know. Resolves to the versions' IDs, by package. */
export async function create(sf = runSf, file = PROJECT) {
    const known = await sf('package', 'list');
    const aliases = {};
    for (const { name, folder } of PACKAGES) {
        const there = known.find((one) => one.Name === name);
        aliases[name] = (there ?? (await sf(...creation(name, folder)))).Id;
    }
    const project = await readFile(file, 'utf8');
    const versions = {};
    try {
        // A Dev Hub's own IDs are nothing for the repository.
        await writeFile(file, JSON.stringify({ ...JSON.parse(project), packageAliases: aliases }, null, 4));
        for (const { name } of PACKAGES) {
            const made = await sf('package', 'version', 'create', '--package', name, ...VERSION);
            versions[name] = made.SubscriberPackageVersionId;
        }
    } finally {
        await writeFile(file, project);
    }
    return versions;
}

/** Without a key, so that a link is enough to install them. */
const VERSION = ['--installation-key-bypass', '--wait', '60'];

/** Org-dependent: the managed package, which all of them need, is checked where they are installed. */
function creation(name, folder) {
    const kind = ['--package-type', 'Unlocked', '--no-namespace', '--org-dependent'];
    return ['package', 'create', '--name', name, '--path', folder, ...kind];
}

/** Installs versions into an org, in the order of the packages. */
export async function install(versions, org, sf = runSf) {
    for (const { name } of PACKAGES) {
        const how = ['--wait', '30', '--no-prompt', '--security-type', 'AdminsOnly'];
        await sf('package', 'install', '--package', versions[name], '--target-org', org, ...how);
    }
}

/** Releases versions: only then may they be installed in production. */
export async function promote(versions, sf = runSf) {
    for (const { name } of PACKAGES) {
        await sf('package', 'version', 'promote', '--package', versions[name], '--no-prompt');
    }
}

/** How to install versions, for the notes of a release. */
export function links(versions) {
    const link = ([name, id]) => `- ${name}: https://login.salesforce.com/packaging/installPackage.apexp?p0=${id}`;
    return `Install links, in this order:\n\n${Object.entries(versions).map(link).join('\n')}\n`;
}

if (isMain(import.meta.url)) {
    const [step, org] = process.argv.slice(2);
    const made = async () => JSON.parse(await readFile(IDS, 'utf8'));
    if (step === 'create') {
        const versions = await create();
        await mkdir(path('dist'), { recursive: true });
        await writeFile(IDS, `${JSON.stringify(versions, null, 4)}\n`);
        await writeFile(path('dist/links.md'), links(versions));
    } else if (step === 'install' && org) {
        await install(await made(), org);
    } else if (step === 'promote') {
        await promote(await made());
    } else {
        throw new Error('Write create, install ORG or promote.');
    }
}
