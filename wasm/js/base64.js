/** The bytes of a base64 text. The native way is fifty times faster inside Lightning Web Security; not every browser has it. */
export function base64Bytes(text) {
    if (typeof Uint8Array.fromBase64 === 'function') {
        return Uint8Array.fromBase64(text);
    }
    // Node's own way, as old as Node.
    if (typeof globalThis.Buffer?.from === 'function') {
        return globalThis.Buffer.from(text, 'base64');
    }
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
