/*
 * `npm test`: sets up, builds, and runs every kind of test there is, also after one has failed. The last line counts them.
 * `npm run test:all` tries more of what takes long: every code point, a million documents, every mode of every screen, and that
 * building twice gives the same bytes.
 */
import { availableParallelism } from 'node:os';
import { build } from './build.js';
import { path } from './paths.js';
import { command, tryRun } from './run.js';
import { setUp } from './setup.js';

const ALL = process.argv.includes('--all');

const browser = setUp({ browser: true, java: true });
const { faults, gather, keepRun } = await import('./reliability.js');
const { buildHost } = await import('../www/host/build.js');
const node = (file, ...args) => [process.execPath, [command(file), ...args]];

// What a tool prints, as passed and failed; a tool that counts nothing is one test.
const COUNTS = {
    cargo: /^test result: \w+\. (?<passed>\d+) passed; (?<failed>\d+) failed/gm,
    mocha: /^ *(?:(?<passed>\d+) passing|(?<failed>\d+) failing)/gm,
    jest: /^Tests: +(?:(?<failed>\d+) failed, )?(?:\d+ (?:skipped|todo), )*(?:(?<passed>\d+) passed, )?\d+ total/gm
};

/** A step is its name, the program, and how its output is counted; `files` are its tests, and what else counts in its name. */
const tool = (name, program, args, more = {}) => ({ name, program, args, files: [], ...more });

const tested = (name, files, { also = [], options = [] } = {}) => {
    const limits = ['--forbid-only', '--timeout', '300000'];
    const [program, args] = node('mocha/bin/mocha.js', '--reporter', 'dot', ...limits, ...options, ...files);
    return tool(name, program, args, { counter: 'mocha', files: [...files, ...also] });
};

// What ends a test that hangs is far above what any takes; what a browser did in one that failed is kept.
const inBrowser = (name, files, more) =>
    tested(name, files, { ...more, options: ['--require', 'tests/browser/traces.js'] });

const RUST = [
    tool('Rust: tests', 'cargo', ['test', '--quiet', '--locked', '--workspace'], {
        counter: 'cargo',
        files: ['tests/core/**/*.rs']
    }),
    tool('Rust: format', 'cargo', ['fmt', '--all', '--check']),
    tool('Rust: lint', 'cargo', [
        ...['clippy', '--quiet', '--locked', '--workspace', '--all-targets'],
        // Compiled for the lint alone, wasm-bindgen's tool takes longer than all the rest.
        ...(ALL ? [] : ['--exclude', 'xtask']),
        ...['--', '--deny', 'warnings']
    ])
];

const PACKAGE = [tested('Packages and metadata', ['tests/package/**/*.test.js'])];

const cached = (name) => ['--cache', '--cache-location', `build/cache/${name}`, '.'];

const SCRIPTS = [
    tool('Format', ...node('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', ...cached('prettier'))),
    tool('Lint', ...node('eslint/bin/eslint.js', '--max-warnings', '0', ...cached('eslint'))),
    tool('Types', ...node('typescript/bin/tsc', '--project', 'tests/types')),
    tested('The module in Node', ['tests/wasm/**/*.test.js']),
    tested('The validator beside a JSON Schema', ['tests/differential/**/*.test.js']),
    tested('Nothing personal is output', ['tests/redaction/node.test.js', 'tests/redaction/sources.test.js']),
    tested('Apex', ['tests/apex/**/*.test.js']),
    tested('Doctor', ['tests/doctor/**/*.test.js']),
    tested('Components, compiled as an org does', ['tests/compile/**/*.test.js']),
    tested('Performance, as it is told', ['tests/bench/**/*.test.js']),
    tested('Documents', ['tests/docs/**/*.test.js']),
    tool('Components', ...node('@salesforce/sfdx-lwc-jest/bin/sfdx-lwc-jest', '--', '--silent=false'), {
        counter: 'jest'
    }),
    tested('Console: the simulated parties', ['tests/host/**/*.test.js'])
];

const suite = { also: ['tests/browser/runSuite.js'] };

const CONSOLE = [
    inBrowser('Console: the utility in the browser', [
        'tests/browser/app.test.js',
        'tests/browser/accessible.test.js',
        'tests/browser/clicks.test.js',
        'tests/browser/languages.test.js'
    ]),
    inBrowser('Console: the log in the browser', [
        'tests/browser/log.test.js',
        'tests/browser/records.test.js',
        'tests/browser/synchronise.test.js',
        'tests/browser/typing.test.js'
    ]),
    inBrowser('Console: a logged call, and two pages with one, in the browser', [
        'tests/browser/loggedCall.test.js',
        'tests/browser/twoPages.test.js',
        'tests/browser/lockerStorage.test.js'
    ]),
    inBrowser('Console: an agent in the browser', ['tests/browser/console.test.js']),
    inBrowser('Console: captured streams in the browser', ['tests/browser/replay*.test.js']),
    inBrowser('Console: settings and health in the browser', [
        'tests/browser/configuration.test.js',
        'tests/browser/settings.test.js',
        'tests/browser/health.test.js'
    ]),
    inBrowser('Console: the recipes in the browser', ['tests/recipes/**/*.test.js']),
    inBrowser('Nothing personal is output in the browser', ['tests/redaction/page.test.js'])
];

const MODULE = [
    inBrowser('The module in the browser', ['tests/browser/module.test.js'], suite),
    inBrowser('Crossings of the membrane in the browser', ['tests/browser/crossings.test.js'])
];

// Both build the module that breaks off.
const TRAPS = [
    tested('A module that breaks off, in Node', ['tests/traps/*.node.test.js'], {
        also: ['tests/traps/survive.test.js']
    }),
    inBrowser('A module that breaks off, in the browser', ['tests/browser/traps.test.js'], suite)
];

// Both build pages of components.
const PAGE = [
    inBrowser('The module on a page, in the browser', ['tests/page/**/*.test.js']),
    inBrowser('A flooded channel, in the browser', ['tests/channel/**/*.test.js'])
];

function count(text, counter, code) {
    const total = { passed: 0, failed: 0 };
    for (const { groups } of counter ? text.matchAll(COUNTS[counter]) : []) {
        total.passed += Number(groups.passed ?? 0);
        total.failed += Number(groups.failed ?? 0);
    }
    if (code === 0 && !counter) {
        total.passed = 1;
    }
    // Failing without counting a failure, or counting nothing at all, is a failure too.
    if ((code !== 0 && total.failed === 0) || total.passed + total.failed === 0) {
        total.failed += 1;
    }
    return total;
}

/** What the tests say they have tried, by name. */
const counted = {};

const environment = { CHROME_PATH: browser, FORCE_COLOR: '0', PATCHBAY_ALL: ALL ? '1' : '' };

async function runStep({ name, program, args, counter, files }) {
    const started = performance.now();
    const { code, text } = await tryRun(program, args, environment, false);
    const seconds = Math.round((performance.now() - started) / 1000);
    // In one piece: others run beside it.
    console.log(`\n── ${name} (${seconds} s) ──\n${text}`);
    const result = { name, files, seconds, ...count(text, counter, code) };
    if (result.failed === 0) {
        Object.assign(counted, gather(text));
    }
    return result;
}

/** Runs steps one after the other. */
async function runLane(steps) {
    const results = [];
    for (const step of steps) {
        results.push(await runStep(step));
    }
    return results;
}

/** Runs lanes, as many at once as this machine has processors. */
async function runLanes(lanes) {
    const waiting = [...lanes];
    const results = [];
    const worker = async () => {
        for (let lane = waiting.shift(); lane; lane = waiting.shift()) {
            results.push(...(await runLane(lane)));
        }
    };
    await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
    return results;
}

/** Whether a file is among the tests of a step, which are named by patterns. */
function isOf({ files }, file) {
    const matches = (pattern) =>
        new RegExp(
            `^${pattern.replace(/[.]/g, '\\.').replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(?:.*/)?'))}$`
        );
    return files.some((pattern) => matches(pattern).test(file));
}

const started = performance.now();
// Rust's own tests need nothing that is built here.
const rust = runLane(RUST);
await build();
await buildHost({ outDir: path('build/host') });
// Of a night, what ships is built once more, so nothing may use it meanwhile.
const first = ALL ? await runLane(PACKAGE) : [];
// What takes longest begins first.
const alone = [...CONSOLE, ...MODULE, ...SCRIPTS, ...(ALL ? [] : PACKAGE)].map((step) => [step]);
const results = [...first, ...(await Promise.all([rust, runLanes([PAGE, ...alone, TRAPS])])).flat()];
await keepRun(counted);
const broken = results.filter(({ failed }) => failed > 0);
const failed = (file) => broken.some((step) => isOf(step, file));
const uncounted = faults(counted, { all: ALL, failed });
uncounted.forEach((fault) => console.log(fault));
results.push({
    name: 'Reliability, as it is claimed',
    seconds: 0,
    passed: uncounted.length ? 0 : 1,
    failed: uncounted.length
});

console.log('\n── Summary ──');
for (const { name, seconds, passed, failed: failures } of results) {
    console.log(`${failures > 0 ? '✘' : '✔'} ${name}: ${passed} passed, ${failures} failed (${seconds} s)`);
}
console.log(`All of it took ${Math.round((performance.now() - started) / 1000)} s.`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
