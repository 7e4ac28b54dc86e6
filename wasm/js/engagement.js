import { engagement as build } from '../../build/wasm/patchbay.js';
import { problemsOf } from './errors.js';
import { plainText } from './jsonText.js';

/** Builds the EngagementInteraction record of an interaction; `problems` says what of it cannot be written. Never throws. */
export function engagement(instance, operation, interaction, options) {
    const given = [typeof operation === 'string' ? operation : '', plainText(interaction), plainText(options)];
    const { record, mappedState, problems } = answer(instance, given);
    return Object.freeze({
        record: Object.freeze(record),
        mappedState,
        problems: Object.freeze(problems.map((problem) => Object.freeze(problem)))
    });
}

function answer(instance, given) {
    try {
        return instance.call(() => build(...given));
    } catch (error) {
        return { record: {}, mappedState: null, problems: [...problemsOf(error)] };
    }
}
