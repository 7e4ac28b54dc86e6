/*
 * Brings a fresh machine to where building and testing work, or says plainly what is missing. Uses nothing but Node:
 * it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setUpJava } from './java.js';
import { path } from './paths.js';

const WASM = 'wasm32-unknown-unknown';

/** Ends the program with a sentence for a person. */
function give(up) {
    console.error(`\n${up}\n`);
    process.exit(1);
}

function output(program, args) {
    const { status, stdout } = spawnSync(program, args, { cwd: path('.'), encoding: 'utf8' });
    return status === 0 ? stdout.trim() : null;
}

function install(what, program, args) {
    console.log(`Installing ${what} …`);
    return spawnSync(program, args, { cwd: path('.'), stdio: 'inherit' }).status === 0;
}

/** Node, Rust and the packages; with `java`, a Java that checks Apex, and with `browser`, Chrome or Chromium too. */
export function setUp({ browser = false, java = false } = {}) {
    checkNode();
    setUpRust();
    setUpPackages();
    if (java) {
        setUpJava();
    }
    return browser ? setUpBrowser() : null;
}

function checkNode() {
    const [major, minor] = process.versions.node.split('.').map(Number);
    if (major < 20 || (major === 20 && minor < 11)) {
        give(`Patchbay needs Node 20.11 or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`);
    }
}

function setUpRust() {
    // Through rustup this installs the toolchain that rust-toolchain.toml names, if it is not there yet.
    if (
        !output('cargo', ['--version']) &&
        !(output('rustup', ['--version']) && install('Rust', 'rustup', ['toolchain', 'install']))
    ) {
        give(
            'Patchbay is built with Rust, and there is no cargo here. Get it from https://rustup.rs, open a new shell and try again.'
        );
    }
    const sysroot = output('rustc', ['--print', 'sysroot']);
    if (
        !existsSync(join(sysroot, 'lib', 'rustlib', WASM)) &&
        !install(`Rust for ${WASM}`, 'rustup', ['target', 'add', WASM])
    ) {
        give(`This Rust cannot build for ${WASM}, and rustup could not add it. Try "rustup target add ${WASM}".`);
    }
    for (const [component, command] of Object.entries({ rustfmt: 'fmt', clippy: 'clippy' })) {
        if (
            !output('cargo', [command, '--version']) &&
            !install(component, 'rustup', ['component', 'add', component])
        ) {
            give(
                `"cargo ${command}" is missing, and rustup could not add it. Try "rustup component add ${component}".`
            );
        }
    }
}

function setUpPackages() {
    // "npm ci" would empty the folder of another checkout that this one shares.
    if (lstatSync(path('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
        return;
    }
    const stamp = path('node_modules/.patchbay');
    const lock = createHash('sha256')
        .update(readFileSync(path('package-lock.json')))
        .digest('hex');
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) {
        return;
    }
    const npm = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ['npm', []];
    if (
        !install('the packages of package-lock.json', npm[0], [
            ...npm[1],
            'ci',
            '--no-audit',
            '--no-fund',
            '--loglevel=error'
        ])
    ) {
        give('npm could not install the packages. Its last lines above say why; "npm ci" tries again.');
    }
    writeFileSync(stamp, lock);
}

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const ELSEWHERE = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/** The browser that is there: `CHROME_PATH`, one on the path, or one where its installer puts it; else null. */
export function findBrowser() {
    const ending = process.platform === 'win32' ? '.exe' : '';
    const folders = (process.env.PATH ?? '').split(delimiter);
    const onPath = folders.flatMap((folder) => ON_PATH.map((name) => join(folder, name + ending)));
    const all = [process.env.CHROME_PATH, ...onPath, ...ELSEWHERE].filter(Boolean);
    return all.find((file) => existsSync(file)) ?? null;
}

function setUpBrowser() {
    const found = findBrowser();
    if (found) {
        return found;
    }
    // Debian's mirrors fail now and then; the second try is the one that counts.
    if (process.getuid?.() === 0 && output('apt-get', ['--version'])) {
        const tries = [1, 2].some(() => {
            install('a list of packages', 'apt-get', ['update', '-qq']);
            return install('Chromium', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
        });
        if (tries) {
            return findBrowser();
        }
    }
    return give('The tests run in Chrome or Chromium, and there is none here. Install one, or name it in CHROME_PATH.');
}
