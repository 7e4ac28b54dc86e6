import { fileURLToPath } from 'node:url';

/** A path in the checkout. */
export function path(relative) {
    return fileURLToPath(new URL(`../${relative}`, import.meta.url));
}

/** Whether the program was started with this file. */
export function isMain(url) {
    return process.argv[1] === fileURLToPath(url);
}
