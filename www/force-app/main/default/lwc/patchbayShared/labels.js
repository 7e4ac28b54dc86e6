import isNotSaved from '@salesforce/label/c.Patchbay_IsNotSaved';
import isSaved from '@salesforce/label/c.Patchbay_IsSaved';
import logKeptByPackage from '@salesforce/label/c.Patchbay_LogKeptByPackage';
import lossesShown from '@salesforce/label/c.Patchbay_LossesShown';
import noLogKept from '@salesforce/label/c.Patchbay_NoLogKept';
import notSavedOnce from '@salesforce/label/c.Patchbay_NotSavedOnce';
import notSavedYet from '@salesforce/label/c.Patchbay_NotSavedYet';
import nothingToSave from '@salesforce/label/c.Patchbay_NothingToSave';
import saved from '@salesforce/label/c.Patchbay_Saved';
import savedInPart from '@salesforce/label/c.Patchbay_SavedInPart';
import saving from '@salesforce/label/c.Patchbay_Saving';
import savingSoon from '@salesforce/label/c.Patchbay_SavingSoon';
import sentAt from '@salesforce/label/c.Patchbay_SentAt';

export default {
    isNotSaved,
    isSaved,
    logKeptByPackage,
    lossesShown,
    noLogKept,
    notSavedOnce,
    notSavedYet,
    nothingToSave,
    saved,
    savedInPart,
    saving,
    savingSoon,
    sentAt
};
