import { load } from '#patchbay';

export async function open() {
    const patchbay = await load();
    return {
        build: patchbay,
        parse: (message) => patchbay.validate(message).message,
        issues: (message) => patchbay.validate(message).problems,
        told: ({ path, severity }) => [path, severity]
    };
}
