/* The command `patchbay preflight`, as it ships, on small projects: whole, half retrieved, malformed, huge, and none at all. */
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleCommand } from '../../scripts/build.js';
import { path } from '../../scripts/paths.js';
import { readLabels } from '../../www/host/bundle/labels.js';
import { SENTENCES, TITLES } from '../../build/wasm/preflight.js';

/** What a module imports, at once or later. */
async function importsOf(code) {
    const { build } = await import('esbuild');
    const { metafile } = await build({
        stdin: { contents: code },
        bundle: true,
        write: false,
        metafile: true,
        format: 'esm',
        plugins: [
            {
                name: 'nothing-is-bundled',
                setup: ({ onResolve }) =>
                    onResolve({ filter: /.*/ }, ({ path: from }) => ({ path: from, external: true }))
            }
        ]
    });
    const [{ imports }] = Object.values(metafile.inputs);
    return { imports: imports.map(({ path: from }) => from) };
}

const COMMAND = path('pkg/bin/patchbay.js');

const xml = (root, inner) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${inner}</${root}>\n`;
const values = (...list) =>
    list.map(([name, more = '']) => `<standardValue><fullName>${name}</fullName>${more}</standardValue>`).join('');
const CLOSED = '<closed>true</closed>';
const TYPES = ['Call', 'Chat', 'Email', 'Voicemail', 'Message'];

const granted = (name) => `<classAccesses><apexClass>${name}</apexClass><enabled>true</enabled></classAccesses>`;
const permission = (name) => `<userPermissions><enabled>true</enabled><name>${name}</name></userPermissions>`;
const field = (name, editable = true) =>
    `<fieldPermissions><editable>${editable}</editable><field>Task.${name}</field><readable>true</readable></fieldPermissions>`;
const GUARDED = ['ActivityDate', 'Description', 'Type', 'WhatId', 'WhoId'];
const CLASSES = ['PatchbayConfiguration', 'PatchbayInteractionLog', 'PatchbayRecordMatch', 'PatchbayTaskStatus'];
const AGENT = [
    ...CLASSES.map(granted),
    ...GUARDED.map((name) => field(name)),
    ...['ActivitiesAccess', 'EditTask'].map(permission)
].join('');

const WHOLE = {
    'permissionsets/Patchbay_Agent.permissionset-meta.xml': xml('PermissionSet', AGENT),
    'standardValueSets/TaskStatus.standardValueSet-meta.xml': xml(
        'StandardValueSet',
        values(['Neu'], ['Erledigt', CLOSED], ['Verworfen', `${CLOSED}<isActive>false</isActive>`])
    ),
    'standardValueSets/TaskType.standardValueSet-meta.xml': xml(
        'StandardValueSet',
        values(...TYPES.map((name) => [name]))
    ),
    'objects/Claim__c/Claim__c.object-meta.xml': xml('CustomObject', '<enableActivities>true</enableActivities>'),
    'settings/Security.settings-meta.xml': xml(
        'SecuritySettings',
        '<sessionSettings><lockerServiceNext>true</lockerServiceNext></sessionSettings>'
    ),
    'translations/de.translation-meta.xml': xml(
        'Translations',
        '<customLabels><label>Halten</label><name>Patchbay_Hold</name></customLabels>'
    ),
    'installedPackages/purecloud.installedPackage-meta.xml': xml(
        'InstalledPackage',
        '<versionNumber>4.1</versionNumber>'
    ),
    'classes/PatchbayCTIExtensions.cls':
        '// implements purecloud.CTIExtension.ScreenPop\nglobal class PatchbayCTIExtensions implements Comparable, purecloud.CTIExtension.SaveLog { }',
    'classes/Other.cls': "class Other { String a = 'class A implements purecloud.CTIExtension.SaveLog {'; }"
};

describe('the command patchbay preflight', function () {
    this.timeout(60_000);

    let root;
    let made = 0;
    before(async () => {
        root = await mkdtemp(join(tmpdir(), 'patchbay-preflight-'));
    });
    after(() => rm(root, { recursive: true, force: true }));

    async function project(files) {
        const folder = join(root, String((made += 1)), 'force-app');
        await mkdir(folder, { recursive: true });
        for (const [name, text] of Object.entries(files)) {
            await mkdir(dirname(join(folder, name)), { recursive: true });
            await writeFile(join(folder, name), text);
        }
        return folder;
    }

    function run(...args) {
        const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });
        return { status, stdout, stderr };
    }

    /** What is found of a project, as JSON. */
    async function judged(files, ...args) {
        const { status, stdout, stderr } = run('preflight', await project(files), '--json', ...args);
        expect(stderr).to.equal('');
        const report = JSON.parse(stdout);
        expect(status).to.equal(report.valid ? 0 : 1);
        const codes = Object.fromEntries(report.findings.map(({ code, values: told }) => [code, told]));
        return { ...report, codes };
    }

    it('finds nothing in a project that has all of it, but what only a page can tell', async () => {
        const { valid, codes, files, skipped } = await judged(WHOLE, '--related-to', 'Claim__c, Account');
        expect({ valid, files, skipped }).to.deep.equal({ valid: true, files: 9, skipped: [] });
        expect(codes).to.deep.equal({
            'permission-set-given': [],
            'apex-allowed': [],
            'tasks-allowed': [],
            'fields-allowed': [],
            'types-there': [],
            'closed-status-there': ['Erledigt'],
            'activities-allowed': ['Account', 'Claim__c'],
            'channel-there': [],
            'events-unknown': [],
            'extension-there': ['PatchbayCTIExtensions'],
            'web-security-on': [],
            'translations-there': [],
            'storage-unknown': []
        });
    });

    it('finds nothing amiss in the package itself', () => {
        const { status, stdout } = run('preflight', path('www/force-app'), '--json');
        const { findings } = JSON.parse(stdout);
        expect(status).to.equal(0);
        expect(findings.filter(({ status: how }) => how !== 'ok' && how !== 'unknown')).to.deep.equal([]);
        expect(findings.map(({ code }) => code)).to.include.members(['permission-set-given', 'apex-allowed']);
    });

    for (const [what, change, expected] of [
        [
            'a status that closes is missing, or not active',
            {
                'standardValueSets/TaskStatus.standardValueSet-meta.xml': xml(
                    'StandardValueSet',
                    values(['Neu'], ['Verworfen', `${CLOSED}<isActive>false</isActive>`])
                )
            },
            { 'closed-status-missing': [] }
        ],
        [
            'types are missing',
            {
                'standardValueSets/TaskType.standardValueSet-meta.xml': xml(
                    'StandardValueSet',
                    values(['Call'], ['Email'], ['Chat', '<isActive>false</isActive>'])
                )
            },
            { 'types-missing': ['Chat', 'Voicemail', 'Message'] }
        ],
        [
            'the package is not installed',
            {
                'installedPackages/purecloud.installedPackage-meta.xml': undefined,
                'installedPackages/other.installedPackage-meta.xml': xml(
                    'InstalledPackage',
                    '<versionNumber>1.0</versionNumber>'
                )
            },
            { 'channel-missing': [] }
        ],
        [
            'Lightning Locker is on',
            {
                'settings/Security.settings-meta.xml': xml(
                    'SecuritySettings',
                    '<sessionSettings><lockerServiceNext>false</lockerServiceNext></sessionSettings>'
                )
            },
            { 'web-security-off': [] }
        ],
        [
            'an object has no activities',
            {
                'objects/Claim__c/Claim__c.object-meta.xml': xml(
                    'CustomObject',
                    '<enableActivities>false</enableActivities>'
                )
            },
            { 'activities-off': ['Claim__c'] }
        ],
        [
            'a language is not translated',
            {
                'translations/fr.translation-meta.xml': xml(
                    'Translations',
                    '<customLabels><label>x</label><name>Other</name></customLabels>'
                )
            },
            { 'translations-missing': ['fr'] }
        ],
        [
            'two classes implement an extension point',
            { 'classes/Pop.cls': 'global class Pop implements PureCloud . CTIExtension.ScreenPop {}' },
            { 'extension-several': ['PatchbayCTIExtensions', 'Pop'] }
        ],
        [
            'the permission set is missing, and nothing grants our classes',
            {
                'permissionsets/Patchbay_Agent.permissionset-meta.xml': undefined,
                'permissionsets/Sales.permissionset-meta.xml': xml('PermissionSet', field('WhoId', false)),
                'classes/PatchbayInteractionLog.cls': 'public class PatchbayInteractionLog { }'
            },
            {
                'permission-set-missing': [],
                'apex-refused': ['PatchbayInteractionLog'],
                'tasks-unknown': [],
                'fields-refused': ['WhoId']
            }
        ],
        [
            'a profile grants what the permission set does not',
            {
                'permissionsets/Patchbay_Agent.permissionset-meta.xml': xml(
                    'PermissionSet',
                    AGENT.replaceAll(field('WhoId'), field('WhoId', false))
                ),
                'profiles/Agent.profile-meta.xml': xml('Profile', granted(CLASSES[0]) + field('WhoId'))
            },
            { 'fields-allowed': [] }
        ]
    ]) {
        it(`says so when ${what}`, async () => {
            const files = Object.fromEntries(Object.entries({ ...WHOLE, ...change }).filter(([, text]) => text));
            const { codes } = await judged(files, '--related-to', 'Claim__c');
            expect(codes).to.include.keys(...Object.keys(expected));
            for (const [code, told] of Object.entries(expected)) {
                expect(codes[code], code).to.deep.equal(told);
            }
        });
    }

    it('knows nothing of what was not retrieved', async () => {
        const { valid, findings } = await judged({ 'classes/A.cls': 'class A { }' });
        expect(valid).to.equal(true);
        const known = findings.filter(({ status }) => status !== 'unknown');
        expect(known.map(({ code }) => code)).to.deep.equal(['extension-none']);
    });

    it('reads the names of the metadata format too', async () => {
        const { codes } = await judged({
            'standardValueSets/TaskStatus.standardValueSet': xml('StandardValueSet', values(['Done', CLOSED])),
            'objects/Claim__c.object': xml('CustomObject', '<enableActivities>true</enableActivities>')
        });
        expect(codes['closed-status-there']).to.deep.equal(['Done']);
    });

    it('passes over what is malformed, says so, and judges the rest', async () => {
        const { codes, skipped } = await judged({
            ...WHOLE,
            'standardValueSets/TaskType.standardValueSet-meta.xml':
                '<StandardValueSet><standardValue></StandardValueSet>',
            'settings/Security.settings-meta.xml': '',
            'profiles/Odd.profile-meta.xml': xml('PermissionSet', ''),
            'profiles/Empty.profile-meta.xml': xml('Profile', ''),
            'profiles/Bytes.profile-meta.xml': '\0\u{ffff}'
        });
        expect(codes).to.include.keys('types-unknown', 'web-security-unknown', 'closed-status-there');
        expect(skipped.map(({ file }) => file.replaceAll('\\', '/'))).to.have.members([
            'standardValueSets/TaskType.standardValueSet-meta.xml',
            'settings/Security.settings-meta.xml',
            'profiles/Odd.profile-meta.xml',
            'profiles/Bytes.profile-meta.xml'
        ]);
        expect(skipped.every(({ reason }) => reason.length > 5)).to.equal(true);
    });

    it('expands no entities, and follows no links', async () => {
        const bomb = `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]>`;
        const folder = await project({
            'classes/A.cls': 'class A { }',
            'settings/Security.settings-meta.xml': `${bomb}<SecuritySettings><a>&c;</a></SecuritySettings>`
        });
        await symlink(folder, join(folder, 'around'), 'junction');
        const { status, stdout } = run('preflight', folder, '--json');
        expect(status).to.equal(0);
        expect(stdout.length).to.be.below(20_000);
        expect(JSON.parse(stdout).files).to.be.at.most(2);
    });

    it('passes over a file that is too big, and what holds no metadata', async () => {
        const { codes, skipped, files } = await judged({
            ...WHOLE,
            'settings/Security.settings-meta.xml': xml('SecuritySettings', ' '.repeat(10_000_001)),
            'node_modules/a/classes/B.cls': 'class B implements purecloud.CTIExtension.SaveLog {}',
            '.sfdx/classes/C.cls': 'class C implements purecloud.CTIExtension.SaveLog {}'
        });
        expect(skipped.map(({ reason }) => reason)).to.deep.equal([skipped[0].reason]);
        expect(skipped[0].reason).to.match(/at most 10000000/);
        expect(codes['extension-there']).to.deep.equal(['PatchbayCTIExtensions']);
        expect(files).to.equal(8);
    });

    it('reads a project of many files', async () => {
        const many = Object.fromEntries(
            Array.from({ length: 2_000 }, (_, at) => [`classes/A${at}.cls`, `class A${at} { }`])
        );
        const { files, valid } = await judged({ ...WHOLE, ...many });
        expect({ files, valid }).to.deep.equal({ files: 2_009, valid: true });
    });

    it('prints for a person what to do, the worst first', async () => {
        const folder = await project({
            ...WHOLE,
            'standardValueSets/TaskStatus.standardValueSet-meta.xml': xml('StandardValueSet', values(['Neu'])),
            'translations/f\u001br.translation-meta.xml': xml('Translations', '<label>x</label>'),
            'profiles/Odd.profile-meta.xml': '<'
        });
        const { status, stdout, stderr } = run('preflight', folder);
        expect({ status, stderr }).to.deep.equal({ status: 1, stderr: '' });
        const lines = stdout.split('\n');
        expect(lines[2]).to.match(/^error {4}Closed status: Tasks have no status/);
        expect(lines[3]).to.match(/^warning {2}Translations: .+: f�r\./);
        expect(stdout).to.include('Not read:\n  profiles');
        expect(stdout).to.match(/\n1 error, 1 warning, \d+ unknown, \d+ ok\.\n$/);
        // eslint-disable-next-line no-control-regex -- a terminal obeys them
        expect(stdout).to.not.match(/[\0-\x09\x0b-\x1f]/);
    });

    for (const [what, args, told] of [
        ['nothing', [], /^Usage: /],
        ['another command', ['check', '.'], /^Usage: /],
        ['no path', ['preflight'], /^Usage: /],
        ['two paths', ['preflight', 'a', 'b'], /^Usage: /],
        ['an option that there is not', ['preflight', '.', '--fix'], /^Usage: /],
        ['a path that is not there', ['preflight', join(tmpdir(), 'patchbay-nowhere')], /cannot be read: ENOENT/],
        ['a file', ['preflight', path('package.json')], /cannot be read: ENOTDIR/]
    ]) {
        it(`ends with 2 when it is given ${what}`, () => {
            const { status, stdout, stderr } = run(...args);
            expect({ status, stdout }).to.deep.equal({ status: 2, stdout: '' });
            expect(stderr).to.match(told);
        });
    }

    it('ends with 2 when there is nothing to judge', async () => {
        const empty = run('preflight', await project({ 'readme.md': '#' }));
        expect(empty).to.include({ status: 2, stdout: '' });
        expect(empty.stderr).to.include('holds no metadata');
        const broken = run('preflight', await project({ 'profiles/A.profile-meta.xml': '<' }));
        expect(broken.status).to.equal(2);
        expect(broken.stderr).to.include('A.profile-meta.xml');
    });

    it('explains itself', () => {
        const { status, stdout } = run('--help');
        expect(status).to.equal(0);
        expect(stdout).to.include('patchbay preflight PATH');
    });

    it('needs nothing of npm, and stands beside the licences of what is in it', async () => {
        expect(await readFile(COMMAND, 'utf8')).to.match(/^#!\/usr\/bin\/env node\n/);
        expect(await readdir(path('pkg/bin'))).to.have.members(['LICENCES.txt', 'doctor.js', 'patchbay.js']);
        for (const file of ['doctor.js', 'patchbay.js']) {
            const code = await readFile(path(`pkg/bin/${file}`), 'utf8');
            const { imports } = await importsOf(code);
            const others = imports.filter((from) => !isBuiltin(from) && from !== '../index.js');
            expect(others, file).to.deep.equal(file === 'patchbay.js' ? ['./doctor.js'] : []);
        }
        const licences = await readFile(path('pkg/bin/LICENCES.txt'), 'utf8');
        const { packages } = await bundleCommand();
        const parsers = ['fast-xml-parser', '@babel/parser', '@apexdevtools/apex-parser', 'antlr4'];
        expect(packages.map(({ name }) => name)).to.include.members(parsers);
        for (const { name, version, license, text } of packages) {
            expect(license, name).to.be.oneOf(['MIT', 'BSD-3-Clause']);
            expect(text, name).to.match(
                /Permission is hereby granted|Redistribution and use in source and binary forms/
            );
            expect(licences).to.include(`${name} ${version} (${license})`).and.to.include(text);
        }
        const manifest = JSON.parse(await readFile(path('pkg/package.json'), 'utf8'));
        expect(manifest.bin).to.deep.equal({ patchbay: './bin/patchbay.js' });
    });
});

describe('the texts of preflight', () => {
    const pascal = (code) => code.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

    it('are those of the package’s labels, word for word', () => {
        const labels = readLabels(path('www'));
        for (const [code, sentence] of Object.entries(SENTENCES)) {
            expect(labels[`Patchbay_Health${pascal(code)}`]?.en, code).to.equal(sentence);
        }
        for (const [check, title] of Object.entries(TITLES)) {
            expect(labels[`Patchbay_HealthTitle${pascal(check)}`]?.en, check).to.equal(title);
        }
    });

    it('have their code in the page that explains them', async () => {
        const page = await readFile(path('docs/preflight.md'), 'utf8');
        const named = new Set(Array.from(page.matchAll(/`([\w-]+)`/g), ([, name]) => name));
        const missing = [...Object.keys(SENTENCES), ...Object.keys(TITLES)].filter((name) => !named.has(name));
        expect(missing).to.deep.equal([]);
    });
});
