import { BUILDERS } from './vocabulary.js';
import * as plain from '../../build/wasm/plain.js';
import { PatchbayError } from './errors.js';
import { fromJson, toJson } from './input.js';
import { PROBLEMS, problem } from './problems.js';

/** The builders: what is plainly right is built on the spot, everything else by Rust. */
export function builders(port) {
    function build(builder, given) {
        const { message, problems, printed } = fromJson(port.build(BUILDERS.indexOf(builder), toJson(given)));
        if (problems) {
            throw new PatchbayError(
                problems.map((one) => Object.freeze(one)),
                [{ message: printed }]
            );
        }
        return message;
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
            plain.addCustomAttributes(id, attributes) ?? build('addCustomAttributes', { id, attributes }),
        subscribe: (categories, type = 'Notification') => build('subscribe', { type, categories }),
        updateStatus: (id) => plain.updateStatus(id) ?? build('updateStatus', { id }),
        encode
    };
}

function encode(text) {
    if (typeof text !== 'string') {
        throw new PatchbayError([problem(PROBLEMS.TextWrongKind, { value: text })]);
    }
    // The same text, where nothing is to be escaped: looking costs less than writing.
    if (plain.UNRESERVED.test(text)) {
        return text;
    }
    try {
        return encodeURIComponent(text);
    } catch {
        // The one thing that it throws for.
        throw new PatchbayError([problem(PROBLEMS.TextLoneSurrogate)]);
    }
}
