import { BUILDERS } from './vocabulary.js';
import * as plain from '../../build/wasm/plain.js';
import { PatchbayError } from './errors.js';
import { fromJson, toJson } from './input.js';
import { PROBLEMS, problem } from './problems.js';

/**
 * The builders of outgoing messages. Each first tries `plain`, which the build writes out of the Rust rules: it returns the message
 * if every value is plainly valid, else null. Then Rust builds the message, or says what is wrong.
 */
export function builders(wasmBridge) {
    function build(builder, given, json = toJson(given)) {
        const { message, problems, printed } = fromJson(wasmBridge.build(BUILDERS.indexOf(builder), json));
        if (problems) {
            throw new PatchbayError(
                problems.map((one) => Object.freeze(one)),
                [{ message: printed }]
            );
        }
        return message;
    }

    /** An attribute that is undefined is probably a mistake: JSON would leave it out without a word. */
    function buildAttributes(given) {
        return build('addCustomAttributes', given, toJson(given, { undefinedAt: 2 }));
    }

    function transfer(action, id, target) {
        return plain.transfer(action, id, target) ?? build(action, { id, target });
    }

    return {
        updateState: (action, id) => plain.updateState(action, id) ?? build('updateState', { action, id }),
        blindTransfer: (id, target) => transfer('blindTransfer', id, target),
        consultTransfer: (id, target) => transfer('consultTransfer', id, target),
        participantContext: (target) => transfer('blindTransfer', 'none', target).data.participantContext,
        secureSession: (id, context) => plain.secureSession(id, context) ?? build('secureSession', { id, context }),
        addCustomAttributes: (id, attributes) =>
            plain.addCustomAttributes(id, attributes) ?? buildAttributes({ id, attributes }),
        subscribe: (categories, type = 'Notification') => build('subscribe', { type, categories }),
        updateStatus: (id) => plain.updateStatus(id) ?? build('updateStatus', { id }),
        encode
    };
}

/** encodeURIComponent with problems instead of a URIError. */
function encode(text) {
    if (typeof text !== 'string') {
        throw new PatchbayError([problem(PROBLEMS.TextWrongKind, { value: text })]);
    }
    // Nothing to escape. Testing is quicker than encoding.
    if (plain.UNRESERVED.test(text)) {
        return text;
    }
    try {
        return encodeURIComponent(text);
    } catch {
        // encodeURIComponent throws for nothing else.
        throw new PatchbayError([problem(PROBLEMS.TextLoneSurrogate)]);
    }
}
