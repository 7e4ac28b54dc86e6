import allSaved from '@salesforce/label/c.Patchbay_AllSaved';
import logsUnsaved from '@salesforce/label/c.Patchbay_LogsUnsaved';
import offline from '@salesforce/label/c.Patchbay_Offline';
import oneLogUnsaved from '@salesforce/label/c.Patchbay_OneLogUnsaved';
import saveNow from '@salesforce/label/c.Patchbay_SaveNow';

export default { allSaved, logsUnsaved, offline, oneLogUnsaved, saveNow };
