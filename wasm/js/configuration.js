import { configuration as read } from '../../build/wasm/patchbay.js';
import { problemsOf } from './errors.js';
import { jsonText, plainText } from './jsonText.js';

/** Reads the configuration of an organisation: its records, as JSON or as an object, and the options in code. Never throws. */
export function configuration(moduleHost, records, code, infos) {
    const given = typeof records === 'string' ? (jsonText(records).text ?? 'null') : plainText(records);
    return deepFrozen(answer(moduleHost, [given, plainText(code), plainText(infos)]));
}

function answer(moduleHost, given) {
    try {
        return JSON.parse(moduleHost.call(() => read(...given)));
    } catch (error) {
        const problems = [...problemsOf(error)];
        return {
            options: { logKeeper: 'package' },
            recordSearch: true,
            statuses: [],
            transferTargets: [],
            transcriptFields: [],
            problems
        };
    }
}

function deepFrozen(value) {
    if (typeof value === 'object' && value !== null) {
        Object.values(value).forEach(deepFrozen);
        Object.freeze(value);
    }
    return value;
}
