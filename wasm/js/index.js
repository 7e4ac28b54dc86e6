import { base64Bytes } from './base64.js';
import { loaderOf } from './load.js';
import WASM from './bytes.js';

export { PatchbayError, PatchbayLoadError } from './errors.js';

/** Loads Patchbay from the bytes in the package, if the caller brings none. */
export const load = loaderOf(() => base64Bytes(WASM));
