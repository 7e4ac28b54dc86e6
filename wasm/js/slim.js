import { loaderOf } from './load.js';

export { PatchbayError, PatchbayLoadError } from './errors.js';

/** Patchbay without bytes inside: the caller brings those of `patchbay/patchbay_bg.wasm`. */
export const load = loaderOf(() => {
    throw new TypeError(
        'patchbay/slim has no bytes of its own; call load({ wasm }) with those of patchbay/patchbay_bg.wasm.'
    );
});
