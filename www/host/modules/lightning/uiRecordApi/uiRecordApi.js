// Stand-in for lightning/uiRecordApi: no public implementation runs outside an org, so this one is built from its documentation.
// - Wires get data or an error as soon as their parameters are there, and again when the record changes by this module, or
//   somebody says that it did: what Apex changes goes unnoticed until then.
// - Errors are modelled on fetch's Response: a read's body is a list, a write's tells the faults by field.
// - Orgs have been seen to answer 'Object Task is not supported in UI API'. Here Task is supported; no component should need it.
import { api } from 'host/org';
import { uiRecordApi } from '../../../records/uiRecordApi.js';

export {
    generateRecordInputForCreate,
    generateRecordInputForUpdate,
    getFieldDisplayValue,
    getFieldValue
} from '../../../records/uiApi.js';

export const {
    getRecord,
    createRecord,
    updateRecord,
    deleteRecord,
    notifyRecordUpdateAvailable,
    getRecordNotifyChange
} = uiRecordApi(api);
