/** As in JavaScript: IDs of Genesys Cloud differ in each organisation. Source: "Lightning Message Service events and actions". */
import { all, around, kindOf, text } from '../parse/apex.js';
import { OF_GENESYS, finding } from './idInCode.js';

const ID = /^'[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}'$/i;

export function checkApex({ units }) {
    return units.flatMap((unit) =>
        all(unit.tree, 'Literal')
            .filter((one) => ID.test(one.getText()) && OF_GENESYS.test(statementOf(one)))
            .map((node) => finding({ unit, node }))
    );
}

/** The statement or the declaration that a literal stands in. */
function statementOf(node) {
    const statement = [...around(node)].find((one) => /^(?:Field|Property)Declaration$|Statement$/.test(kindOf(one)));
    return statement ? text(statement) : '';
}
