/** What is wrong, as Patchbay says it: {severity, path, code, message}. */
import { PatchbayError } from 'c/patchbay';

/** Of an error that Patchbay or the platform threw. */
export function problemsOf(error) {
    if (error instanceof PatchbayError) {
        return error.problems;
    }
    return [{ severity: 'error', path: '', code: error.name, message: error.message }];
}
