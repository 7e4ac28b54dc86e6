/** Stores EngagementInteraction records through the UI API, which checks what this user may do. */
import { createRecord, updateRecord } from 'lightning/uiRecordApi';

/** Resolves to the record's ID. Rejects as the UI API does: Patchbay reads that, a duplicate for example. */
export async function storeEngagement({ operation, record: fields }) {
    const { id } = await (operation === 'create'
        ? createRecord({ apiName: 'EngagementInteraction', fields })
        : updateRecord({ fields }));
    return id;
}
