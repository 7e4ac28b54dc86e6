/** Source: "Save Log extension point": define the Apex class as global so the code can be called by the integration. */
import { all, modifiers } from '../parse/apex.js';

export const code = 'extension-not-global';

export function checkApex({ extensions }) {
    return extensions
        .filter(({ declaration }) => !modifiers(declaration).includes('global'))
        .map(({ unit, declaration }) => ({
            unit,
            node: all(declaration, 'Id')[0] ?? declaration,
            code,
            severity: 'error',
            what: 'this class is not global, so the package cannot call it',
            write: 'declare the class global'
        }));
}
