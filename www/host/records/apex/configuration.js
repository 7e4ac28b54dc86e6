// Stand-in for the Apex class PatchbayConfiguration, because Apex runs only in an org. It tells of this console's org what the class
// tells of a real one.

/** The custom permissions of the agent here. */
const PERMISSIONS = ['Patchbay_Inspector'];

/** Resolves to the settings and the records as JSON. */
export const read = async (_, { configuration }) =>
    JSON.stringify({
        settings: configuration.settings,
        fieldMappings: configuration.records('Patchbay_Field_Mapping__mdt'),
        statuses: configuration.records('Patchbay_Status__mdt'),
        transferTargets: configuration.records('Patchbay_Transfer_Target__mdt').filter(isPermitted),
        taskRules: configuration.records('Patchbay_Task_Rule__mdt'),
        recordTypes: {}
    });

const isPermitted = ({ Custom_Permission__c: name }) => !name?.trim() || PERMISSIONS.includes(name.trim());
