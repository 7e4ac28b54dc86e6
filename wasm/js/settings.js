import { Settings } from '../../build/wasm/patchbay.js';
import { problemsOf } from './errors.js';
import { copyOf } from './jsonText.js';

const SECRET = 'clientSecret';

/** The class of what nothing is known of. */
const UNKNOWN = 'unknown';

/** What is no text is the name of no group. */
const NO_GROUP = '\0';

/** Stands for a secret on its way to Rust, which has to know only whether there is one. */
const HIDDEN = '•';

/** Judges integration settings. Never throws. */
export function settings(instance, list) {
    const plain = withoutSecrets(copyOf(list));
    let madeIn = null;
    let judged;
    /** Asks the report, which is made anew when the module has begun anew. */
    const ask = (question, unanswered) => {
        try {
            return instance.call(() => {
                if (madeIn !== instance.exports) {
                    judged = new Settings(plain);
                    madeIn = instance.exports;
                }
                return question(judged);
            });
        } catch (error) {
            return unanswered(problemsOf(error));
        }
    };
    const {
        valid,
        problems,
        settings: read
    } = ask(
        (report) => JSON.parse(report.write()),
        (found) => ({ valid: false, problems: [...found], settings: [] })
    );
    return Object.freeze({
        valid,
        problems: frozen(problems),
        settings: frozen(read),
        classify(group, activity) {
            const given = [text(group), copyOf(activity)];
            return ask(
                (report) => report.classify(...given),
                () => UNKNOWN
            );
        },
        serviceLevel(group, contacts) {
            const given = [text(group), copyOf(contacts)];
            const { problems: found, ...measured } = ask(
                (report) => JSON.parse(report.measure(...given)),
                (broken) => ({ answeredWithin: null, abandonRate: null, shortAbandons: 0, problems: [...broken] })
            );
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
