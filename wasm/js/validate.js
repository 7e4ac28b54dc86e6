import * as plain from '../../build/wasm/plain.js';
import { fromJson, toJson } from './input.js';

/** Validates any value as a message: in JavaScript if it is plainly valid, else in Rust. */
export function validate(wasmBridge, message) {
    const valid = plain.read(message);
    if (valid !== null) {
        return { valid: true, message: valid, problems: plain.NONE };
    }
    const validation = fromJson(wasmBridge.validate(toJson(message)));
    validation.problems.forEach((problem) => Object.freeze(problem));
    return validation;
}
