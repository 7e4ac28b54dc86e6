/**
 * Agents, queues, flows and statuses have other IDs in each organisation of Genesys Cloud, and so in each sandbox.
 * Source: "Lightning Message Service events and actions", where a target, a flow and a status are named by their IDs.
 */
import { visitAll } from '../parse/javascript.js';

export const code = 'id-in-code';

const ID = /^(?:sip:)?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

const finding = (source, node) => ({
    source,
    node,
    code,
    severity: 'warning',
    what: 'this ID is right in one organisation of Genesys Cloud only',
    write: 'read it from custom metadata, a design property or a custom label'
});

export function check({ project, bundle }) {
    return project.sources(bundle).flatMap((source) => {
        const found = [];
        visitAll(source.program, (node) => {
            const text =
                node.type === 'StringLiteral' ? node.value : node.type === 'TemplateElement' ? node.value.cooked : '';
            if (ID.test(text)) {
                found.push(finding(source, node));
            }
        });
        return found;
    });
}
