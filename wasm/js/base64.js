/** The bytes of a base64 text. `fromBase64` is fifty times faster inside Lightning Web Security; not every browser has it. */
export function base64Bytes(text) {
    if (typeof Uint8Array.fromBase64 === 'function') {
        return Uint8Array.fromBase64(text);
    }
    // Node.
    if (typeof globalThis.Buffer?.from === 'function') {
        return globalThis.Buffer.from(text, 'base64');
    }
    const characters = atob(text);
    // A loop, not `from` with a callback: inside the sandbox each call back costs six times as much as a write.
    const bytes = new Uint8Array(characters.length);
    for (let at = 0; at < characters.length; at += 1) {
        bytes[at] = characters.charCodeAt(at);
    }
    return bytes;
}
