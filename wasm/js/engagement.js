import { engagement as build } from '../../build/wasm/patchbay.js';
import { problemsOf } from './errors.js';
import { plainText } from './jsonText.js';

/** Builds an EngagementInteraction record from copies of the given values. Never throws. */
export function engagement(moduleHost, operation, interaction, options) {
    const given = [typeof operation === 'string' ? operation : '', plainText(interaction), plainText(options)];
    const { record, mappedState, problems } = answer(moduleHost, given);
    return Object.freeze({
        record: Object.freeze(record),
        mappedState,
        problems: Object.freeze(problems.map((problem) => Object.freeze(problem)))
    });
}

function answer(moduleHost, given) {
    try {
        return moduleHost.callByGlue(() => build(...given));
    } catch (error) {
        return { record: {}, mappedState: null, problems: [...problemsOf(error)] };
    }
}
