import account from '@salesforce/label/c.Patchbay_Account';
import campaign from '@salesforce/label/c.Patchbay_Campaign';
import caseRecord from '@salesforce/label/c.Patchbay_CaseRecord';
import chooseIt from '@salesforce/label/c.Patchbay_ChooseIt';
import chooseOne from '@salesforce/label/c.Patchbay_ChooseOne';
import chooseRecord from '@salesforce/label/c.Patchbay_ChooseRecord';
import contact from '@salesforce/label/c.Patchbay_Contact';
import enterConfirms from '@salesforce/label/c.Patchbay_EnterConfirms';
import enterTakes from '@salesforce/label/c.Patchbay_EnterTakes';
import isChosen from '@salesforce/label/c.Patchbay_IsChosen';
import lead from '@salesforce/label/c.Patchbay_Lead';
import manyRecords from '@salesforce/label/c.Patchbay_ManyRecords';
import moreRecords from '@salesforce/label/c.Patchbay_MoreRecords';
import noMatch from '@salesforce/label/c.Patchbay_NoMatch';
import none from '@salesforce/label/c.Patchbay_None';
import noneChosen from '@salesforce/label/c.Patchbay_NoneChosen';
import noRecord from '@salesforce/label/c.Patchbay_NoRecord';
import noRecords from '@salesforce/label/c.Patchbay_NoRecords';
import noRecordsHint from '@salesforce/label/c.Patchbay_NoRecordsHint';
import oneOf from '@salesforce/label/c.Patchbay_OneOf';
import oneRecord from '@salesforce/label/c.Patchbay_OneRecord';
import opportunity from '@salesforce/label/c.Patchbay_Opportunity';
import reasonDialled from '@salesforce/label/c.Patchbay_ReasonDialled';
import reasonFound from '@salesforce/label/c.Patchbay_ReasonFound';
import reasonHandedOver from '@salesforce/label/c.Patchbay_ReasonHandedOver';
import reasonPopped from '@salesforce/label/c.Patchbay_ReasonPopped';
import reasonRelated from '@salesforce/label/c.Patchbay_ReasonRelated';
import reasonVisited from '@salesforce/label/c.Patchbay_ReasonVisited';

export default {
    account,
    campaign,
    caseRecord,
    chooseIt,
    chooseOne,
    chooseRecord,
    contact,
    enterConfirms,
    enterTakes,
    isChosen,
    lead,
    manyRecords,
    moreRecords,
    noMatch,
    none,
    noneChosen,
    noRecord,
    noRecords,
    noRecordsHint,
    oneOf,
    oneRecord,
    opportunity,
    reasonDialled,
    reasonFound,
    reasonHandedOver,
    reasonPopped,
    reasonRelated,
    reasonVisited
};
