/* What of a WebAssembly module's code comes from which crate, by the names that the compiler leaves in it. */

const IMPORTS = 2;
const CODE = 10;
const CUSTOM = 0;
const FUNCTION_NAMES = 1;

/** Crates whose code is most often found inside the names of others' generic types, and so looked for last. */
const LAST = ['alloc', 'core', 'std'];

/** Bytes of code by crate, and by room of Patchbay's own, largest first. What only `wasm-bindgen` reads is left out. */
export function functions(bytes) {
    const { imported, bodies, names } = read(bytes);
    const sizes = {};
    bodies.forEach((size, at) => {
        const name = names.get(imported + at) ?? '';
        if (!name.includes('__wbindgen_describe') && !name.includes('breaks_if_inlined')) {
            const owner = ownerOf(name);
            sizes[owner] = (sizes[owner] ?? 0) + size;
        }
    });
    return Object.fromEntries(Object.entries(sizes).sort(([, one], [, other]) => other - one));
}

function ownerOf(name) {
    const own = /patchbay(?:_text)?(?:::|\d+)(\w*?)(?:::|\d|\W|$)/.exec(name.replaceAll(/(\d+)(?=[a-z_])/g, '::'));
    if (own) {
        return `patchbay::${own[1] || 'patchbay'}`;
    }
    const crates = ['serde_json', 'serde_wasm_bindgen', 'serde', 'hashbrown', 'litemap', 'humantime', 'strsim', 'gloo'];
    const found = [...crates, 'js_sys', 'web_sys', 'wasm_bindgen', 'dlmalloc', ...LAST].find((crate) =>
        name.includes(crate)
    );
    return found ?? 'other';
}

function read(bytes) {
    let at = 8;
    const number = () => {
        let value = 0;
        for (let shift = 0; ; shift += 7) {
            const byte = bytes[at++];
            value += (byte & 127) * 2 ** shift;
            if (byte < 128) {
                return value;
            }
        }
    };
    const text = () => {
        const length = number();
        at += length;
        return Buffer.from(bytes.subarray(at - length, at)).toString();
    };
    const found = { imported: 0, bodies: [], names: new Map() };
    while (at < bytes.length) {
        const id = bytes[at++];
        const end = number() + at;
        if (id === IMPORTS) {
            found.imported = countImports(number, text, () => bytes[at++]);
        } else if (id === CODE) {
            for (let left = number(); left > 0; left--) {
                const size = number();
                found.bodies.push(size);
                at += size;
            }
        } else if (id === CUSTOM && text() === 'name') {
            while (at < end) {
                const kind = bytes[at++];
                const behind = number() + at;
                if (kind === FUNCTION_NAMES) {
                    for (let left = number(); left > 0; left--) {
                        found.names.set(number(), text());
                    }
                }
                at = behind;
            }
        }
        at = end;
    }
    return found;
}

/** wasm-bindgen imports functions and nothing else. */
function countImports(number, text, byte) {
    let functionsImported = 0;
    for (let left = number(); left > 0; left--) {
        text();
        text();
        if (byte() !== 0) {
            throw new Error('The module imports something that is no function; read it here too.');
        }
        number();
        functionsImported += 1;
    }
    return functionsImported;
}
