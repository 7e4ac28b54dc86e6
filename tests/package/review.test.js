/*
 * Salesforce's own review of what an org is given: the engines of Code Analyzer, with the rules that it recommends and those
 * that AppExchange and a security review ask for. What an interface forces is suppressed in place, with its reason.
 */
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { PACKAGES } from '../../scripts/packages.js';
import { path } from '../../scripts/paths.js';

const require = createRequire(import.meta.url);

const ROOT = path('www');
const FOLDERS = PACKAGES.map(({ folder }) => relative('www', folder));
const CARELESS = path('tests/package/review');
const TAGS = ['Recommended', 'AppExchange', 'Security'];
const ENGINES = ['pmd', 'eslint', 'retirejs'];

const IGNORED = [
    // Never deployed, as .forceignore says.
    '**/__tests__/**',
    // Written by the build: wasm-bindgen's glue is not in the style of components. What it is made of is linted in wasm/js.
    '**/lwc/patchbay/**',
    '**/lwc/patchbayMessages/**'
];

/** What is found and is right as it is: a name that identifies a log, and no secret. Metadata has no place to say so. */
const ACCEPTED = [
    ['ProtectSensitiveData', 'force-app/main/default/objects/Patchbay_Log_Key__c/fields/Key__c.field-meta.xml']
];

const isAccepted = ({ rule, file }) => ACCEPTED.some(([name, place]) => name === rule && place === file);

/** What the engines say of the packages in a folder: each violation, and each file that an engine could not read. */
async function review(root, ignored, left) {
    const { CodeAnalyzer, CodeAnalyzerConfig, EventType, LogLevel } = require('@salesforce/code-analyzer-core');
    // Its own folder for what an engine leaves behind where it cannot parse a file.
    const config = { config_root: root, root_working_folder: left, ignores: { files: ignored } };
    const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.fromObject(config));
    const errors = [];
    analyzer.onEvent(EventType.EngineLogEvent, ({ logLevel, engineName, message }) => {
        if (logLevel === LogLevel.Error) {
            errors.push(`${engineName}: ${message}`);
        }
    });
    for (const engine of ENGINES) {
        await analyzer.addEnginePlugin(require(`@salesforce/code-analyzer-${engine}-engine`).createEnginePlugin());
    }
    const workspace = await analyzer.createWorkspace(FOLDERS.map((folder) => join(root, folder)));
    const rules = await analyzer.selectRules(TAGS, { workspace });
    const violations = (await analyzer.run(rules, { workspace })).getViolations().map((violation) => {
        const place = violation.getPrimaryLocation();
        return {
            rule: violation.getRule().getName(),
            file: place.getFile() ? relative(root, place.getFile()) : '',
            line: place.getStartLine(),
            message: violation.getMessage()
        };
    });
    return { engines: rules.getEngineNames(), errors, violations };
}

// Tests are no part of what is reviewed, nor is what the build wrote.
const isReviewed = (file) => !/\/(__tests__|lwc\/patchbay(Messages)?)(\/|$)/.test(file);

/** The fault of its kind at the end of a file: an inner class in Apex, one more function in JavaScript. */
const PLANT = {
    '.cls': (source, fault) => source.replace(/\}\s*$/, `${fault}}\n`),
    '.js': (source, fault) => `${source}\n${fault}`
};

async function plant(copy) {
    const faults = {
        '.cls': await readFile(join(CARELESS, 'Careless.cls'), 'utf8'),
        '.js': await readFile(join(CARELESS, 'careless.js'), 'utf8')
    };
    for (const folder of FOLDERS) {
        await cp(join(ROOT, folder), join(copy, folder), { recursive: true, filter: isReviewed });
    }
    const files = await readdir(copy, { recursive: true });
    const planted = { '.cls': [], '.js': [] };
    for (const file of files.filter((name) => extname(name) in PLANT).sort()) {
        const kind = extname(file);
        const source = await readFile(join(copy, file), 'utf8');
        await writeFile(join(copy, file), PLANT[kind](source, faults[kind]));
        planted[kind].push(file);
    }
    return planted;
}

describe('the review', function () {
    this.timeout(300_000);

    let left;
    before(async () => {
        left = await mkdtemp(join(tmpdir(), 'patchbay-review-'));
    });
    after(() => rm(left, { recursive: true, force: true }));

    before(function () {
        if (spawnSync('java', ['-version']).status === 0) {
            return;
        }
        if (process.env.CI) {
            throw new Error(
                'PMD reviews Apex with Java 11 or newer, and there is none; install it on the test machine.'
            );
        }
        console.log('There is no Java, so nothing is reviewed here; install Java 11 or newer to have it done.');
        this.skip();
    });

    it('finds nothing in Apex, components and metadata', async () => {
        const { engines, errors, violations } = await review(ROOT, IGNORED, left);
        expect(engines).to.include.members(['pmd', 'cpd', 'eslint', 'retire-js']);
        expect(errors).to.deep.equal([]);
        expect(violations.filter((violation) => !isAccepted(violation))).to.deep.equal([]);
    });

    it('passes over no file: it would find a fault at the end of each', async () => {
        const copy = join(left, 'www');
        const planted = await plant(copy);
        const { errors, violations } = await review(copy, [], left);
        const found = (name) => violations.filter(({ rule }) => rule === name).map(({ file }) => file);
        expect(errors).to.deep.equal([]);
        expect(planted['.js']).to.have.length.above(50);
        expect(found('@lwc/lwc/no-inner-html').sort()).to.deep.equal(planted['.js']);
        expect(planted['.cls']).to.have.length.above(10);
        expect(found('ApexSOQLInjection').sort()).to.deep.equal(planted['.cls']);
        expect(found('ApexSharingViolations')).to.not.be.empty;
    });

    // PMD reads JavaScript as scripts, not as modules, and loses its place in them: its one rule for components is seen to here.
    it('knows of no event that leaves its component and bubbles on', async () => {
        const all = await Promise.all(
            FOLDERS.map(async (folder) => {
                const files = await readdir(join(ROOT, folder), { recursive: true });
                return files.map((file) => join(ROOT, folder, file));
            })
        );
        const reviewed = all.flat().filter((file) => file.endsWith('.js') && isReviewed(file));
        const sources = await Promise.all(reviewed.map((file) => readFile(file, 'utf8')));
        expect(sources.filter((source) => /\bcomposed\b/.test(source))).to.deep.equal([]);
    });
});
