// Stand-in for the Apex class PatchbayPreflight, because Apex runs only in an org. It tells of this console's org what the class
// tells of a real one.
import { SCHEMA } from '../schema.js';

/** Resolves to the facts as JSON. */
export async function facts({ relatedTo }, { access, taskRules }) {
    const { fields } = SCHEMA.Task;
    const related = new Set(fields.WhatId.referenceTo);
    const allows = (name) => (SCHEMA[name] ? related.has(name) : null);
    return JSON.stringify({
        permissionSets: ['Patchbay_Agent', 'Patchbay_Admin'],
        apexClasses: {
            PatchbayConfiguration: true,
            PatchbayInteractionLog: true,
            PatchbayPreflight: true,
            PatchbayRecordMatch: true,
            PatchbayTaskStatus: true
        },
        tasks: { read: true, create: true, edit: taskRules.mayEdit },
        taskFields: Object.fromEntries(Object.values(fields).map((field) => [field.apiName, accessTo(field, access)])),
        taskTypes: fields.Type.values,
        closedStatuses: taskRules.statuses.filter(({ isClosed }) => isClosed).map(({ name }) => name),
        relatedTo: Object.fromEntries((relatedTo ?? []).map((name) => [name, allows(name)])),
        extensions: ['PatchbayCTIExtensions']
    });
}

function accessTo({ apiName, createable, updateable }, access) {
    const mayEdit = access.canEdit('Task', apiName);
    return { read: access.canRead('Task', apiName), create: createable && mayEdit, edit: updateable && mayEdit };
}
