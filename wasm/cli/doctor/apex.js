/** Extension points in Apex, and the classes of the project that they use. */
import { all, child, implemented, kindOf, nameOf, parseApex, text } from './parse/apex.js';

const POINT = /^purecloud\.ctiextension\.(\w+)$/;

/** From an extension so many classes are followed, one after the other. */
const MAX_DEPTH = 3;

/**
 * @typedef {{file: string, path: string, text: string, tree: object}} Unit
 * @returns {{units: Unit[], extensions: {unit: Unit, declaration: object, points: string[]}[], skipped: object[], parsed: number}}
 */
export function readApex(bundles) {
    const classes = new Map(bundles.filter(({ kind }) => kind === 'apex').map((one) => [one.name.toLowerCase(), one]));
    const skipped = [];
    const units = new Map();
    const read = (bundle) => {
        const [file] = bundle.files;
        if (!units.has(bundle)) {
            try {
                units.set(bundle, { ...file, tree: parseApex(file.text) });
            } catch (error) {
                skipped.push({ file: file.file, reason: `it does not parse: ${error.message}` });
                units.set(bundle, null);
            }
        }
        return units.get(bundle);
    };
    const extensions = [...classes.values()]
        .filter((bundle) => bundle.concerned)
        .map(read)
        .filter((unit) => unit && !isTest(unit))
        .flatMap(extensionsIn);
    follow(
        extensions.map(({ unit }) => unit),
        (name) => (classes.has(name) ? read(classes.get(name)) : null)
    );
    const used = [...units.values()].filter((unit) => unit && !isTest(unit));
    const isExtension = (unit) => extensions.some((one) => one.unit === unit);
    // A class that only names the package, in a comment perhaps, is none of ours.
    const reached = used.filter((unit) => isExtension(unit) || unit.isReached);
    return { units: reached, extensions, skipped, parsed: units.size };
}

function extensionsIn(unit) {
    return all(unit.tree, 'ClassDeclaration').flatMap((declaration) => {
        const points = implemented(declaration)
            .map((name) => POINT.exec(name)?.[1])
            .filter(Boolean);
        return points.length > 0 ? [{ unit, declaration, points }] : [];
    });
}

/** Marks the classes that are called or made from one of the units. */
function follow(units, read) {
    let waiting = units;
    for (let depth = 0; depth < MAX_DEPTH && waiting.length > 0; depth += 1) {
        const next = waiting.flatMap(usedBy).map(read);
        waiting = next.filter((unit) => unit && !unit.isReached);
        waiting.forEach((unit) => (unit.isReached = true));
    }
}

/** Names of classes that a class calls or makes, in lower case. */
function usedBy({ tree }) {
    const called = all(tree, 'DotExpression')
        .filter((one) => child(one, 'DotMethodCall'))
        .map((one) => text(one.children[0]));
    const made = all(tree, 'Creator').map((one) => text(one.children[0]).split('.')[0]);
    return [...new Set([...called, ...made])].filter((name) => /^\w+$/.test(name));
}

function isTest({ tree }) {
    const [type] = all(tree, 'TypeDeclaration');
    return (type?.children ?? []).some((one) => kindOf(one) === 'Modifier' && text(one).startsWith('@istest'));
}

/** The implementations of onSaveLog, for the list of uses. */
export function saveLogs(extensions) {
    return extensions
        .filter(({ points }) => points.includes('savelog'))
        .flatMap(({ unit, declaration }) => {
            const found = all(declaration, 'MethodDeclaration').filter(
                (one) => nameOf(one).toLowerCase() === 'onsavelog'
            );
            return found.map((node) => ({ kind: 'save-log', unit, node, declaration }));
        });
}
