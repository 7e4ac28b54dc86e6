/* The extension point of Genesys Cloud for Salesforce: what a class must be for the package to call it. */
import {
    all,
    child,
    classNamed,
    methods,
    modifiers,
    nameOf,
    outermost,
    parameters,
    returnType,
    text,
    typeOf
} from './apex.js';

/** The interface of the stub, by its name. */
export function extensionPoint(stub, name) {
    return all(stub.tree, 'InterfaceDeclaration').find((one) => nameOf(one) === name);
}

/** What keeps the class from being the extension: `path` is what it must say that it implements. */
export function notImplemented(unit, point, path) {
    const declaration = outermost(unit);
    const implemented = all(child(declaration, 'TypeList') ?? { children: [] }, 'TypeRef').map(text);
    const own = methods(declaration);
    return [
        ...(implemented.includes(path.toLowerCase()) ? [] : [`does not implement ${path}`]),
        ...(modifiers(typeOf(unit)).includes('global') ? [] : ['is not global']),
        ...methods(point).flatMap((wanted) => differences(own, wanted))
    ];
}

function differences(own, wanted) {
    const method = own.find((one) => nameOf(one) === nameOf(wanted));
    if (!method) {
        return [`has no ${nameOf(wanted)}`];
    }
    const types = (one) => parameters(one).map(([type]) => type);
    return [
        ...(modifiers(method).includes('global') ? [] : [`${nameOf(method)} is not global`]),
        ...(modifiers(method).includes('static') ? [`${nameOf(method)} is static`] : []),
        ...(returnType(method) === returnType(wanted) ? [] : [`${nameOf(method)} returns ${returnType(method)}`]),
        ...(`${types(method)}` === `${types(wanted)}` ? [] : [`${nameOf(method)} takes ${types(method)}`])
    ];
}

/** How a method could answer null, or throw: it must be one try, catch everything, and never say null. */
export function notAnswered(unit, name) {
    const method = methods(outermost(unit)).find((one) => nameOf(one) === name);
    const [statement, ...more] = all(method, 'Block')[0].children.filter((one) => one.children);
    const attempt = child(statement, 'TryStatement');
    const caught = all(method, 'CatchClause').map((one) => text(child(one, 'QualifiedName')));
    const nulls = all(method, 'Literal').filter((one) => text(one) === 'null');
    const thrown = all(method, 'ThrowStatement');
    return [
        ...(attempt && more.length === 0 ? [] : ['does something outside a try']),
        ...(caught.includes('exception') ? [] : ['does not catch every exception']),
        ...nulls.map(() => 'says null'),
        ...thrown.map(() => 'throws')
    ];
}

/** A field of a class that may be null, since nothing is in it from the beginning. */
export function emptyFields(unit, className) {
    return all(classNamed(unit, className), 'VariableDeclarator')
        .filter((one) => one.children.length === 1)
        .map(nameOf);
}
