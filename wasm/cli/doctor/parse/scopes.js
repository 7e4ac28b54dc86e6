/** Which declaration a name refers to, and where it is assigned. */
import { PARENT, around, childrenOf, isFunction, keyOf } from './javascript.js';

/**
 * A declared name. `init` is the expression that it begins with, `path` the properties that a pattern takes out of that, and null
 * where it takes something else. A parameter has `index` instead of `init`.
 *
 * @typedef {{name: string, kind: string, node: object, init?: object, path?: string[] | null, index?: number, fn?: object,
 *     fallback?: object, assignments: object[]}} Binding
 */

const BLOCKS = [
    'Program',
    'BlockStatement',
    'ForStatement',
    'ForInStatement',
    'ForOfStatement',
    'SwitchStatement',
    'CatchClause',
    'StaticBlock'
];

const isScope = (node) => BLOCKS.includes(node.type) || isFunction(node) || node.type === 'ClassExpression';

/** The names of a program, by the node that they are declared in. */
export class Scopes {
    #names = new Map();

    constructor(program) {
        this.#declare(program, [program]);
        this.#assign(program);
    }

    /** @returns {Binding | null} */
    find(identifier) {
        for (const node of [identifier, ...around(identifier)]) {
            const binding = this.#names.get(node)?.get(identifier.name);
            if (binding) {
                return binding;
            }
        }
        return null;
    }

    /** A name of the outermost scope. */
    top(program, name) {
        return this.#names.get(program)?.get(name) ?? null;
    }

    #add(scope, binding) {
        if (!this.#names.has(scope)) {
            this.#names.set(scope, new Map());
        }
        const names = this.#names.get(scope);
        // `var` may be declared twice; the first says where it begins, the second assigns.
        if (names.has(binding.name) && binding.init) {
            names.get(binding.name).assignments.push({ node: binding.node, right: binding.init });
        } else if (!names.has(binding.name)) {
            names.set(binding.name, { assignments: [], ...binding });
        }
    }

    /** Outermost first, so that a name is declared before what is inside is looked at. */
    #declare(root) {
        const waiting = [{ node: root, scopes: [] }];
        for (let next = waiting.pop(); next; next = waiting.pop()) {
            const { node, scopes } = next;
            const inside = isScope(node) ? [...scopes, node] : scopes;
            this.#declarationOf(node, scopes, inside);
            waiting.push(
                ...childrenOf(node)
                    .toReversed()
                    .map((child) => ({ node: child, scopes: inside }))
            );
        }
    }

    #declarationOf(node, scopes, inside) {
        const block = scopes.at(-1);
        if (node.type === 'VariableDeclaration') {
            const scope =
                node.kind === 'var' ? scopes.findLast((one) => isFunction(one) || one.type === 'Program') : block;
            for (const { id, init } of node.declarations) {
                // What a loop takes out of something is not followed.
                const isLoop = /^For(?:In|Of)/.test(node[PARENT]?.type);
                const from = isLoop ? { path: null } : { init };
                this.#pattern(scope, id, { kind: node.kind, ...from, path: isLoop ? null : [] });
            }
        } else if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') {
            if (node.id) {
                this.#add(block, { name: node.id.name, kind: 'declaration', node, path: [] });
            }
        } else if (node.type.startsWith('Import') && node.type.endsWith('Specifier')) {
            this.#add(scopes[0], { name: node.local.name, kind: 'import', node, path: [] });
        } else if (node.type === 'CatchClause' && node.param) {
            this.#pattern(node, node.param, { kind: 'catch', path: null });
        }
        if (isFunction(node)) {
            node.params.forEach((param, index) =>
                this.#pattern(inside.at(-1), param, { kind: 'param', index, fn: node, path: [] })
            );
        }
        if ((node.type === 'FunctionExpression' || node.type === 'ClassExpression') && node.id) {
            this.#add(node, { name: node.id.name, kind: 'declaration', node, path: [] });
        }
    }

    #pattern(scope, pattern, from) {
        if (pattern.type === 'Identifier') {
            this.#add(scope, { ...from, name: pattern.name, node: pattern });
        } else if (pattern.type === 'AssignmentPattern') {
            this.#pattern(scope, pattern.left, { ...from, fallback: pattern.right });
        } else if (pattern.type === 'ObjectPattern') {
            for (const property of pattern.properties) {
                const key = property.type === 'RestElement' ? null : keyOf(property);
                const path = key === null || from.path === null || from.fallback ? null : [...from.path, key];
                this.#pattern(scope, property.type === 'RestElement' ? property.argument : property.value, {
                    ...from,
                    path
                });
            }
        } else if (pattern.type === 'ArrayPattern') {
            pattern.elements.forEach((element, at) => {
                const path = from.path === null || from.fallback ? null : [...from.path, String(at)];
                if (element) {
                    this.#pattern(scope, element, { ...from, path });
                }
            });
        } else if (pattern.type === 'RestElement') {
            this.#pattern(scope, pattern.argument, { ...from, path: null });
        } else if (pattern.type === 'TSParameterProperty') {
            this.#pattern(scope, pattern.parameter, from);
        }
    }

    #assign(root) {
        const waiting = [root];
        for (let node = waiting.pop(); node; node = waiting.pop()) {
            if (node.type === 'AssignmentExpression' && node.left.type === 'Identifier') {
                this.find(node.left)?.assignments.push({ node, right: node.operator === '=' ? node.right : null });
            } else if (node.type === 'AssignmentExpression' && /Pattern$/.test(node.left.type)) {
                this.#unknown(node.left, node);
            } else if (node.type === 'UpdateExpression' && node.argument.type === 'Identifier') {
                this.find(node.argument)?.assignments.push({ node, right: null });
            }
            waiting.push(...childrenOf(node));
        }
        for (const names of this.#names.values()) {
            for (const binding of names.values()) {
                binding.assignments.sort((one, other) => one.node.start - other.node.start);
            }
        }
    }

    #unknown(pattern, node) {
        for (const child of childrenOf(pattern)) {
            if (child.type === 'Identifier') {
                this.find(child)?.assignments.push({ node, right: null });
            } else {
                this.#unknown(child, node);
            }
        }
    }
}
