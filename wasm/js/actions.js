import { ACTIONS, SIMPLE_ACTIONS } from './vocabulary.js';
import { NONE } from './changes.js';
import { PatchbayError } from './errors.js';
import { PROBLEMS, problem } from './problems.js';

/**
 * The builders of a session, which also refuse what its interactions do not allow now, and what it says of actions. Rust decides; a
 * session that is closed refuses nothing.
 */
export function openActions({ builders, wasmBridge, handle, interactions, time, isClosing, isClosed }) {
    /** Throws if the action is not to be sent now. */
    function checkAllowed(action, id, on) {
        const isAsked = typeof id === 'string' && !isClosed();
        const number = ACTIONS.indexOf(action);
        const refusal = isAsked ? wasmBridge.sessionRefuse(handle, number, id, on, time.now()) : '';
        if (refusal !== '') {
            throw new PatchbayError([Object.freeze(JSON.parse(refusal))]);
        }
    }

    function canOfUnknown(id) {
        const allowed = isClosing() || typeof id !== 'string' ? '' : wasmBridge.sessionCan(handle, id);
        return allowed === '' ? NONE : Object.freeze(JSON.parse(allowed));
    }

    const ifAllowed =
        (action, build) =>
        (id, ...rest) => {
            checkAllowed(action, id);
            return build(id, ...rest);
        };

    function updateState(action, id, on) {
        const message = builders.updateState(action, id);
        if (on !== undefined && typeof on !== 'boolean') {
            throw new PatchbayError([problem(PROBLEMS.OnWrongKind, { value: on })]);
        }
        // By the action of the message: the given one may have had another letter case.
        checkAllowed(message.data.action, id, on);
        return message;
    }

    function handOver(id) {
        const message = typeof id === 'string' && !isClosed() ? wasmBridge.sessionHandOver(handle, id) : '';
        return message === '' ? null : JSON.parse(message);
    }

    function consultControls(id) {
        const isPart = !isClosed() && interactions.get(id)?.consulting;
        const controls = isPart ? wasmBridge.sessionConsult(handle, id) : '';
        return controls === '' ? NONE : Object.freeze(JSON.parse(controls).map(frozenControl));
    }

    /** A builder for each action that needs only an interaction's ID, by the name of the action. */
    const simpleActions = Object.fromEntries(
        SIMPLE_ACTIONS.map((action) => [action, (id, on) => updateState(action, id, on)])
    );

    return {
        can: (id) => interactions.can(id) ?? canOfUnknown(id),
        offered: (id) => interactions.offered(id) ?? ACTIONS,
        consultControls,
        updateState,
        ...simpleActions,
        blindTransfer: ifAllowed('blindTransfer', builders.blindTransfer),
        consultTransfer: ifAllowed('consultTransfer', builders.consultTransfer),
        secureSession: ifAllowed('secureSession', builders.secureSession),
        addCustomAttributes: builders.addCustomAttributes,
        handOver,
        updateStatus: builders.updateStatus,
        participantContext: builders.participantContext
    };
}

function frozenControl({ steps, ...control }) {
    return Object.freeze({ ...control, steps: Object.freeze(steps.map((step) => Object.freeze(step))) });
}
