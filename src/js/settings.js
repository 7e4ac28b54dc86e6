import { Settings } from '../../build/wasm/patchbay.js';
import { copyOf } from './jsonText.js';

const SECRET = 'clientSecret';

/** What is no text is the name of no group. */
const NO_GROUP = '\0';

/** Stands for a secret on its way to Rust, which has to know only whether there is one. */
const HIDDEN = '•';

/** Judges integration settings. Never throws. */
export function settings(list) {
    const judged = new Settings(withoutSecrets(copyOf(list)));
    const { valid, problems, settings: read } = JSON.parse(judged.write());
    return Object.freeze({
        valid,
        problems: frozen(problems),
        settings: frozen(read),
        classify: (group, activity) => judged.classify(text(group), copyOf(activity)),
        serviceLevel(group, contacts) {
            const { problems: found, ...measured } = JSON.parse(judged.measure(text(group), copyOf(contacts)));
            return Object.freeze({ ...measured, problems: frozen(found) });
        }
    });
}

/** A secret does not even enter the module's memory. */
function withoutSecrets(list) {
    if (!Array.isArray(list)) {
        return list;
    }
    const hide = (secret) => (secret.trim() === '' ? '' : HIDDEN);
    return list.map((form) => (typeof form?.[SECRET] === 'string' ? { ...form, [SECRET]: hide(form[SECRET]) } : form));
}

function text(group) {
    return group === null || group === undefined ? undefined : typeof group === 'string' ? group : NO_GROUP;
}

function frozen(list) {
    return Object.freeze(list.map((entry) => Object.freeze(entry)));
}
