/** A contender out of Patchbay, in either of its builds. */
export function contender(patchbay) {
    return {
        build: patchbay,
        parse: (message) => patchbay.validate(message).message,
        issues: (message) => patchbay.validate(message).problems,
        told: ({ path, severity }) => [path, severity]
    };
}
