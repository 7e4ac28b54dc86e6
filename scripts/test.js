/*
 * `npm test`: sets up, builds, and runs every test there is, also after one has failed. The last line counts them.
 */
import { build } from './build.js';
import { path } from './paths.js';
import { command, tryRun } from './run.js';
import { setUp } from './setup.js';

const browser = setUp({ browser: true, java: true });
const { faults, gather, keepRun } = await import('./reliability.js');
const { buildHost } = await import('../www/host/build.js');
const node = (file, ...args) => [process.execPath, [command(file), ...args]];
const mocha = (...files) =>
    node('mocha/bin/mocha.js', '--reporter', 'dot', '--forbid-only', '--timeout', '60000', ...files);

// What a tool prints, as passed and failed; a tool that counts nothing is one test.
const COUNTS = {
    cargo: /^test result: \w+\. (?<passed>\d+) passed; (?<failed>\d+) failed/gm,
    mocha: /^ *(?:(?<passed>\d+) passing|(?<failed>\d+) failing)/gm,
    jest: /^Tests: +(?:(?<failed>\d+) failed, )?(?:\d+ (?:skipped|todo), )*(?:(?<passed>\d+) passed, )?\d+ total/gm
};

const RUST = [
    ['Rust: format', 'cargo', ['fmt', '--all', '--check']],
    [
        'Rust: lint',
        'cargo',
        ['clippy', '--quiet', '--locked', '--workspace', '--all-targets', '--', '--deny', 'warnings']
    ],
    ['Rust: tests', 'cargo', ['test', '--quiet', '--locked', '--workspace'], 'cargo']
];

// Builds what ships once more, so nothing may use it meanwhile.
const PACKAGE = [['Packages and metadata', ...mocha('tests/package/**/*.test.js'), 'mocha']];

const SCRIPTS = [
    [
        'Format',
        ...node(
            'prettier/bin/prettier.cjs',
            '--check',
            '--log-level',
            'warn',
            '--cache',
            '--cache-location',
            'build/cache/prettier',
            '.'
        )
    ],
    [
        'Lint',
        ...node('eslint/bin/eslint.js', '--max-warnings', '0', '--cache', '--cache-location', 'build/cache/eslint', '.')
    ],
    ['Types', ...node('typescript/bin/tsc', '--project', 'tests/types')],
    ['The module in Node', ...mocha('tests/wasm/**/*.test.js'), 'mocha'],
    ['The validator beside a JSON Schema', ...mocha('tests/differential/**/*.test.js'), 'mocha'],
    ['A module that breaks off, in Node', ...mocha('tests/traps/*.node.test.js'), 'mocha'],
    [
        'Nothing personal is output',
        ...mocha('tests/redaction/node.test.js', 'tests/redaction/sources.test.js'),
        'mocha'
    ],
    ['Apex', ...mocha('tests/apex/**/*.test.js'), 'mocha'],
    ['Components, compiled as an org does', ...mocha('tests/compile/**/*.test.js'), 'mocha'],
    ['Performance, as it is told', ...mocha('tests/bench/**/*.test.js'), 'mocha'],
    ['Documents', ...mocha('tests/docs/**/*.test.js'), 'mocha'],
    ['Components', ...node('@salesforce/sfdx-lwc-jest/bin/sfdx-lwc-jest', '--', '--silent=false'), 'jest'],
    ['Console: the simulated parties', ...mocha('tests/host/**/*.test.js'), 'mocha']
];

const BROWSER = [
    ['The module in the browser', ...mocha('tests/browser/module.test.js'), 'mocha'],
    ['A module that breaks off, in the browser', ...mocha('tests/browser/traps.test.js'), 'mocha'],
    ['Nothing personal is output in the browser', ...mocha('tests/redaction/page.test.js'), 'mocha'],
    ['Crossings of the membrane in the browser', ...mocha('tests/browser/crossings.test.js'), 'mocha'],
    ['Console: captured streams in the browser', ...mocha('tests/browser/replay*.test.js'), 'mocha'],
    ['Console: the settings in the browser', ...mocha('tests/browser/settings.test.js'), 'mocha']
];

const UTILITY = [
    [
        'Console: the utility in the browser',
        ...mocha('tests/browser/app.test.js', 'tests/browser/accessible.test.js', 'tests/browser/languages.test.js'),
        'mocha'
    ],
    ['Console: the recipes in the browser', ...mocha('tests/recipes/**/*.test.js'), 'mocha']
];

// Both build pages of components, into the same folders.
const PAGE = [
    ['The module on a page, in the browser', ...mocha('tests/page/**/*.test.js'), 'mocha'],
    ['A flooded channel, in the browser', ...mocha('tests/channel/**/*.test.js'), 'mocha']
];

const CONSOLE = [
    ['Console: an agent in the browser', ...mocha('tests/browser/console.test.js'), 'mocha'],
    [
        'Console: the log in the browser',
        ...mocha('tests/browser/log.test.js', 'tests/browser/synchronise.test.js'),
        'mocha'
    ]
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

async function runSteps(steps, shown) {
    const results = [];
    for (const [name, program, args, counter] of steps) {
        if (shown) {
            console.log(`\n── ${name} ──`);
        }
        const started = performance.now();
        const { code, text } = await tryRun(program, args, { CHROME_PATH: browser, FORCE_COLOR: '0' }, shown);
        if (!shown) {
            console.log(`\n── ${name} ──\n${text}`);
        }
        const seconds = Math.round((performance.now() - started) / 1000);
        const result = { name, seconds, ...count(text, counter, code) };
        if (result.failed === 0) {
            Object.assign(counted, gather(text));
        }
        results.push(result);
    }
    return results;
}

await build();
await buildHost({ outDir: path('build/host') });
const results = await runSteps(PACKAGE, true);
// Browsers wait much of their time, so these go side by side; what each prints is shown in one piece.
const lanes = await Promise.all(
    [
        [...RUST, ...SCRIPTS],
        [...BROWSER, ...UTILITY],
        [...CONSOLE, ...PAGE]
    ].map((steps) => runSteps(steps, false))
);
results.push(...lanes.flat());
await keepRun(counted);
const uncounted = faults(counted);
uncounted.forEach((fault) => console.log(fault));
results.push({
    name: 'Reliability, as it is claimed',
    seconds: 0,
    passed: uncounted.length ? 0 : 1,
    failed: uncounted.length
});

console.log('\n── Summary ──');
for (const { name, seconds, passed, failed } of results) {
    console.log(`${failed > 0 ? '✘' : '✔'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
