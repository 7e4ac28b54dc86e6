import { Settings } from '../../build/wasm/patchbay.js';
import { problemsOf } from './errors.js';
import { copyOf, plainText } from './jsonText.js';

const SECRET = 'clientSecret';

/** The class of an activity that cannot be judged. */
const UNKNOWN = 'unknown';

/** The group to ask for where the given one is no text: no form has this name. */
const NO_GROUP = '\0';

/** Replaces a secret on its way to Rust, which has to know only whether there is one. */
const HIDDEN = '•';

/** Judges integration settings. Never throws. */
export function settings(instance, list) {
    const plain = JSON.stringify(withoutSecrets(copyOf(list)));
    let exports = null;
    let judged;
    /** Asks the report. It is read again after the module was restarted. */
    const ask = (question, onFailure) => {
        try {
            return instance.call(() => {
                if (exports !== instance.exports) {
                    judged = new Settings(plain);
                    exports = instance.exports;
                }
                return question(judged);
            });
        } catch (error) {
            return onFailure(problemsOf(error));
        }
    };
    const report = ask(
        (read) => read.report(),
        (problems) => ({ valid: false, problems: [...problems], settings: [] })
    );
    return Object.freeze({
        valid: report.valid,
        problems: frozen(report.problems),
        settings: frozen(report.settings),
        classify(group, activity) {
            const given = [groupName(group), plainText(activity)];
            return ask(
                (read) => read.classify(...given),
                () => UNKNOWN
            );
        },
        serviceLevel(group, contacts) {
            const given = [groupName(group), plainText(contacts)];
            const { problems, ...measured } = ask(
                (read) => read.serviceLevel(...given),
                (found) => ({ answeredWithin: null, abandonRate: null, shortAbandons: 0, problems: [...found] })
            );
            return Object.freeze({ ...measured, problems: frozen(problems) });
        }
    });
}

/** Secrets do not even enter the module's memory. */
function withoutSecrets(list) {
    if (!Array.isArray(list)) {
        return list;
    }
    const hide = (secret) => (secret.trim() === '' ? '' : HIDDEN);
    return list.map((form) => (typeof form?.[SECRET] === 'string' ? { ...form, [SECRET]: hide(form[SECRET]) } : form));
}

function groupName(group) {
    return group === null || group === undefined ? undefined : typeof group === 'string' ? group : NO_GROUP;
}

function frozen(list) {
    return Object.freeze(list.map((entry) => Object.freeze(entry)));
}
