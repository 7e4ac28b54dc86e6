import noReason from '@salesforce/label/c.Patchbay_NoReason';
import notSearched from '@salesforce/label/c.Patchbay_NotSearched';

export default { noReason, notSearched };
