/* Another version of the module, made of the one there is: another number, another fingerprint, in both parts of it. */

const VERSION = '9.9.9';

export function otherVersion({ code, wasm }) {
    const fingerprint = once(code, /^const FINGERPRINT = (\d+);$/m);
    // As long as the one before: in WebAssembly nothing may move.
    const other = `${fingerprint.slice(0, -1)}${(Number(fingerprint.at(-1)) + 1) % 10}`;
    return {
        version: VERSION,
        code: code
            .replace(`"${once(code, /^const VERSION = "([^"]+)";$/m)}"`, `"${VERSION}"`)
            .replace(fingerprint, other),
        // Rust has its fingerprint as text.
        wasm: Buffer.from(wasm.toString('latin1').replace(once(wasm.toString('latin1'), fingerprint), other), 'latin1')
    };
}

/** What a pattern finds, or its first group, which is to be there once. */
function once(text, pattern) {
    const found = [...text.matchAll(new RegExp(pattern, 'gm'))];
    if (found.length !== 1) {
        throw new Error(`${pattern} is in the module ${found.length} times; another version is to be made otherwise`);
    }
    return found[0].at(-1);
}
