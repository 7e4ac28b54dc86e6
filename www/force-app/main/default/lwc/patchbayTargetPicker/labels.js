import address from '@salesforce/label/c.Patchbay_Address';
import agent from '@salesforce/label/c.Patchbay_Agent';
import available from '@salesforce/label/c.Patchbay_Available';
import favourite from '@salesforce/label/c.Patchbay_Favourite';
import flow from '@salesforce/label/c.Patchbay_Flow';
import isChosen from '@salesforce/label/c.Patchbay_IsChosen';
import manyTargets from '@salesforce/label/c.Patchbay_ManyTargets';
import moreTargets from '@salesforce/label/c.Patchbay_MoreTargets';
import noReason from '@salesforce/label/c.Patchbay_NoReason';
import noTarget from '@salesforce/label/c.Patchbay_NoTarget';
import notAvailable from '@salesforce/label/c.Patchbay_NotAvailable';
import oneTarget from '@salesforce/label/c.Patchbay_OneTarget';
import phone from '@salesforce/label/c.Patchbay_Phone';
import queue from '@salesforce/label/c.Patchbay_Queue';
import searching from '@salesforce/label/c.Patchbay_Searching';
import searchTargets from '@salesforce/label/c.Patchbay_SearchTargets';
import sourceFailed from '@salesforce/label/c.Patchbay_SourceFailed';
import targetKeys from '@salesforce/label/c.Patchbay_TargetKeys';
import targetsUnusable from '@salesforce/label/c.Patchbay_TargetsUnusable';
import typeName from '@salesforce/label/c.Patchbay_TypeName';
import usedLately from '@salesforce/label/c.Patchbay_UsedLately';
import waitsAbout from '@salesforce/label/c.Patchbay_WaitsAbout';

export default {
    address,
    agent,
    available,
    favourite,
    flow,
    isChosen,
    manyTargets,
    moreTargets,
    noReason,
    noTarget,
    notAvailable,
    oneTarget,
    phone,
    queue,
    searching,
    searchTargets,
    sourceFailed,
    targetKeys,
    targetsUnusable,
    typeName,
    usedLately,
    waitsAbout
};
