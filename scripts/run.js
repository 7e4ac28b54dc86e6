import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A path in the checkout. */
export function path(relative) {
    return fileURLToPath(new URL(`../${relative}`, import.meta.url));
}

/** Runs a program in the checkout, its output shown; rejects when it fails. */
export function run(program, args, { env = {}, ...options } = {}) {
    return new Promise((resolve, reject) => {
        const child = spawn(program, args, {
            cwd: path('.'),
            stdio: 'inherit',
            env: { ...process.env, ...env },
            ...options
        });
        child.on('error', reject);
        child.on('close', (code) =>
            code === 0 ? resolve() : reject(new Error(`${program} ${args[0] ?? ''} ended with ${code}`))
        );
    });
}
