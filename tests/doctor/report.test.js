/* The command `patchbay doctor`, as it ships: its output in each format, its exit codes, and that its page tells the truth. */
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CODES } from '../../wasm/cli/doctor/codes.js';
import { path } from '../../scripts/paths.js';
import { CORPUS } from './support/corpus.js';
import { LWC, projects, publishing, transferTo } from './support/project.js';

const COMMAND = path('pkg/bin/patchbay.js');

function run(args, cwd = path('.')) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8', cwd });
    return { status, stdout, stderr };
}

describe('the command patchbay doctor', function () {
    this.timeout(60_000);

    const { project } = projects();
    const SENDER = `${LWC}/sender/sender.js`;
    const CLEAN = { [SENDER]: publishing(transferTo('`sip:${encodeURIComponent(this.flowName)}`')) };
    const WARNED = { [SENDER]: publishing(transferTo("'AuditorFlow'")) };
    const FIXABLE = { [SENDER]: publishing(transferTo('`sip:${this.flowName}`')) };

    for (const [what, files, args, expected] of [
        ['0 when nothing is found', CLEAN, [], 0],
        ['1 when a warning is found', WARNED, [], 1],
        ['1 when an error is found', FIXABLE, [], 1],
        ['0 when everything was rewritten', FIXABLE, ['--fix'], 0],
        ['1 when something was left', WARNED, ['--fix'], 1]
    ]) {
        it(`ends with ${what}`, async () => {
            const { status, stderr } = run(['doctor', await project(files), ...args]);
            expect({ status, stderr }).to.deep.equal({ status: expected, stderr: '' });
        });
    }

    for (const [what, args, told] of [
        ['no path', ['doctor'], /^Usage: patchbay doctor PATH/],
        ['two paths', ['doctor', 'a', 'b'], /^Usage: /],
        ['another format', ['doctor', '.', '--format', 'xml'], /^Usage: /],
        ['an option that there is not', ['doctor', '.', '--force'], /^Usage: /],
        ['a path that is not there', ['doctor', join(tmpdir(), 'patchbay-nowhere')], /cannot be examined: ENOENT/],
        ['a folder without code', ['doctor', path('docs')], /holds nothing that the doctor reads/]
    ]) {
        it(`ends with 2 when it is given ${what}`, () => {
            const { status, stdout, stderr } = run(args);
            expect({ status, stdout }).to.deep.equal({ status: 2, stdout: '' });
            expect(stderr).to.match(told);
        });
    }

    it('writes only with --fix, and then what it says', async () => {
        const folder = await project(FIXABLE);
        const text = () => readFile(join(folder, SENDER), 'utf8');
        const before = await text();
        run(['doctor', folder]);
        expect(await text()).to.equal(before);
        const { stdout } = run(['doctor', folder, '--fix']);
        expect(stdout).to.include(`Rewritten:\n  ${SENDER}: 1 change\n`);
        expect(await text()).to.equal(CLEAN[SENDER]);
    });

    it('prints JSON', () => {
        const { status, stdout } = run(['doctor', CORPUS, '--json']);
        const report = JSON.parse(stdout);
        expect(status).to.equal(1);
        expect(report).to.have.all.keys('findings', 'uses', 'skipped', 'fixed', 'files', 'read', 'parsed');
        for (const finding of report.findings) {
            expect(finding).to.have.all.keys(
                'file',
                'line',
                'column',
                'code',
                'severity',
                'what',
                'write',
                'why',
                'fixable'
            );
            expect(CODES).to.have.property(finding.code);
            expect(finding.severity).to.be.oneOf(['error', 'warning']);
            expect(`${finding.what}${finding.write}`, finding.code).to.not.match(/undefined|null;|\[object|41{3}/);
        }
    });

    it('prints SARIF 2.1.0 as code hosts read it', () => {
        const { stdout } = run(['doctor', 'doctor/corpus', '--format', 'sarif'], path('tests'));
        const { version, $schema, runs } = JSON.parse(stdout);
        expect({ version, runs: runs.length }).to.deep.equal({ version: '2.1.0', runs: 1 });
        expect($schema).to.match(/sarif-schema-2\.1\.0\.json$/);
        const [{ tool, results, invocations, originalUriBaseIds }] = runs;
        const ids = tool.driver.rules.map(({ id }) => id);
        expect(new Set(ids).size).to.equal(ids.length);
        const prints = new Set(results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]));
        expect(prints.size).to.equal(results.length);
        for (const { ruleId, ruleIndex, level, message, locations } of results) {
            expect(ids[ruleIndex]).to.equal(ruleId);
            expect(level).to.be.oneOf(['error', 'warning', 'note']);
            expect(message.text).to.have.length.above(10);
            const [{ physicalLocation }] = locations;
            const { uri, uriBaseId } = physicalLocation.artifactLocation;
            expect(uri).to.match(/^doctor\/corpus\/force-app\//);
            expect(originalUriBaseIds).to.have.property(uriBaseId);
            expect(physicalLocation.region.startLine).to.be.above(0);
            expect(physicalLocation.region.startColumn).to.be.above(0);
        }
        expect(invocations[0]).to.deep.include({ executionSuccessful: true });
        expect(invocations[0].toolExecutionNotifications).to.have.length(3);
    });

    it('names no file so that it moves a cursor', async () => {
        const { stdout } = run(['doctor', await project({ [`${LWC}/se\u001bnder/x\u001b.js`]: FIXABLE[SENDER] })]);
        // eslint-disable-next-line no-control-regex -- a terminal obeys them
        expect(stdout).to.not.match(/[\0-\x09\x0b-\x1f]/);
    });

    it('prints what its page shows', async () => {
        const page = await readFile(path('docs/doctor.md'), 'utf8');
        const [, shown] = /```\nnpx patchbay doctor force-app\n```\n\n```\n([^]*?)```/.exec(page);
        const code = publishing(transferTo('`sip:${this.flowName}`'));
        const folder = await project({ 'force-app/main/default/lwc/audit/audit.js': code });
        expect(run(['doctor', 'force-app'], folder).stdout).to.equal(shown);
    });

    it('explains itself', () => {
        expect(run(['doctor', '--help'])).to.deep.include({ status: 0 });
        expect(run(['--help']).stdout).to.include('patchbay doctor PATH');
    });
});

describe('the codes of the doctor', () => {
    it('are each explained on its page', async () => {
        const page = await readFile(path('docs/doctor.md'), 'utf8');
        const rows = Array.from(page.matchAll(/^\| `([\w-]+)`/gm), ([, code]) => code);
        expect(rows).to.include.members(Object.keys(CODES));
    });

    it('have those of every problem that Rust finds in a message', async () => {
        const text = await readFile(path('src/command/finding.rs'), 'utf8');
        const names = Array.from(text.matchAll(/^ {8}\w+: (?:Error|Warning) (\w+), "/gm), ([, name]) => name);
        const codes = new Set(names.map((name) => name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()));
        expect(codes.size).to.be.above(10);
        expect([...codes].filter((code) => !(code in CODES))).to.deep.equal([]);
    });

    it('cite sources by the titles that the sources page lists', async () => {
        const sources = await readFile(path('docs/sources.md'), 'utf8');
        for (const [code, { title, why, source }] of Object.entries(CODES)) {
            expect(sources, code).to.include(`**${source}**`);
            expect(title.length * why.length, code).to.be.above(0);
        }
    });
});
