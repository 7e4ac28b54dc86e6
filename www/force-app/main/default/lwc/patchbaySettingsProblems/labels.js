import error from '@salesforce/label/c.Patchbay_Error';
import warning from '@salesforce/label/c.Patchbay_Warning';

export default { error, warning };
