/*
 * Writes docs/licences.md: the crates in the module, the npm packages in the command and the crates that build it, each with its
 * licence.
 * `node scripts/licences.js`
 */
import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { bundleCommand } from './build.js';
import { isMain, path } from './paths.js';
import { tryRun } from './run.js';

const FILE = path('docs/licences.md');
const ROOT = 'patchbay-wasm';
const WASM = 'wasm32-unknown-unknown';

const TITLE = `# Licences

Third-party code in Patchbay, and its licences. \`node scripts/licences.js\` generates this page from what Cargo resolves for
WebAssembly. A test compares it with that, and with the licences that \`deny.toml\` allows.
`;

const SHIPPED = `## In the module

These crates are compiled into \`patchbay_bg.wasm\`, which is in the npm package and in the LWC. Patchbay's own crates are MIT OR
Apache-2.0, and so is the JavaScript that wasm-bindgen generates.
`;

const COMMAND = `## In the command

These npm packages are bundled into \`bin/\` of the npm package, the command \`patchbay\`. Their licences stand in
\`bin/LICENCES.txt\` beside it. No other file of Patchbay holds code of npm.
`;

const BUILDING = `## While building

These crates run while the module is built, as macros and build scripts. Nothing of them ships.
`;

async function cargo(...args) {
    const { code, text } = await tryRun('cargo', args, {}, false);
    if (code !== 0) {
        throw new Error(`cargo ${args[0]} ended with ${code}: ${text}`);
    }
    return text;
}

/**
 * The crates of the module, as `name version`. `cargo metadata` alone would also list what only the build's own crate asks of the
 * crates of the module.
 */
async function used() {
    const text = await cargo(
        'tree',
        '--locked',
        '--package',
        ROOT,
        '--target',
        WASM,
        '--edges',
        'no-dev',
        '--prefix',
        'none'
    );
    return new Set(Array.from(text.matchAll(/^(\S+) v(\S+)/gm), ([, name, version]) => `${name} ${version}`));
}

/** @returns {Promise<{shipped: object[], building: object[]}>} Cargo's packages, by name */
export async function dependencies() {
    const text = await cargo('metadata', '--locked', '--format-version', '1', '--filter-platform', WASM);
    const names = await used();
    const metadata = JSON.parse(text.slice(text.indexOf('{"packages"')));
    const packages = new Map(metadata.packages.map((one) => [one.id, one]));
    const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
    const root = metadata.packages.find(({ name, source }) => name === ROOT && source === null).id;
    const shipped = new Set();
    const building = new Set();
    const walk = (id, isBuilding) => {
        const seen = isBuilding || isMacro(packages.get(id)) ? building : shipped;
        const { name, version } = packages.get(id);
        if (seen.has(id) || !names.has(`${name} ${version}`)) {
            return;
        }
        seen.add(id);
        for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) {
            for (const { kind } of kinds.filter(({ kind }) => kind !== 'dev')) {
                walk(pkg, seen === building || kind === 'build');
            }
        }
    };
    walk(root, false);
    // Crates without a source are of this repository.
    const listed = (ids) =>
        [...ids]
            .map((id) => packages.get(id))
            .filter(({ source }) => source !== null)
            .sort(byName);
    return { shipped: listed(shipped), building: listed([...building].filter((id) => !shipped.has(id))) };
}

function isMacro({ targets }) {
    return targets.some(({ kind }) => kind.includes('proc-macro'));
}

function byName(one, other) {
    return one.name < other.name ? -1 : one.name > other.name ? 1 : one.version.localeCompare(other.version);
}

/** The text of the page. */
export async function licences() {
    const { shipped, building } = await dependencies();
    const toolchain = /channel = "(.+)"/.exec(await readFile(path('rust-toolchain.toml'), 'utf8'))[1];
    const std = {
        name: 'the Rust standard library',
        version: toolchain,
        license: 'MIT OR Apache-2.0',
        repository: 'https://github.com/rust-lang/rust'
    };
    const { packages } = await bundleCommand();
    const bundled = packages.map((one) => ({ ...one, repository: addressOf(one.repository) }));
    const sections = [TITLE, SHIPPED, table([std, ...shipped]), COMMAND, table(bundled), BUILDING, table(building)];
    const options = JSON.parse(await readFile(path('.prettierrc'), 'utf8'));
    return format(sections.join('\n'), { ...options, parser: 'markdown', tabWidth: 2 });
}

/** Short names are of GitHub. */
function addressOf(repository = '') {
    const address = repository.replace(/^git\+|\.git$/g, '');
    return /^[\w-]+\/[\w-]+$/.test(address) ? `https://github.com/${address}` : address;
}

function table(packages) {
    const rows = packages.map(({ name, version, license, repository }) => [name, version, license, repository ?? '']);
    const lines = [['Name', 'Version', 'Licence', 'Source'], Array(4).fill('---'), ...rows];
    return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

if (isMain(import.meta.url)) {
    await writeFile(FILE, await licences());
}
