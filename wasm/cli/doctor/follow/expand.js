/** A value as the messages that it may be. */
import { isTelling, sampleOf, sampled } from './samples.js';
import { both } from './values.js';

/** More variants of one message are not judged. */
const MAX_VARIANTS = 64;

const escaped = (key) => key.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * @typedef {{json: any, when: object[], places: Map<string, object>, unknown: string[], open: string[]}} Variant
 *     `places` has the value at a pointer, `unknown` pointers of what is not known, `open` those of objects that may have more
 * @param {{encodes?: boolean}} how `encodes` where whoever is given the value encodes it
 * @returns {Variant[]}
 */
export function variantsOf(value, pointer = '', how = {}) {
    if (value.kind === 'either') {
        return value.options.flatMap((option) =>
            variantsOf(option.value, pointer, how).flatMap((variant) => {
                const when = both(option.when, variant.when);
                return when ? [{ ...variant, when }] : [];
            })
        );
    }
    const places = new Map([[pointer, value]]);
    const one = (json, more = {}) => [{ json, when: [], places, unknown: [], open: [], ...more }];
    switch (value.kind) {
        case 'known':
            return one(value.value);
        case 'absent':
            return one(undefined, { places: new Map() });
        case 'text':
            return one(sampled(value, how));
        case 'object':
            return ofObject(value, pointer, places, how);
        case 'array':
            return value.open ? one(undefined, { unknown: [pointer] }) : ofArray(value, pointer, places, how);
        case 'unknown':
            return isTelling(value) ? one(sampleOf(value)) : one(undefined, { unknown: [pointer] });
        default:
            return one(undefined, { unknown: [pointer] });
    }
}

function ofObject({ entries, open, deep }, pointer, places, how) {
    let variants = [{ json: {}, when: [], places, unknown: [], open: open ? [deep ? `${pointer}*` : pointer] : [] }];
    for (const [key, entry] of entries) {
        const inner = variantsOf(entry, `${pointer}/${escaped(key)}`, how);
        variants = product(variants, inner, (json, given) => {
            const next = { ...json };
            if (given !== undefined) {
                Object.defineProperty(next, key, {
                    value: given,
                    enumerable: true,
                    configurable: true,
                    writable: true
                });
            }
            return next;
        });
    }
    return variants;
}

function ofArray({ items }, pointer, places, how) {
    return items.reduce(
        (variants, item, at) =>
            product(variants, variantsOf(item, `${pointer}/${at}`, how), (json, given) => [...json, given ?? null]),
        [{ json: [], when: [], places, unknown: [], open: [] }]
    );
}

function product(variants, inner, add) {
    const found = [];
    for (const one of variants) {
        for (const other of inner) {
            const when = both(one.when, other.when);
            if (when && found.length < MAX_VARIANTS) {
                found.push({
                    json: add(one.json, other.json),
                    when,
                    places: new Map([...one.places, ...other.places]),
                    unknown: [...one.unknown, ...other.unknown],
                    open: [...one.open, ...other.open]
                });
            }
        }
    }
    return found;
}

/** A value in which something stands where nothing is known. */
export function filled(json, pointer) {
    const keys = pointer.split('/').slice(1);
    const last = keys.pop();
    const parent = keys.reduce((one, key) => one?.[key], json);
    if (parent !== null && typeof parent === 'object') {
        parent[last] = '1';
    }
    return json;
}
