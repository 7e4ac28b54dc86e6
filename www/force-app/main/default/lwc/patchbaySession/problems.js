/** What is wrong, with sentences for agents: {severity, path, code, message}. */
import { PatchbayError } from 'c/patchbay';
import { worded } from 'c/patchbayShared';

/** Of an error that Patchbay or the platform threw. */
export function problemsOf(error) {
    if (error instanceof PatchbayError) {
        return error.problems.map(worded);
    }
    return [worded({ severity: 'error', path: '', code: error.name, message: error.message })];
}
