import * as plain from '../../build/wasm/plain.js';
import { fromJson, toJson } from './input.js';

/** Judges a message that somebody else built. Never throws, whatever it is given. */
export function validate(port, message) {
    const sent = plain.read(message);
    if (sent !== null) {
        return { valid: true, message: sent, problems: plain.NONE };
    }
    const judged = fromJson(port.validate(toJson(message)));
    judged.problems.forEach((problem) => Object.freeze(problem));
    return judged;
}
