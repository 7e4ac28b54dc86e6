import couldNotStart from '@salesforce/label/c.Patchbay_CouldNotStart';
import listenerFailed from '@salesforce/label/c.Patchbay_ListenerFailed';
import noReason from '@salesforce/label/c.Patchbay_NoReason';
import notConfigured from '@salesforce/label/c.Patchbay_NotConfigured';
import notSearched from '@salesforce/label/c.Patchbay_NotSearched';
import starting from '@salesforce/label/c.Patchbay_Starting';

export default { couldNotStart, listenerFailed, noReason, notConfigured, notSearched, starting };
