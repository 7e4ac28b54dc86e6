import loading from '@salesforce/label/c.Patchbay_Loading';

export default { loading };
