/** Thrown by builders; nothing has been changed or sent when it is. */
export class PatchbayError extends Error {
    /** Nothing in `printed` was given: a browser prints the message of an error that nobody catches. */
    constructor(problems, printed = problems) {
        super(printed.map((problem) => problem.message).join(' '));
        this.name = 'PatchbayError';
        this.problems = Object.freeze(problems);
    }
}

/** What a caller is told who is never thrown at. */
export function problemsOf(error) {
    if (error instanceof PatchbayError) {
        return error.problems;
    }
    throw error;
}

/** Why `load()` failed, and what a person can do about it. */
export class PatchbayLoadError extends Error {
    constructor(reason, message, cause) {
        super(message, { cause });
        this.name = 'PatchbayLoadError';
        this.reason = reason;
    }
}
