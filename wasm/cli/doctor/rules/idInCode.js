/**
 * Agents, queues, flows and statuses have other IDs in each organisation of Genesys Cloud, and so in each sandbox.
 * Source: "Lightning Message Service events and actions", where a target, a flow and a status are named by their IDs.
 */
import { around, keyOf, visitAll } from '../parse/javascript.js';

export const code = 'id-in-code';

const ID = /^(?:sip:)?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** What is called so is of Genesys Cloud. */
export const OF_GENESYS = /queue|agent|user|flow|status|presence|target|skill|wrap|division|genesys|purecloud/i;

export function check({ project, bundle }) {
    return project.sources(bundle).flatMap((source) => {
        const found = [];
        visitAll(source.program, (node) => {
            const text =
                node.type === 'StringLiteral' ? node.value : node.type === 'TemplateElement' ? node.value.cooked : '';
            if (ID.test(text) && namesAround(node).some((name) => OF_GENESYS.test(name))) {
                found.push(finding({ source, node }));
            }
        });
        return found;
    });
}

/** The finding, in JavaScript or in Apex. */
export function finding(place) {
    return {
        ...place,
        code,
        severity: 'warning',
        what: 'this ID is right in one organisation of Genesys Cloud only',
        write: 'read it from custom metadata, a design property or a custom label'
    };
}

/** The names that a value is given to: of properties, of the variable or of the field. */
function namesAround(node) {
    const names = [];
    for (const one of around(node)) {
        if (one.type === 'ObjectProperty' || one.type === 'ClassProperty') {
            names.push(keyOf(one) ?? '');
        } else if (one.type === 'VariableDeclarator') {
            names.push(one.id.name ?? '');
        } else if (one.type === 'AssignmentExpression' && one.left.type === 'MemberExpression') {
            names.push(keyOf(one.left) ?? '');
        }
        if (/Statement$|Declaration$|Method$|^Class/.test(one.type)) {
            break;
        }
    }
    return names;
}
