import couldNotStart from '@salesforce/label/c.Patchbay_CouldNotStart';
import couldNotStartFor from '@salesforce/label/c.Patchbay_CouldNotStartFor';
import loading from '@salesforce/label/c.Patchbay_Loading';

export default { couldNotStart, couldNotStartFor, loading };
