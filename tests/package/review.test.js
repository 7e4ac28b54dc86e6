/*
 * Salesforce's own review of what an org is given: the engines of Code Analyzer, with the rules that it recommends and those
 * that AppExchange and a security review ask for. What an interface forces is suppressed in place, with its reason.
 */
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { path } from '../../scripts/paths.js';

const require = createRequire(import.meta.url);

const SOURCE = path('www/force-app');
const TAGS = ['Recommended', 'AppExchange', 'Security'];
const ENGINES = ['pmd', 'eslint', 'retirejs'];

const IGNORED = [
    // Never deployed, as .forceignore says.
    '**/__tests__/**',
    // Written by the build: wasm-bindgen's glue is not in the style of components. What it is made of is linted in src/js.
    '**/lwc/patchbay/**'
];

async function review(files, ignored, left) {
    const { CodeAnalyzer, CodeAnalyzerConfig } = require('@salesforce/code-analyzer-core');
    // Its own folder for what an engine leaves behind where it cannot parse a file: PMD's parsers know no private fields.
    const config = { config_root: dirname(SOURCE), root_working_folder: left, ignores: { files: ignored } };
    const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.fromObject(config));
    for (const engine of ENGINES) {
        await analyzer.addEnginePlugin(require(`@salesforce/code-analyzer-${engine}-engine`).createEnginePlugin());
    }
    const workspace = await analyzer.createWorkspace(files);
    const rules = await analyzer.selectRules(TAGS, { workspace });
    const violations = (await analyzer.run(rules, { workspace })).getViolations();
    return {
        engines: rules.getEngineNames(),
        violations: violations.map((violation) => {
            const place = violation.getPrimaryLocation();
            const where = place.getFile() ? `${relative(SOURCE, place.getFile())}:${place.getStartLine()}` : '';
            return `${where} ${violation.getRule().getName()}: ${violation.getMessage()}`;
        })
    };
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
        const { engines, violations } = await review([SOURCE], IGNORED, left);
        expect(engines).to.include.members(['pmd', 'eslint', 'retire-js']);
        expect(violations).to.deep.equal([]);
    });

    it('would find what is wrong', async () => {
        const { violations } = await review([path('tests/package/review')], [], left);
        const rules = violations.map((violation) => violation.split(' ')[1].slice(0, -1));
        expect(rules).to.include.members(['ApexSharingViolations', 'ApexSOQLInjection', '@lwc/lwc/no-inner-html']);
    });
});
