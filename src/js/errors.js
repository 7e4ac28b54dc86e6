/** Thrown by builders; nothing has been changed or sent when it is. */
export class PatchbayError extends Error {
    constructor(problems) {
        super(problems.map((problem) => problem.message).join(' '));
        this.name = 'PatchbayError';
        this.problems = Object.freeze(problems);
    }
}

/** Why `load()` failed, and what a person can do about it. */
export class PatchbayLoadError extends Error {
    constructor(reason, message, cause) {
        super(message, { cause });
        this.name = 'PatchbayLoadError';
        this.reason = reason;
    }
}
