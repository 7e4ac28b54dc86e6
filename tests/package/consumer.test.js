/* The package as npm packs it, in an empty project: installed offline, and used from all the places it is made for. */
import { expect } from 'chai';
import { build } from 'esbuild';
import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { command } from '../../scripts/run.js';
import { path } from '../../scripts/paths.js';

// npm's own file, so that it runs alike on every system.
const NPM = process.env.npm_execpath ?? join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');

const USED = {
    participantContext: { transferTarget: 'sip:Auditor%20Secure%20Flow', transferTargetType: 'address' },
    refused: ['empty']
};

describe('the npm package in an empty project', () => {
    let folder;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), 'patchbay-consumer-'));
        await cp(path('tests/consumer'), folder, { recursive: true });
        const packed = run([NPM, 'pack', path('pkg'), '--pack-destination', folder, '--ignore-scripts']);
        expect(packed.status, packed.said).to.equal(0);
        const [archive] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
        const quiet = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
        const installed = run([NPM, 'install', join(folder, archive), ...quiet]);
        expect(installed.status, installed.said).to.equal(0);
    });
    after(() => rm(folder, { recursive: true, force: true }));

    /** Runs a file of Node in the project. */
    function run(args, env = {}) {
        // Mocha's own settings are nothing to a project that stands alone.
        const { status, stdout, stderr } = spawnSync(process.execPath, args, {
            cwd: folder,
            encoding: 'utf8',
            env: { ...process.env, NODE_PATH: '', FORCE_COLOR: '0', ...env }
        });
        return { status, stdout, said: `${stdout}${stderr}` };
    }

    it('is installed without any other package', async () => {
        const names = await readdir(join(folder, 'node_modules'));
        expect(names.filter((name) => !name.startsWith('.'))).to.deep.equal(['patchbay']);
    });

    it('works as an ES module', () => {
        const { stdout, said } = run(['use.js']);
        expect(JSON.parse(stdout), said).to.deep.equal(USED);
    });

    it('works bundled by esbuild, with nothing beside the bundle', async () => {
        const outfile = join(folder, 'alone/bundle.mjs');
        const { warnings, metafile } = await build({
            entryPoints: [join(folder, 'use.js')],
            outfile,
            bundle: true,
            minify: true,
            format: 'esm',
            platform: 'browser',
            metafile: true,
            logLevel: 'silent'
        });
        expect(warnings).to.deep.equal([]);
        expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).to.deep.equal([]);
        expect(Object.keys(metafile.inputs).filter((name) => name.includes('testing'))).to.deep.equal([]);
        const { stdout, said } = run([outfile]);
        expect(JSON.parse(stdout), said).to.deep.equal(USED);
    });

    it('works in Jest, with patchbay/testing', () => {
        const jest = ['--experimental-vm-modules', command('jest/bin/jest.js'), '--ci', '--rootDir', folder];
        const { status, said } = run([...jest, '--config', join(folder, 'jest.config.js')]);
        expect(status, said).to.equal(0);
        expect(said).to.match(/^Tests: +2 passed, 2 total/m);
        expect(said).to.not.include('did not exit');
    });

    it('works in sfdx-lwc-jest, under a component and beside it', async () => {
        // What such a project has installed besides.
        for (const name of ['@salesforce', '@lwc', 'lwc']) {
            await symlink(path(`node_modules/${name}`), join(folder, 'node_modules', name), 'junction');
        }
        const config = join(folder, 'jest.lwc.config.cjs');
        const { status, said } = run([command('jest/bin/jest.js'), '--ci', '--rootDir', folder, '--config', config]);
        expect(status, said).to.equal(0);
        expect(said).to.match(/^Tests: +5 passed, 5 total/m);
    });

    describe('its types', () => {
        const tsc = () => run([command('typescript/bin/tsc'), '--pretty', 'false', '--project', folder]);

        it('let through what is right and stop what is wrong', () => {
            const { status, said } = tsc();
            expect(status, said).to.equal(0);
        });

        it('stop every wrong use by itself, where it is not marked as expected', async () => {
            const file = join(folder, 'types/wrong.ts');
            const marked = await readFile(file, 'utf8');
            const mark = /^\/\/ @ts-expect-error.*$/;
            const lines = marked.split('\n');
            await writeFile(file, lines.map((line) => line.replace(mark, '')).join('\n'));
            const { status, said } = tsc();
            await writeFile(file, marked);
            expect(status, said).to.not.equal(0);
            const stopped = Array.from(said.matchAll(/wrong\.ts\((\d+),\d+\): error/g), ([, line]) => Number(line));
            const wrong = lines.flatMap((line, at) => (mark.test(line) ? [at + 2] : []));
            expect(wrong.length).to.be.above(5);
            expect([...new Set(stopped)], said).to.deep.equal(wrong);
        });
    });
});
