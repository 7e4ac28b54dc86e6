/* The size of the module's memory, which its face does not show: seen where the module is instantiated. */
let seen;

/** Has to be called before the module is loaded. */
export function watchWasmMemory() {
    const { Instance } = WebAssembly;
    WebAssembly.Instance = new Proxy(Instance, {
        construct(target, given) {
            const instance = Reflect.construct(target, given);
            seen = instance.exports.memory;
            return instance;
        }
    });
}

/** In bytes. */
export function wasmMemory() {
    return seen.buffer.byteLength;
}
