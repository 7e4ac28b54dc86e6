/** Source: "Save Log extension point": onSaveLog does not support returning null. */
import { all, around, child, kindOf, methods, nameOf, text } from '../parse/apex.js';

export const code = 'save-log-null';

export function checkApex({ saves }) {
    return saves.flatMap(({ unit, node, declaration }) => {
        const own = new Map(methods(declaration).map((method) => [nameOf(method).toLowerCase(), method]));
        return nullsOf(node, own, []).map((place) => ({
            unit,
            node: place,
            code,
            severity: 'error',
            what: 'onSaveLog returns null here, or may, and the package does not support that',
            write: "return the record's ID, or '' where nothing was saved"
        }));
    });
}

/** Where a method returns null: in its own statements, or by a method of its class. */
function nullsOf(method, own, seen) {
    if (seen.includes(method)) {
        return [];
    }
    return all(method, 'ReturnStatement').flatMap((statement) => {
        const value = statement.children[1];
        return value ? nullsIn(value, statement, { method, own, seen }) : [];
    });
}

function nullsIn(expression, statement, { method, own, seen }) {
    const kind = kindOf(expression);
    if (kind === 'CondExpression') {
        const [, , one, , other] = expression.children;
        return [one, other].flatMap((each) => nullsIn(each, statement, { method, own, seen }));
    }
    const said = text(expression);
    if (said === 'null') {
        return [statement];
    }
    if (/^\w+$/.test(said) && mayBeNull(said, method)) {
        return [statement];
    }
    const [, called] = /^(?:this\.)?(\w+)\(/.exec(said) ?? [];
    const next = own.get(called);
    return next ? nullsOf(next, own, [...seen, method]) : [];
}

/** A local variable that begins as null and is given a value only under a condition. */
function mayBeNull(name, method) {
    const declared = all(method, 'VariableDeclarator').find((one) => text(one.children[0]) === name);
    const isEmpty = declared && (declared.children.length === 1 || text(declared.children[2]) === 'null');
    if (!isEmpty) {
        return false;
    }
    const block = [...around(declared)].find((one) => kindOf(one) === 'Block');
    const given = all(method, 'AssignExpression').filter((one) => text(one.children[0]) === name);
    const isAlways = given.some((one) => isPlain(one, block));
    return !isAlways && !given.some((one) => isInBothBranches(one, given));
}

/** Whether a statement runs whenever its block does; a `try` may end before it. */
function isPlain(node, block) {
    for (const one of around(node)) {
        if (one === block) {
            return true;
        }
        if (/^(?:If|For|While|DoWhile|Switch|Try)Statement$|^CatchClause$|^WhenControl$/.test(kindOf(one))) {
            return false;
        }
    }
    return false;
}

function isInBothBranches(node, given) {
    const branch = [...around(node)].find((one) => kindOf(one.parentCtx ?? {}) === 'IfStatement');
    const others = (branch?.parentCtx.children ?? []).filter((one) => kindOf(one) === 'Statement' && one !== branch);
    const isIn = (one, outer) => [...around(one)].includes(outer);
    const attempt = [...around(node)].find((one) => kindOf(one) === 'TryStatement');
    const caught = attempt ? all(attempt, 'CatchClause').map((one) => child(one, 'Block')) : [];
    const isCaught = caught.length > 0 && caught.every((block) => given.some((one) => isIn(one, block)));
    return isCaught || (others.length > 0 && others.every((other) => given.some((one) => isIn(one, other))));
}
