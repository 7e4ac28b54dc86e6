import { spawn } from 'node:child_process';
import { path } from './paths.js';

/**
 * Runs a program in the checkout; resolves to its exit code and all it printed.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string>} env added to this program's own
 * @param {boolean} shown whether its output is shown as it comes
 */
export function tryRun(program, args, env = {}, shown = true) {
    return new Promise((resolve, reject) => {
        const child = spawn(program, args, {
            cwd: path('.'),
            env: { ...process.env, ...env },
            stdio: ['ignore', 'pipe', 'pipe']
        });
        let text = '';
        for (const stream of [child.stdout, child.stderr]) {
            stream.setEncoding('utf8');
            stream.on('data', (chunk) => {
                text += chunk;
                if (shown) {
                    process.stdout.write(chunk);
                }
            });
        }
        child.on('error', reject);
        child.on('close', (code) => resolve({ code, text }));
    });
}

/** Runs a program in the checkout; rejects when it fails. */
export async function run(program, args, env) {
    const { code } = await tryRun(program, args, env);
    if (code !== 0) {
        throw new Error(`${program} ${args.slice(0, 2).join(' ')} ended with ${code}`);
    }
}

/** The file behind a package's command, to be run with Node on every platform. */
export function command(file) {
    return path(`node_modules/${file}`);
}
