/** Apex as a tree, and how rules find their way in it. */
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';

class Listener extends ApexErrorListener {
    errors = [];

    apexSyntaxError(line, column, message) {
        // What would have been allowed may be most of the language.
        const said = message.replace(/\{[^}]*\}/g, 'something else');
        this.errors.push(`${said} (${line}:${column + 1})`);
    }
}

/** @throws {Error} with the place of what does not parse */
export function parseApex(text) {
    const listener = new Listener();
    const { parser } = ApexParserFactory.createLexerAndParser(text, listener);
    const tree = parser.compilationUnit();
    if (listener.errors.length > 0) {
        throw new Error(listener.errors[0]);
    }
    return tree;
}

const KINDS = new WeakMap();

/** The kind of a node, as the grammar names it. */
export function kindOf(node) {
    if (!KINDS.has(node.constructor)) {
        KINDS.set(node.constructor, node.constructor.name.replace(/Context$/, ''));
    }
    return KINDS.get(node.constructor);
}

/** The node and all below it that are of one of the kinds. */
export function all(node, ...kinds) {
    const found = kinds.includes(kindOf(node)) ? [node] : [];
    return found.concat(...(node.children ?? []).map((child) => all(child, ...kinds)));
}

/** The nodes around a node, the nearest first. */
export function* around(node) {
    for (let one = node.parentCtx; one; one = one.parentCtx) {
        yield one;
    }
}

export const child = (node, kind) => (node?.children ?? []).find((one) => kindOf(one) === kind);

/** A node as Apex compares names: without spaces, in lower case. */
export const text = (node) => node.getText().toLowerCase();

export const nameOf = (declaration) => child(declaration, 'Id').getText();

/** The modifiers and annotations before a declaration. */
export function modifiers(declaration) {
    const owner = [...around(declaration)].find(({ constructor }) =>
        /^(?:ClassBodyDeclaration|TypeDeclaration)/.test(constructor.name)
    );
    return (owner?.children ?? []).filter((one) => kindOf(one) === 'Modifier').map(text);
}

/** What a class says that it implements. */
export const implemented = (declaration) => all(child(declaration, 'TypeList') ?? {}, 'TypeRef').map(text);

/** The methods of a class, and not those of classes in it. */
export function methods(declaration) {
    return all(declaration, 'MethodDeclaration').filter(
        (method) => [...around(method)].find((one) => kindOf(one) === 'ClassDeclaration') === declaration
    );
}
