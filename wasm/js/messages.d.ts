// Outgoing messages alone, as `patchbay/messages` and as the LWC service module `c/patchbayMessages`.
import type { LoadOptions, Patchbay } from './index.js';

export { PatchbayError, PatchbayLoadError } from './index.js';
export type {
    Action,
    LoadOptions,
    Message,
    ParticipantContext,
    Problem,
    ProblemCode,
    SecureSessionContext,
    SimpleAction,
    Target,
    Validation
} from './index.js';

/** Builds and validates outgoing messages. */
export type Messages = Pick<
    Patchbay,
    | 'version'
    | 'updateState'
    | 'blindTransfer'
    | 'consultTransfer'
    | 'participantContext'
    | 'secureSession'
    | 'addCustomAttributes'
    | 'updateStatus'
    | 'subscribe'
    | 'validate'
    | 'encode'
>;

/**
 * Loads the module for messages once; later calls give the same. Throws `PatchbayLoadError` where it cannot be had.
 *
 * @example
 * const messages = await load();
 * publish(context, CHANNEL, messages.blindTransfer(id, { flow: 'Auditor Secure Flow' }));
 */
export function load(options?: LoadOptions): Promise<Messages>;
