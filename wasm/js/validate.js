import {
    ADD_CUSTOM_ATTRIBUTES,
    INVALID,
    ITEMS,
    MESSAGE,
    NAMED,
    PARTICIPANT,
    SECURE_SESSION,
    UPDATE_STATE,
    UPDATE_STATUS
} from './vocabulary.js';
import { TYPE, nameBits, nameIn, nearestProperty } from './names.js';
import { child, problem } from './problems.js';
import { isObject, jsonCopier, snapshot } from './json.js';
import { observe, problemsOf } from './observe.js';
import { write } from './write.js';

const NONE = Object.freeze([]);

const DATA_OWNERS = Object.freeze([UPDATE_STATE, ADD_CUSTOM_ATTRIBUTES, UPDATE_STATUS]);

const CONTEXTS = Object.entries({ participantContext: PARTICIPANT, secureSessionContext: SECURE_SESSION });

/** Every property of `data` that the word speaks of; the verdict tells where one does not belong. */
const JUDGED = new Set(DATA_OWNERS.flatMap(({ properties }) => properties));

/** Judges a message that somebody else built. Never throws, whatever it is given. */
export function validate(port, message) {
    try {
        const seen = observe(port, message);
        if (seen.documented) {
            const judged = result(port, seen, NONE, NONE);
            // What is warned of may be a property of another action: documented, and kept.
            if (!judged.valid || judged.problems === NONE) {
                return judged;
            }
        }
    } catch {
        // Something throws when it is read; the careful way finds out what.
    }
    return validateCarefully(port, message);
}

function result(port, seen, found, extras) {
    const verdict = port.judge(seen.word) >>> 0;
    if (verdict === 0 && found.length === 0) {
        return { valid: true, message: write(port, seen, extras), problems: NONE };
    }
    const problems = problemsOf(port, verdict, seen);
    problems.push(...found);
    const valid = (verdict & INVALID) === 0 && !found.some(({ severity }) => severity === 'error');
    return { valid, message: valid ? write(port, seen, extras) : null, problems };
}

/** Reads every object of the message once, whatever it does when it is read, and judges what was read. */
function validateCarefully(port, given) {
    const gathered = { copier: jsonCopier(), found: [], extras: [] };
    const message = snapshot(given);
    if (isObject(message) && isForeign(port, message)) {
        // Whatever it holds is none of ours, and may not even be readable.
        message.data = undefined;
    } else if (isObject(message)) {
        gather(port, message, { path: '', owner: MESSAGE, above: [given] }, gathered);
        const { data } = message;
        message.data = snapshot(data);
        if (isObject(message.data)) {
            gatherData(port, message, [given, data], gathered);
        }
    }
    const { copier, found, extras } = gathered;
    return result(port, observe(port, message), [...found, ...copier.problems], extras);
}

/** Whether the message is none of the documented ones, so that no property of it can be out of place. */
function isForeign(port, { type }) {
    return nameBits(port, TYPE, type) === (TYPE.bits.begins + NAMED.Unknown) << TYPE.bits.shift;
}

function gatherData(port, message, above, gathered) {
    const { data } = message;
    for (const [key, owner] of CONTEXTS) {
        const context = data[key];
        data[key] = snapshot(context);
        gather(port, data[key], { path: child('/data', key), owner, above: [...above, context] }, gathered);
    }
    data.attributes = snapshot(data.attributes);
    const type = nameIn(TYPE, observe(port, message).word);
    gather(
        port,
        data,
        { path: '/data', owner: DATA_OWNERS[TYPE.names.indexOf(type)] ?? UPDATE_STATE, above },
        gathered
    );
}

/** Finds the properties that the documents do not know: they are warned of, and kept as far as JSON can carry them. */
function gather(port, object, { path, owner, above }, { copier, found, extras }) {
    if (!isObject(object)) {
        return;
    }
    for (const key of Object.keys(object)) {
        if (owner.properties.includes(key) || object[key] === undefined) {
            continue;
        }
        const at = child(path, key);
        const value = copier.copy(object[key], at, above);
        if (value === undefined) {
            continue;
        }
        extras.push({ path, key, value });
        if (path !== '/data' || !JUDGED.has(key)) {
            const write = nearestProperty(port, owner, key);
            found.push(problem(write ? ITEMS.PropertyMisspelt : ITEMS.PropertyUnknown, { value: key, write, at }));
        }
    }
}
