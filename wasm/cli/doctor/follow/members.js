/** What `this.name` is: the members of classes and of objects with functions, and where they are assigned. */
import { PARENT, around, isFunction, keyOf, visitAll } from '../parse/javascript.js';

const MEMBERS = new WeakMap();

/** The class or the object whose `this` a node sees, or null. */
export function ownerOf(node) {
    for (const one of around(node)) {
        if (/^Class(?:Private|Accessor)?(?:Method|Property)$|^StaticBlock$/.test(one.type)) {
            return one[PARENT][PARENT];
        }
        if (one.type === 'ObjectMethod') {
            return one[PARENT];
        }
        if (one.type === 'FunctionExpression' && one[PARENT].type === 'ObjectProperty') {
            return one[PARENT][PARENT];
        }
        if (isFunction(one) && one.type !== 'ArrowFunctionExpression' && !isBound(one)) {
            return null;
        }
    }
    return null;
}

/** `function () { … }.bind(this)` and `$A.getCallback(function () { … })` in code that means the outer `this`. */
function isBound({ [PARENT]: parent }) {
    return parent.type === 'MemberExpression' && keyOf(parent) === 'bind';
}

/**
 * @typedef {{method?: object, getter?: object, init?: object, decorators: string[], assigned: object[], mutated: boolean}} Member
 * @returns {Map<string, Member>} by name
 */
export function membersOf(owner) {
    if (!MEMBERS.has(owner)) {
        MEMBERS.set(owner, collect(owner));
    }
    return MEMBERS.get(owner);
}

function collect(owner) {
    const members = new Map();
    const member = (name) => {
        if (!members.has(name)) {
            members.set(name, { decorators: [], assigned: [], mutated: false });
        }
        return members.get(name);
    };
    for (const one of owner.body?.body ?? owner.properties) {
        const name = one.key && keyOf(one);
        if (name) {
            declare(member(name), one);
        }
    }
    visitAll(owner, (node) => {
        if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') {
            assign(node, member, owner);
        }
    });
    return members;
}

function declare(member, node) {
    member.decorators.push(...(node.decorators ?? []).map(decoratorName));
    if (isFunction(node)) {
        Object.assign(member, node.kind === 'get' ? { getter: node } : node.kind === 'set' ? {} : { method: node });
    } else if (node.type === 'ObjectProperty' && isFunction(node.value)) {
        member.method = node.value;
    } else if (node.value) {
        member.init = node.value;
    }
}

const decoratorName = ({ expression }) => (expression.callee ?? expression).name ?? '';

function assign(node, member, owner) {
    const { left, operator, right } = node;
    const chain = [];
    let object = left;
    for (; object.type === 'MemberExpression'; object = object.object) {
        chain.unshift(keyOf(object));
    }
    if (object.type === 'ThisExpression' && chain[0] && ownerOf(object) === owner) {
        if (chain.length > 1) {
            member(chain[0]).mutated = true;
        } else {
            member(chain[0]).assigned.push({ node, right: ['=', '??=', '||='].includes(operator) ? right : null });
        }
    }
}
