/** As in JavaScript: IDs of Genesys Cloud differ in each organisation. Source: "Lightning Message Service events and actions". */
import { all } from '../parse/apex.js';
import { code } from './idInCode.js';

const ID = /^'[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}'$/i;

export function checkApex({ units }) {
    return units.flatMap((unit) =>
        all(unit.tree, 'Literal')
            .filter((one) => ID.test(one.getText()))
            .map((node) => ({
                unit,
                node,
                code,
                severity: 'warning',
                what: 'this ID is right in one organisation of Genesys Cloud only',
                write: 'read it from custom metadata or a custom label'
            }))
    );
}
