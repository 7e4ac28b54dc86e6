// Stand-in for lightning/uiRecordApi: no public implementation runs outside an org, so this one is built from its documentation.
// - Wires get data or an error once their parameters are set, and again when the record changes through this module or is
//   reported as changed. Changes by Apex go unnoticed until then.
// - Errors are modelled on fetch's Response. The body of a read is a list; that of a write has errors by field.
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
