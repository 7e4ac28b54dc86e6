/** Judges messages by the rules in Rust: each variant that the code may publish is validated as it would be sent. */
import { fixOf } from './fix.js';
import { samplesIn } from './follow/samples.js';
import { filled, variantsOf } from './follow/expand.js';

/** @returns {{findings: object[], alone: object[]}} about the messages of a bundle; `alone` are those that no `publish` is seen to send */
export function judgeMessages({ uses, callers }, { project, follower, patchbay }) {
    const seen = new Set();
    const published = uses.filter(({ kind }) => kind === 'publish');
    const others = uses.filter(({ kind }) => kind === 'message');
    const judged = (use) =>
        callers.waysTo(use.node).flatMap((frames) => {
            const value = follower.evaluate(use.argument, follower.context(frames, use.node));
            return variantsOf(value).flatMap((variant) => {
                [...variant.places.values()].forEach(({ at }) => seen.add(at));
                return judge(variant, { project, follower, patchbay });
            });
        });
    const findings = published.filter(({ argument }) => argument).flatMap(judged);
    const alone = others.filter(({ node }) => !seen.has(node));
    return { findings: [...findings, ...alone.flatMap(judged)], alone };
}

function judge(variant, tools) {
    const { json, unknown } = variant;
    if (json === undefined || unknown.includes('')) {
        return [];
    }
    const { problems } = tools.patchbay.validate(json);
    const certain = problems.filter((problem) => isCertain(problem, variant));
    if (certain.length === 0) {
        return [];
    }
    // Something has to stand where nothing is known for a message to be sent at all.
    const { message } = tools.patchbay.validate(unknown.reduce(filled, structuredClone(json)));
    return certain.map((problem) => findingAt(problem, message, variant, tools));
}

const isAt = (path, pointer) => path === pointer || path.startsWith(`${pointer}/`);

/** Whether a problem is one whatever the unknown values are. */
export function isCertain({ path, code }, { unknown, open, places, when }) {
    if (unknown.some((pointer) => isAt(path, pointer))) {
        return false;
    }
    // What is not known was left out.
    if (code === 'empty' && unknown.some((pointer) => isAt(pointer, path))) {
        return false;
    }
    const value = places.get(path);
    const isMissing = value === undefined;
    // What a message needs depends on its type.
    if (isMissing && unknown.includes('/type')) {
        return false;
    }
    // A problem of what is there and what is not, rather than of one value.
    const isRelation = isMissing || value.kind === 'object';
    const isOpen = open.some((pointer) =>
        pointer.endsWith('*')
            ? isAt(path, pointer.slice(0, -1))
            : path === pointer || (isMissing && isAt(path, pointer))
    );
    // Where two things vary by themselves, not every combination need come about.
    const loose = new Set(when.filter(({ key }) => /@\d+$/.test(key)).map(({ key }) => key));
    return !isRelation || !(isOpen || loose.size > 1);
}

export function findingAt(
    { path, code, severity, message: sentence },
    message,
    { places },
    { project, follower, isBuilder = false }
) {
    const pointer = nearest(path, places);
    const value = places.get(pointer);
    const source = project.sourceOf(value.at);
    const sent = path
        .split('/')
        .slice(1)
        .reduce((one, key) => one?.[key], message);
    const fix = pointer === path ? fixOf({ code, sent }, value, { source, follower, isBuilder }) : null;
    const [what, write] = sentence.split(/; (?=write )/);
    return {
        source,
        node: value.at,
        code,
        severity,
        what: withoutSamples(what, value),
        write: fix ? `write ${fix.text}` : withoutSamples(write ?? '', value),
        fix
    };
}

function nearest(path, places) {
    let pointer = path;
    while (!places.has(pointer)) {
        pointer = pointer.slice(0, pointer.lastIndexOf('/'));
    }
    return pointer;
}

/** What stood in for an unknown value is not what a reader is to write. */
function withoutSamples(text, value) {
    return samplesIn(value).reduce(
        (result, sample) => result.replaceAll(encodeURIComponent(sample), '…').replaceAll(sample, '…'),
        text
    );
}
