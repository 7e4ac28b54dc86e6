/** What modules import from and export to each other. */
import { ABSENT, unknown } from './values.js';

/** Modules that pass on what others export, one after the other. */
const MAX_DEPTH = 24;

/** What an import brings: something of the project, or the name of what is not of it. */
export function importOf(follower, specifier, context) {
    const source = follower.project.sourceOf(specifier);
    const { source: from } = source.program.body.find((one) => one.specifiers?.includes(specifier));
    const isDefault = specifier.type === 'ImportDefaultSpecifier';
    const name = isDefault ? 'default' : (specifier.imported?.name ?? specifier.imported?.value ?? '*');
    return fromModule(follower, source, from.value, name, specifier, context);
}

function fromModule(follower, source, specifier, name, at, context) {
    const target = follower.project.imported(source, specifier);
    if (!target) {
        return { kind: 'import', module: specifier, name, at };
    }
    return name === '*' ? { kind: 'namespace', source: target, at } : exportOf(follower, target, name, context);
}

/** What a module exports under a name. */
export function exportOf(follower, source, name, context) {
    if (context.depth > MAX_DEPTH) {
        return ABSENT;
    }
    const next = { ...context, depth: context.depth + 1 };
    const { body } = source.program;
    for (const one of body) {
        const found = exportedBy(follower, source, one, name, next);
        if (found) {
            return found;
        }
    }
    for (const { source: from } of body.filter(({ type }) => type === 'ExportAllDeclaration')) {
        const target = follower.project.imported(source, from.value);
        const value = target ? exportOf(follower, target, name, next) : ABSENT;
        if (value.kind !== 'absent') {
            return value;
        }
    }
    return ABSENT;
}

function exportedBy(follower, source, statement, name, context) {
    if (statement.type === 'ExportDefaultDeclaration') {
        return name === 'default' ? follower.evaluate(statement.declaration, context) : null;
    }
    if (statement.type !== 'ExportNamedDeclaration') {
        return null;
    }
    const { declaration, specifiers, source: from } = statement;
    const declared = declaration?.declarations?.map(({ id }) => id.name) ?? [declaration?.id?.name];
    if (declared.includes(name)) {
        return topName(follower, source, name, statement, context);
    }
    const specifier = specifiers.find(({ exported }) => (exported.name ?? exported.value) === name);
    if (!specifier) {
        return null;
    }
    return from
        ? fromModule(follower, source, from.value, specifier.local?.name ?? '*', specifier, context)
        : topName(follower, source, specifier.local.name, specifier.local, context);
}

function topName(follower, source, name, use, context) {
    const binding = source.scopes.top(source.program, name);
    const isSeen = context.names.some((one) => one.binding === binding);
    const names = [...context.names, { binding, use }];
    return !binding || isSeen ? unknown(use, name) : follower.bound(binding, use, { ...context, names });
}
