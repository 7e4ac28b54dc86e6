import { preflight as judge } from '../../build/wasm/patchbay.js';
import { problemsOf } from './errors.js';
import { plainText } from './jsonText.js';

/** Judges facts of an org. Never throws. */
export function preflight(moduleHost, facts) {
    const given = plainText(facts);
    const { valid, problems, findings, listenFor } = answer(moduleHost, given);
    return Object.freeze({ valid, problems: frozen(problems), findings: frozen(findings), listenFor });
}

function answer(moduleHost, given) {
    try {
        return JSON.parse(moduleHost.callByGlue(() => judge(given)));
    } catch (error) {
        return { valid: false, problems: [...problemsOf(error)], findings: [], listenFor: 0 };
    }
}

function frozen(list) {
    return Object.freeze(list.map((entry) => Object.freeze(entry)));
}
