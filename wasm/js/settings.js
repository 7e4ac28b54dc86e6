import { Settings } from '../../build/wasm/patchbay.js';
import { problemsOf } from './errors.js';
import { copyOf, plainText } from './jsonText.js';

const SECRET = 'clientSecret';

/** The class of an activity if the module cannot tell it. */
const UNKNOWN = 'unknown';

/** Stands for a group that is not text: no form has this name. */
const NO_GROUP = '\0';

/** Replaces a secret. Rust only needs to know whether there is one. */
const HIDDEN = '•';

/** Validates integration settings and answers questions about them. Never throws. */
export function settings(moduleHost, list) {
    const plain = JSON.stringify(withoutSecrets(copyOf(list)));
    let exports = null;
    let inRust;
    /** Asks the settings in Rust, which are read again after a restart of the module. */
    const ask = (question, onFailure) => {
        try {
            return moduleHost.callByGlue(() => {
                if (exports !== moduleHost.exports) {
                    inRust = new Settings(plain);
                    exports = moduleHost.exports;
                }
                return question(inRust);
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
            const { problems, ...level } = ask(
                (read) => read.serviceLevel(...given),
                (found) => ({ answeredWithin: null, abandonRate: null, shortAbandons: 0, problems: [...found] })
            );
            return Object.freeze({ ...level, problems: frozen(problems) });
        }
    });
}

/** The settings without their secrets, which never enter the module's memory. */
function withoutSecrets(list) {
    if (!Array.isArray(list)) {
        return list;
    }
    const hide = (secret) => (secret.trim() === '' ? '' : HIDDEN);
    return list.map((form) => (typeof form?.[SECRET] === 'string' ? { ...form, [SECRET]: hide(form[SECRET]) } : form));
}

/** undefined asks for the only historical form there is. */
function groupName(group) {
    return group === null || group === undefined ? undefined : typeof group === 'string' ? group : NO_GROUP;
}

function frozen(list) {
    return Object.freeze(list.map((entry) => Object.freeze(entry)));
}
