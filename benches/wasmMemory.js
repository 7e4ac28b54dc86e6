/* The size of the module's memory, which its face does not show: seen where the module is instantiated. */
const memories = [];

/** Has to be called before the module is loaded. */
export function watchWasmMemory() {
    const { Instance, instantiate } = WebAssembly;
    const look = (instance) => {
        memories.push(instance.exports.memory);
        return instance;
    };
    WebAssembly.Instance = new Proxy(Instance, { construct: (...given) => look(Reflect.construct(...given)) });
    WebAssembly.instantiate = async (...given) => {
        const made = await instantiate(...given);
        look(made.instance ?? made);
        return made;
    };
}

/** In bytes, of all modules. */
export function wasmMemory() {
    return memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}
