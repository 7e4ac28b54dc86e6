import {
    ACTIONS,
    ACTION_BITS,
    NAMED,
    NAMES_BEGIN,
    TARGET_TYPES,
    TARGET_TYPE_BITS,
    TYPES,
    TYPE_BITS
} from './vocabulary.js';

/*
 * The documented names, each with the number by which it stands in a word. A documented spelling is found here; what
 * any other text is, or was meant to be, is for Rust to say.
 */
function vocabulary(list, names, bits) {
    const begin = bits.begins + NAMES_BEGIN;
    const codes = new Map(names.map((name, index) => [name, (begin + index) << bits.shift]));
    // A name stands in a word once as it is documented and once as something else that was meant to be it.
    const spelled = Array.from({ length: bits.mask + 1 }, (_, code) => names[(code - begin) % names.length]);
    return { list, names, bits, codes, spelled };
}

export const TYPE = vocabulary(0, TYPES, TYPE_BITS);
export const ACTION = vocabulary(1, ACTIONS, ACTION_BITS);
export const TARGET_TYPE = vocabulary(2, TARGET_TYPES, TARGET_TYPE_BITS);

/** The bits of a word that say what was seen where one of these names belongs. */
export function nameBits(port, { list, bits, codes }, value) {
    return codes.get(value) ?? (bits.begins + otherCode(port, list, value)) << bits.shift;
}

function otherCode(port, list, value) {
    if (typeof value !== 'string') {
        return value === undefined ? NAMED.Absent : NAMED.WrongKind;
    }
    const code = port.recognise(list, value);
    return code < 0 ? NAMED.Unknown : code;
}

/** The documented spelling of the name that a word speaks of, or undefined. */
export function nameIn({ spelled, bits }, word) {
    return spelled[(word >>> bits.shift) & bits.mask];
}

/** The property that a text was probably meant to be, or undefined. */
export function nearestProperty(port, { list, properties }, text) {
    return properties[(port.recognise(list, text) - NAMES_BEGIN) % properties.length];
}
