import callType from '@salesforce/label/c.Patchbay_CallType';
import comments from '@salesforce/label/c.Patchbay_Comments';
import duration from '@salesforce/label/c.Patchbay_Duration';
import interactionLog from '@salesforce/label/c.Patchbay_InteractionLog';
import leadExcludes from '@salesforce/label/c.Patchbay_LeadExcludes';
import name from '@salesforce/label/c.Patchbay_Name';
import none from '@salesforce/label/c.Patchbay_None';
import noneYet from '@salesforce/label/c.Patchbay_NoneYet';
import notConnectedYet from '@salesforce/label/c.Patchbay_NotConnectedYet';
import notStored from '@salesforce/label/c.Patchbay_NotStored';
import notToldYet from '@salesforce/label/c.Patchbay_NotToldYet';
import nothingToLog from '@salesforce/label/c.Patchbay_NothingToLog';
import openSavedLog from '@salesforce/label/c.Patchbay_OpenSavedLog';
import recentLogs from '@salesforce/label/c.Patchbay_RecentLogs';
import relatedTo from '@salesforce/label/c.Patchbay_RelatedTo';
import saveAndOpenLog from '@salesforce/label/c.Patchbay_SaveAndOpenLog';
import showTranscript from '@salesforce/label/c.Patchbay_ShowTranscript';
import theLog from '@salesforce/label/c.Patchbay_TheLog';
import type from '@salesforce/label/c.Patchbay_Type';
import wrapUpCode from '@salesforce/label/c.Patchbay_WrapUpCode';

export default {
    callType,
    comments,
    duration,
    interactionLog,
    leadExcludes,
    name,
    none,
    noneYet,
    notConnectedYet,
    notStored,
    notToldYet,
    nothingToLog,
    openSavedLog,
    recentLogs,
    relatedTo,
    saveAndOpenLog,
    showTranscript,
    theLog,
    type,
    wrapUpCode
};
