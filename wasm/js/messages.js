import { load as loadModule } from './index.js';

export { PatchbayError, PatchbayLoadError } from './errors.js';

/** Loads only the builders and `validate`, for pages that only send. The build leaves everything else out of this module. */
export async function load(options) {
    const { version, updateState, blindTransfer, consultTransfer, participantContext, ...rest } =
        await loadModule(options);
    const { secureSession, addCustomAttributes, updateStatus, subscribe, validate, encode } = rest;
    return Object.freeze({
        version,
        updateState,
        blindTransfer,
        consultTransfer,
        participantContext,
        secureSession,
        addCustomAttributes,
        updateStatus,
        subscribe,
        validate,
        encode
    });
}
