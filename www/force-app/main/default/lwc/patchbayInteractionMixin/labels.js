import noneSelected from '@salesforce/label/c.Patchbay_NoneSelected';

export default { noneSelected };
