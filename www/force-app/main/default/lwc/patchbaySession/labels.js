import noReason from '@salesforce/label/c.Patchbay_NoReason';
import notSearched from '@salesforce/label/c.Patchbay_NotSearched';
import starting from '@salesforce/label/c.Patchbay_Starting';

export default { noReason, notSearched, starting };
