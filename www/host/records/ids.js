// Salesforce record IDs: 15 characters that tell capitals apart, or 18 that end in a checksum of which ones are capitals.

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
/** What this org's IDs have between key prefix and number. */
const INSTANCE = '5g0';

/** The 18 characters of what 15 name. */
export function withChecksum(id) {
    const blocks = [id.slice(0, 5), id.slice(5, 10), id.slice(10, 15)];
    const capitals = (block) => [...block].reduce((bits, c, i) => (c >= 'A' && c <= 'Z' ? bits | (1 << i) : bits), 0);
    return id.slice(0, 15) + blocks.map((block) => CHECKSUM[capitals(block)]).join('');
}

/** The 18 characters of an ID of either length; null for what is none, or has a wrong checksum. */
export function toId(value) {
    if (typeof value !== 'string' || !/^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/.test(value)) return null;
    const id = withChecksum(value);
    return value.length === 15 || value.slice(15).toUpperCase() === id.slice(15) ? id : null;
}

/** The ID of the record of that number. */
export function makeId(keyPrefix, number) {
    let digits = '';
    for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) digits = DIGITS[rest % 62] + digits;
    return withChecksum(keyPrefix + INSTANCE + digits.padStart(9, '0'));
}
