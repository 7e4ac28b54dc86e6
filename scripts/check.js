/*
 * `npm run check`: what is quick to say of a change before it is committed. `npm test` says the rest.
 */
import { command, tryRun } from './run.js';

const node = (file, ...args) => [process.execPath, [command(file), ...args]];

const CHECKS = [
    ['Rust: format', 'cargo', ['fmt', '--all', '--check']],
    ['Format', ...node('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
    ['Lint', ...node('eslint/bin/eslint.js', '--max-warnings', '0', '.')],
    ['Types', ...node('typescript/bin/tsc', '--project', 'tests/types')],
    [
        'Rust: lint',
        'cargo',
        [
            ...['clippy', '--quiet', '--locked', '--workspace', '--all-targets', '--exclude', 'xtask'],
            ...['--', '--deny', 'warnings']
        ]
    ]
];

const failed = [];
for (const [name, program, args] of CHECKS) {
    const { code } = await tryRun(program, args);
    console.log(`${code === 0 ? '✔' : '✘'} ${name}`);
    if (code !== 0) {
        failed.push(name);
    }
}
if (failed.length > 0) {
    console.error(`\nNot ready to commit: ${failed.join(', ')}.`);
    process.exitCode = 1;
}
