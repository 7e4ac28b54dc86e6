/** Apex reads and writes what the agent may not, unless it says otherwise. Source: "User mode". */
import { all, around, child, kindOf, text } from '../parse/apex.js';

export const code = 'not-user-mode';

const STATEMENTS = [
    'InsertStatement',
    'UpdateStatement',
    'UpsertStatement',
    'DeleteStatement',
    'UndeleteStatement',
    'MergeStatement'
];
const DATABASE = /^(?:insert|update|upsert|delete|undelete|merge|query|querywithbinds|countquery|getquerylocator)$/;
const SAID = /user_mode|system_mode|security_enforced/;

/** A method that asks for itself what the user may do. */
const ASKED = /stripinaccessible|\.is(?:accessible|createable|updateable|deletable)\(/;

const finding = (unit, node, what, write) => ({ unit, node, code, severity: 'warning', what, write });

export function checkApex({ units }) {
    return units.flatMap((unit) => [
        ...all(unit.tree, 'Query')
            .filter((one) => kindOf(one.parentCtx) === 'SoqlLiteral' && !isSaid(one) && !isAsked(one))
            .map((one) => finding(unit, one, 'this query also reads what the agent may not see', 'add WITH USER_MODE')),
        ...all(unit.tree, ...STATEMENTS)
            .filter((one) => !child(one, 'AccessLevel') && !isAsked(one))
            .map((one) =>
                finding(
                    unit,
                    one,
                    'this also writes what the agent may not change',
                    `write ${one.start.text.toLowerCase()} as user`
                )
            ),
        ...all(unit.tree, 'DotExpression')
            .filter((one) => isDatabase(one) && !isAsked(one))
            .map((one) =>
                finding(
                    unit,
                    one,
                    'this runs with rights that the agent may not have',
                    'give AccessLevel.USER_MODE as the last argument'
                )
            )
    ]);
}

const isSaid = (node) => SAID.test(text(node));

function isAsked(node) {
    const method = [...around(node)].find((one) =>
        ['MethodDeclaration', 'ConstructorDeclaration'].includes(kindOf(one))
    );
    return Boolean(method) && ASKED.test(text(method));
}

/** `Database.insert(records)`; what is given last under a name may be an access level. */
function isDatabase(node) {
    const call = child(node, 'DotMethodCall');
    if (!call || !/^(?:system\.)?database$/.test(text(node.children[0])) || !DATABASE.test(text(call.children[0]))) {
        return false;
    }
    const given = (child(call, 'ExpressionList')?.children ?? []).filter((one) => one.children);
    const last = given.length > 1 ? text(given.at(-1)) : '';
    return !isSaid(node) && !(/^\w+$/.test(last) && !/^(?:true|false)$/.test(last));
}
