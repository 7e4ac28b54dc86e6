/** The bytes of a base64 text. The native way is fifty times faster inside Lightning Web Security; not every browser has it. */
export function base64Bytes(text) {
    if (typeof Uint8Array.fromBase64 === 'function') {
        return Uint8Array.fromBase64(text);
    }
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
