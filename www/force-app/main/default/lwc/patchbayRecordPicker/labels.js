import account from '@salesforce/label/c.Patchbay_Account';
import campaign from '@salesforce/label/c.Patchbay_Campaign';
import caseRecord from '@salesforce/label/c.Patchbay_CaseRecord';
import chooseIt from '@salesforce/label/c.Patchbay_ChooseIt';
import chooseOne from '@salesforce/label/c.Patchbay_ChooseOne';
import chooseRecord from '@salesforce/label/c.Patchbay_ChooseRecord';
import contact from '@salesforce/label/c.Patchbay_Contact';
import isChosen from '@salesforce/label/c.Patchbay_IsChosen';
import lead from '@salesforce/label/c.Patchbay_Lead';
import manyRecords from '@salesforce/label/c.Patchbay_ManyRecords';
import moreRecords from '@salesforce/label/c.Patchbay_MoreRecords';
import noMatch from '@salesforce/label/c.Patchbay_NoMatch';
import noRecord from '@salesforce/label/c.Patchbay_NoRecord';
import noRecords from '@salesforce/label/c.Patchbay_NoRecords';
import noRecordsHint from '@salesforce/label/c.Patchbay_NoRecordsHint';
import none from '@salesforce/label/c.Patchbay_None';
import noneChosen from '@salesforce/label/c.Patchbay_NoneChosen';
import oneOf from '@salesforce/label/c.Patchbay_OneOf';
import oneRecord from '@salesforce/label/c.Patchbay_OneRecord';
import opportunity from '@salesforce/label/c.Patchbay_Opportunity';

export default {
    account,
    campaign,
    caseRecord,
    chooseIt,
    chooseOne,
    chooseRecord,
    contact,
    isChosen,
    lead,
    manyRecords,
    moreRecords,
    noMatch,
    noRecord,
    noRecords,
    noRecordsHint,
    none,
    noneChosen,
    oneOf,
    oneRecord,
    opportunity
};
