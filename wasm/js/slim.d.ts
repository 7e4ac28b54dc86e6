// Patchbay without the WebAssembly inside, as `patchbay/slim`: for pages that fetch it, or have it from elsewhere.
import type { LoadOptions, Patchbay } from './index.js';

export * from './index.js';

/**
 * Loads the module from the given bytes once; later calls return the same Patchbay. Rejects with `PatchbayLoadError`, or with a
 * `TypeError` if the first call brings no bytes.
 *
 * @example
 * const wasm = fetch(new URL('patchbay/patchbay_bg.wasm', import.meta.url)).then((response) => response.arrayBuffer());
 * const patchbay = await load({ wasm });
 */
export function load(options: Required<LoadOptions>): Promise<Patchbay>;
