import whySwitchedOff from '@salesforce/label/c.Patchbay_WhySwitchedOff';

export default { whySwitchedOff };
