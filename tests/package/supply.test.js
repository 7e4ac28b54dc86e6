/* Where what ships comes from: its licences, what runs while it is built, and that nothing in it is unsafe. */
import { expect } from 'chai';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dependencies, licences } from '../../scripts/licences.js';
import { tryRun } from '../../scripts/run.js';
import { path } from '../../scripts/paths.js';
import { tried } from '../wasm/reliability.js';

const text = (file) => readFile(path(file), 'utf8');

/** A list of texts in a TOML file. */
function listOf(toml, name) {
    const [, inner] = new RegExp(`^${name} = \\[([^\\]]*)\\]`, 'm').exec(toml);
    return [...inner.matchAll(/"([^"]+)"/g)].map(([, item]) => item);
}

/** Whether an SPDX expression of AND, OR and brackets can be fulfilled with these licences. */
function isAllowed(expression, allowed) {
    const inner = /\(([^()]*)\)/.exec(expression);
    if (inner) {
        const value = isAllowed(inner[1], allowed) ? allowed[0] : 'none';
        return isAllowed(expression.replace(inner[0], value), allowed);
    }
    const all = (terms) => terms.split(' AND ').every((licence) => allowed.includes(licence.trim()));
    return expression.replaceAll('/', ' OR ').split(' OR ').some(all);
}

async function filesBelow(folder, ending) {
    const entries = await readdir(path(folder), { recursive: true });
    return entries.filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);
}

const withoutComments = (code) => code.replace(/\/\*[^]*?\*\/|(?<!:)\/\/.*$/gm, '');

describe('what ships', () => {
    let deny;
    let used;
    before(async () => {
        deny = await text('deny.toml');
        used = await dependencies();
    });

    it('docs/licences.md is what scripts/licences.js writes', async () => {
        expect(await text('docs/licences.md')).to.equal(await licences());
    }).timeout(60_000);

    it('is all under licences that deny.toml allows', () => {
        const allowed = listOf(deny, 'allow');
        const all = [...used.shipped, ...used.building];
        const others = all.filter(({ license }) => !isAllowed(String(license), allowed));
        expect(others.map(({ name, license }) => `${name}: ${license}`)).to.deep.equal([]);
        expect(isAllowed('(MIT OR Apache-2.0) AND Unicode-3.0', allowed)).to.equal(true);
        expect(isAllowed('MIT AND GPL-3.0', allowed)).to.equal(false);
        tried('supply chain, licences', all.length);
    });

    it('comes from the registry, at one version, with a checksum', async () => {
        const lock = await text('Cargo.lock');
        const packages = lock.split('[[package]]\n').slice(1);
        const foreign = packages.filter((one) => one.includes('\nsource = '));
        for (const one of foreign) {
            expect(one)
                .to.match(/^source = "registry\+/m)
                .and.to.match(/^checksum = "[\da-f]{64}"$/m);
        }
        for (const manifest of ['Cargo.toml', 'xtask/Cargo.toml']) {
            const [, wanted] = (await text(manifest)).split('[dependencies]\n');
            for (const line of wanted
                .split('\n[')[0]
                .split('\n')
                .filter((one) => one.includes('='))) {
                expect(line, manifest).to.match(/"=\d|path = "/);
            }
        }
        tried('supply chain, checksums', foreign.length);
    });

    it('runs no build script but those that were read, and none of them fetches anything', async () => {
        const scripts = [...used.shipped, ...used.building].flatMap(({ name, dependencies: needs, targets }) =>
            targets.filter(({ kind }) => kind.includes('custom-build')).map((script) => ({ name, needs, script }))
        );
        const read = listOf(deny, 'allow-build-scripts');
        expect(scripts.map(({ name }) => name)).to.have.members(read);
        for (const { name, needs, script } of scripts) {
            // What fetches would need a library for it, the network, or a program that does it.
            for (const need of needs.filter(({ kind }) => kind === 'build')) {
                expect(read, name).to.include(need.name);
            }
            const folder = dirname(script.src_path);
            const beside = folder.endsWith('build') ? await readdir(folder) : ['build.rs'];
            for (const file of beside.filter((one) => one.endsWith('.rs'))) {
                const code = withoutComments(await readFile(join(folder, file), 'utf8'));
                expect(code, name).to.not.match(/std::net|TcpStream|UdpSocket|curl|wget|download/i);
                for (const [, program] of code.matchAll(/Command::new\(([^()]*)/g)) {
                    expect(program, name).to.match(/^&?(?:wrapped_)?rustc|^"git"$/);
                }
            }
        }
        tried('supply chain, build scripts', scripts.length);
    });

    it('holds no unsafe code, and lets none in', async () => {
        expect(await text('Cargo.toml')).to.match(/^unsafe_code = "(?:deny|forbid)"$/m);
        const manifests = [
            'Cargo.toml',
            ...listOf(await text('Cargo.toml'), 'members').map((one) => `${one}/Cargo.toml`)
        ];
        for (const manifest of manifests) {
            expect(await text(manifest), manifest).to.match(/^\[lints\]\nworkspace = true$/m);
        }
        const folders = manifests.map((manifest) => join(dirname(manifest), 'src'));
        const files = (await Promise.all(folders.map((folder) => filesBelow(folder, '.rs')))).flat();
        for (const file of files) {
            expect(withoutComments(await text(file)), file).to.not.match(/\bunsafe\b|unsafe_code/);
        }
        tried('supply chain, files without unsafe', files.length);
    });

    it('takes nothing from npm', async () => {
        const files = await filesBelow('wasm/js', '.js');
        for (const file of files) {
            const imports = [...(await text(file)).matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'/gm)];
            // Whoever tests components has lwc.
            const own = file.includes('jest-preset') ? /^(?:\.{1,2}\/|lwc$)/ : /^\.{1,2}\//;
            for (const [, from] of imports) {
                expect(from, file).to.match(own);
            }
        }
        expect(JSON.parse(await text('package.json'))).to.not.have.property('dependencies');
        tried('supply chain, modules without packages', files.length);
    });

    it('is built and tested with packages that npm knows nothing bad of', async function () {
        // npm's own file, so that it runs alike on every system.
        const npm =
            process.env.npm_execpath ?? join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
        const { text: said } = await tryRun(
            process.execPath,
            [npm, 'audit', '--json', '--audit-level=high'],
            {},
            false
        );
        const counts = /"vulnerabilities": \{\s*"info": \d+,[^}]*\}/.exec(said)?.[0];
        if (!counts) {
            console.log('npm audit: its registry does not answer, so this is skipped.');
            this.skip();
        }
        const { high, critical } = JSON.parse(`{${counts}}`).vulnerabilities;
        expect({ high, critical }).to.deep.equal({ high: 0, critical: 0 });
    }).timeout(120_000);
});
