import sentAt from '@salesforce/label/c.Patchbay_SentAt';

export default { sentAt };
