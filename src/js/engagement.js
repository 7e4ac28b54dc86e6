import { engagement as build } from '../../build/wasm/patchbay.js';
import { copyOf } from './jsonText.js';

/** The EngagementInteraction record of an interaction, and what of it cannot be written. Never throws. */
export function engagement(operation, interaction, options) {
    const { record, mappedState, problems } = JSON.parse(
        build(typeof operation === 'string' ? operation : '', copyOf(interaction), copyOf(options))
    );
    return Object.freeze({
        record: Object.freeze(record),
        mappedState,
        problems: Object.freeze(problems.map((problem) => Object.freeze(problem)))
    });
}
