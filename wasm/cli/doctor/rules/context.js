/**
 * A context that createMessageContext gave lives, with its subscriptions, until it is released.
 * Source: "Lightning Message Service".
 */
import { PARENT, dotted, keyOf } from '../parse/javascript.js';

export const code = 'context-not-released';

export function check({ uses }) {
    const contexts = uses.filter(({ kind }) => kind === 'context');
    const names = contexts.map(({ node }) => nameOf(node));
    const released = uses.filter(({ kind }) => kind === 'release').map(({ argument }) => argument && dotted(argument));
    // What is released under another name, an item of a list perhaps, may be any of them.
    if (released.some((name) => !names.includes(name)) || (released.length > 0 && names.includes(null))) {
        return [];
    }
    return contexts
        .filter((_, at) => !released.includes(names[at]))
        .map(({ node, source }) => ({
            source,
            node,
            code,
            severity: 'warning',
            what: 'this context is never released, so its subscriptions outlive the component',
            write: 'write releaseMessageContext(…) in disconnectedCallback, or take the context from @wire(MessageContext)'
        }));
}

/** What a context is given to: a variable, or a field of `this`. */
function nameOf({ [PARENT]: parent }) {
    if (parent.type === 'VariableDeclarator') {
        return parent.id.name ?? null;
    }
    if (parent.type === 'ClassProperty') {
        return `this.${keyOf(parent)}`;
    }
    return parent.type === 'AssignmentExpression' ? dotted(parent.left) : null;
}
