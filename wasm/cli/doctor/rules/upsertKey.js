/**
 * Until the client knows the record's ID, each save without it inserts another record: two tabs hear the same call, and a save that
 * was not confirmed is sent again. Sources: "Save Log extension point"; "Captured event streams".
 */
import { all, child, kindOf, text } from '../parse/apex.js';

export const code = 'upsert-without-key';

const finding = (unit, node) => ({
    unit,
    node,
    code,
    severity: 'warning',
    what: 'this upsert has no key, so that the same interaction may be stored twice',
    write: 'upsert by an external ID of the interaction, as in: upsert task Interaction_Key__c'
});

export function checkApex({ units }) {
    return units.flatMap((unit) => [
        ...all(unit.tree, 'UpsertStatement')
            .filter((one) => !child(one, 'QualifiedName'))
            .map((one) => finding(unit, one)),
        ...all(unit.tree, 'DotExpression')
            .filter(isWithoutKey)
            .map((one) => finding(unit, one))
    ]);
}

/** `Database.upsert(records)`, and with no second argument but one that says how. */
function isWithoutKey(node) {
    const call = child(node, 'DotMethodCall');
    if (!call || text(node.children[0]) !== 'database' || text(call.children[0]) !== 'upsert') {
        return false;
    }
    const [, second] = (child(call, 'ExpressionList')?.children ?? []).filter(
        (one) => kindOf(one) !== 'TerminalNode' && one.children
    );
    return !second || /^(?:true|false)$|^(?:system\.)?accesslevel\./.test(text(second));
}
