import { plainText } from './jsonText.js';
import { PROBLEMS, child, isObject, problem } from './problems.js';

/**
 * Reads the options of a session and checks those that JavaScript uses; Rust checks the others. Each option is read once, because a
 * getter may throw or return something else the next time.
 */
export function readOptions(given) {
    const problems = [];
    const read = (object, path) => {
        const options = {};
        for (const name of namesOf(object)) {
            try {
                options[name] = object[name];
            } catch {
                problems.push(problem(PROBLEMS.OptionUnreadable, { at: child(path, name) }));
            }
        }
        return options;
    };
    const options = read(given, '');
    const keep = (name, is, wrong) => {
        const value = options[name];
        if (value !== undefined && value !== null && !is(value)) {
            problems.push(problem(PROBLEMS[wrong], { value, at: `/${name}` }));
            return null;
        }
        return value;
    };
    return {
        ...options,
        save: keep('save', isFunction, 'SaveWrongKind'),
        user: keep('user', (value) => typeof value === 'string', 'UserWrongKind') ?? undefined,
        storage: keep('storage', isObject, 'StorageWrongKind'),
        publish: isFunction(options.publish) ? options.publish : undefined,
        onChange: isFunction(options.onChange) ? options.onChange : undefined,
        engagement: isObject(options.engagement) ? read(options.engagement, '/engagement') : undefined,
        problems
    };
}

function isFunction(value) {
    return typeof value === 'function';
}

function namesOf(object) {
    try {
        return isObject(object) ? Object.keys(object) : [];
    } catch {
        return [];
    }
}

/** The options that Rust reads as they are. */
const OF_RUST = [
    'fields',
    'objectInfo',
    'transcripts',
    'transcriptRecord',
    'region',
    'task',
    'taskStatuses',
    'logKeeper',
    'logObject',
    'browserStorage',
    'browserStorageDays',
    'records'
];

/** The options that Rust reads, as JSON. */
export function optionsForRust({ engagement, ...options }) {
    const saved = typeof engagement?.save === 'function' ? engagement : undefined;
    const given = Object.fromEntries(OF_RUST.map((name) => [name, options[name]]));
    return plainText({ ...given, engagement: saved });
}
