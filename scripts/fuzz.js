/*
 * `node scripts/fuzz.js [seconds] [target …]`: runs the fuzz targets, each for so long (60 seconds if not said), and prints
 * what was run, the slowest input and the peak of memory. With a C++ compiler libFuzzer guides them by coverage, which the
 * pinned toolchain can do; without one the mutator of tests/fuzz has to do. A text that breaks something stays in build/fuzz.
 */
import { mkdir, readdir } from 'node:fs/promises';
import { isMain, path } from './paths.js';
import { tryRun } from './run.js';

const FUZZ = 'fuzz/Cargo.toml';
const TARGET_DIR = 'target/fuzz';

/** What cargo-fuzz passes, but for the address sanitizer: there is no unsafe code to sanitize, and it needs a nightly compiler. */
const COVERAGE = [
    '-Cpasses=sancov-module',
    '-Cllvm-args=-sanitizer-coverage-level=4',
    '-Cllvm-args=-sanitizer-coverage-inline-8bit-counters',
    '-Cllvm-args=-sanitizer-coverage-pc-table',
    '-Cllvm-args=-sanitizer-coverage-trace-compares',
    '-Cllvm-args=-simplifycfg-branch-fold-threshold=0',
    '-Ccodegen-units=1',
    '--cfg=fuzzing'
];

/** The targets, as the corpus has them. */
export async function targets() {
    return (await readdir(path('fuzz/corpus'))).sort();
}

/** Builds all targets with libFuzzer; resolves to the folder they are in, or null where that is not possible. */
async function buildGuided() {
    const { text } = await tryRun('rustc', ['-vV'], {}, false);
    const host = /^host: (.+)$/m.exec(text)?.[1];
    // A target of its own keeps the flags away from build scripts, which no fuzzer links.
    const args = ['build', '--quiet', '--release', '--manifest-path', FUZZ];
    const where = ['--target-dir', TARGET_DIR, '--target', host];
    const { code } = await tryRun('cargo', [...args, ...where], { RUSTFLAGS: COVERAGE.join(' ') });
    return code === 0 ? path(`${TARGET_DIR}/${host}/release`) : null;
}

async function runGuided(folder, name, seconds) {
    const found = path(`build/fuzz/${name}`);
    await mkdir(found, { recursive: true });
    const options = [
        `-max_total_time=${seconds}`,
        '-print_final_stats=1',
        '-max_len=65536',
        '-timeout=10',
        '-rss_limit_mb=512'
    ];
    const { code, text } = await tryRun(
        `${folder}/${name}`,
        [...options, `-artifact_prefix=${path(`build/fuzz/${name}-`)}`, found, path(`fuzz/corpus/${name}`)],
        {},
        false
    );
    const stat = (key) => /\d+/.exec(text.split(`stat::${key}:`)[1] ?? '')?.[0] ?? '?';
    return {
        broke: code === 0 ? null : text,
        executions: stat('number_of_executed_units'),
        slowest: `${stat('slowest_unit_time_sec')} s`,
        memory: `${stat('peak_rss_mb')} MB`
    };
}

async function runPlain(name, seconds) {
    const { code, text } = await tryRun(
        'cargo',
        ['test', '--quiet', '--release', '--locked', '--test', 'fuzz', '--', '--nocapture'],
        { PATCHBAY_TARGET: name, PATCHBAY_SECONDS: String(seconds), PATCHBAY_SEED: String(Date.now()) },
        false
    );
    return {
        broke: code === 0 ? null : text,
        executions: /^reliability: .*: (\d+) cases$/m.exec(text)?.[1] ?? '?',
        slowest: /^slowest: (.+)$/m.exec(text)?.[1] ?? '?',
        memory: /^peak memory: (.+)$/m.exec(text)?.[1] ?? '?'
    };
}

/** Runs the named targets; resolves to the names of those that something broke. */
export async function fuzz(names, seconds) {
    const folder = await buildGuided();
    console.log(
        folder ? 'Guided by coverage (libFuzzer).' : 'libFuzzer does not build here, so the plain mutator runs.'
    );
    const broken = [];
    for (const name of names) {
        const run = folder ? await runGuided(folder, name, seconds) : await runPlain(name, seconds);
        const { broke, executions, slowest, memory } = run;
        console.log(
            `${name}: ${executions} executions in ${seconds} s; slowest input ${slowest}; peak memory ${memory}`
        );
        if (broke) {
            console.log(broke.slice(-4000));
            broken.push(name);
        }
    }
    return broken;
}

if (isMain(import.meta.url)) {
    const [seconds = '60', ...asked] = process.argv.slice(2);
    const known = await targets();
    const unknown = asked.filter((name) => !known.includes(name));
    if (!/^[1-9]\d*$/.test(seconds) || unknown.length > 0) {
        console.error(`Usage: node scripts/fuzz.js [seconds] [target …]; targets are ${known.join(', ')}.`);
        process.exitCode = 2;
    } else {
        const broken = await fuzz(asked.length > 0 ? asked : known, seconds);
        process.exitCode = broken.length > 0 ? 1 : 0;
    }
}
