import { load as loadModule } from './load.js';

export { PatchbayError, PatchbayLoadError } from './errors.js';

/** Outgoing messages alone: for pages that send, and do nothing else. */
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
