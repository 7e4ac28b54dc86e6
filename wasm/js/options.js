import { ITEMS } from './vocabulary.js';
import { isObject, snapshot } from './json.js';
import { UNREADABLE, child, problem } from './problems.js';

/**
 * A session's options, each read once, whatever it does when it is read, and what is wrong with those that JavaScript alone
 * knows what to do with.
 */
export function readOptions(given) {
    const problems = [];
    const read = (object, path) => {
        const options = isReadable(object) ? { ...snapshot(object) } : {};
        for (const name of Object.keys(options)) {
            if (options[name] === UNREADABLE) {
                problems.push(problem(ITEMS.OptionUnreadable, { at: child(path, name) }));
                delete options[name];
            }
        }
        return options;
    };
    const options = read(given, '');
    const keep = (name, is, wrong) => {
        const value = options[name];
        if (value !== undefined && value !== null && !is(value)) {
            problems.push(problem(ITEMS[wrong], { value, at: `/${name}` }));
            return null;
        }
        return value;
    };
    return {
        ...options,
        save: keep('save', isFunction, 'SaveWrongKind'),
        user: keep('user', (value) => typeof value === 'string', 'UserWrongKind') ?? undefined,
        storage: keep('storage', isReadable, 'StorageWrongKind'),
        onChange: isFunction(options.onChange) ? options.onChange : undefined,
        engagement: isReadable(options.engagement) ? read(options.engagement, '/engagement') : undefined,
        problems
    };
}

function isFunction(value) {
    return typeof value === 'function';
}

function isReadable(value) {
    try {
        return isObject(value);
    } catch {
        return false;
    }
}
