export { load } from './load.js';
export { PatchbayError, PatchbayLoadError } from './errors.js';
