/** Thrown by builders. Nothing has been changed or sent then. */
export class PatchbayError extends Error {
    /** `printed` are the sentences of `message`, without any input: a browser prints it if nobody catches the error. */
    constructor(problems, printed = problems) {
        super(printed.map((problem) => problem.message).join(' '));
        this.name = 'PatchbayError';
        // Not enumerable: they may quote input, and a console prints what is enumerable.
        Object.defineProperty(this, 'problems', { value: Object.freeze(problems) });
    }
}

/** The problems of an error, for functions that never throw. Any other error is a bug, and is thrown again. */
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
