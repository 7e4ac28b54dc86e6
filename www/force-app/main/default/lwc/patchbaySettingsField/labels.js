import helpFor from '@salesforce/label/c.Patchbay_HelpFor';
import keepStored from '@salesforce/label/c.Patchbay_KeepStored';
import replace from '@salesforce/label/c.Patchbay_Replace';
import secretStored from '@salesforce/label/c.Patchbay_SecretStored';

export default { helpFor, keepStored, replace, secretStored };
