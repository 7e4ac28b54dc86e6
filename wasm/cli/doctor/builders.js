/** Calls of Patchbay's own builders: each is made as the code makes it, and what the builder refuses is a finding. */
import { all, keyOf } from './parse/javascript.js';
import { findingAt, isCertain } from './judge.js';
import { filled, variantsOf } from './follow/expand.js';

const PATCHBAY = /^(?:c\/patchbay\w*|patchbay(?:\/messages)?)$/;

/** Where the arguments of a builder stand in the message; `*` is the name of the one kind of target. */
const TRANSFER = {
    '/data/id': '/0',
    '/data/participantContext/transferTarget': '/1/*',
    '/data/participantContext': '/1'
};
const BUILDERS = {
    updateState: { '/data/action': '/0', '/data/id': '/1' },
    blindTransfer: TRANSFER,
    consultTransfer: TRANSFER,
    secureSession: { '/data/id': '/0', '/data/secureSessionContext': '/1' },
    addCustomAttributes: { '/data/id': '/0', '/data/attributes': '/1' },
    updateStatus: { '/data/id': '/0' }
};

/** @returns {object[]} findings */
export function judgeBuilders({ bundle, callers, project, follower, patchbay }) {
    const sources = project.sources(bundle);
    if (!sources.some(importsPatchbay)) {
        return [];
    }
    const calls = sources.flatMap(({ program }) => all(program, 'CallExpression', 'OptionalCallExpression'));
    return (
        calls
            .filter(({ callee }) => callee.property && Object.hasOwn(BUILDERS, keyOf(callee) ?? ''))
            // Which argument is which is not known of a list that is spread.
            .filter((call) => call.arguments.every(({ type }) => type !== 'SpreadElement'))
            .flatMap((call) =>
                callers.waysTo(call).flatMap((frames) => {
                    const context = follower.context(frames, call);
                    const items = call.arguments.map((one) => follower.placed(one, context));
                    const variants = variantsOf({ kind: 'array', items, at: call, open: false }, '', { encodes: true });
                    return variants.flatMap((variant) =>
                        judge(keyOf(call.callee), variant, { project, follower, patchbay })
                    );
                })
            )
    );
}

const importsPatchbay = ({ program }) =>
    program.body.some(({ type, source }) => type === 'ImportDeclaration' && PATCHBAY.test(source.value));

function judge(name, variant, tools) {
    const given = variant.unknown.reduce(filled, structuredClone(variant.json));
    try {
        tools.patchbay[name](...given);
        return [];
    } catch (error) {
        return (error.problems ?? [])
            .map((problem) => ({ ...problem, path: argumentAt(problem.path, BUILDERS[name], given) }))
            .filter((problem) => isCertain(problem, variant))
            .map((problem) => findingAt(problem, null, variant, { ...tools, isBuilder: true }));
    }
}

/** The pointer among the arguments for one in the message. */
function argumentAt(path, places, given) {
    const [kind] = Object.keys(Object(given[1]));
    const begin = Object.keys(places).find((one) => path === one || path.startsWith(`${one}/`));
    return begin === undefined ? '' : places[begin].replace('*', kind) + path.slice(begin.length);
}
