import backToCurrent from '@salesforce/label/c.Patchbay_BackToCurrent';
import call from '@salesforce/label/c.Patchbay_Call';
import callType from '@salesforce/label/c.Patchbay_CallType';
import chat from '@salesforce/label/c.Patchbay_Chat';
import comments from '@salesforce/label/c.Patchbay_Comments';
import duration from '@salesforce/label/c.Patchbay_Duration';
import earlierLog from '@salesforce/label/c.Patchbay_EarlierLog';
import email from '@salesforce/label/c.Patchbay_Email';
import interactionLog from '@salesforce/label/c.Patchbay_InteractionLog';
import leadExcludes from '@salesforce/label/c.Patchbay_LeadExcludes';
import message from '@salesforce/label/c.Patchbay_Message';
import name from '@salesforce/label/c.Patchbay_Name';
import none from '@salesforce/label/c.Patchbay_None';
import noneYet from '@salesforce/label/c.Patchbay_NoneYet';
import notConnectedYet from '@salesforce/label/c.Patchbay_NotConnectedYet';
import nothingToLog from '@salesforce/label/c.Patchbay_NothingToLog';
import notStored from '@salesforce/label/c.Patchbay_NotStored';
import notToldYet from '@salesforce/label/c.Patchbay_NotToldYet';
import openSavedLog from '@salesforce/label/c.Patchbay_OpenSavedLog';
import recentLogs from '@salesforce/label/c.Patchbay_RecentLogs';
import relatedTo from '@salesforce/label/c.Patchbay_RelatedTo';
import saveAndOpenLog from '@salesforce/label/c.Patchbay_SaveAndOpenLog';
import showTranscript from '@salesforce/label/c.Patchbay_ShowTranscript';
import subject from '@salesforce/label/c.Patchbay_Subject';
import theLog from '@salesforce/label/c.Patchbay_TheLog';
import type from '@salesforce/label/c.Patchbay_Type';
import voicemail from '@salesforce/label/c.Patchbay_Voicemail';
import wrapUpCode from '@salesforce/label/c.Patchbay_WrapUpCode';

export default {
    backToCurrent,
    call,
    callType,
    chat,
    comments,
    duration,
    earlierLog,
    email,
    interactionLog,
    leadExcludes,
    message,
    name,
    none,
    noneYet,
    notConnectedYet,
    nothingToLog,
    notStored,
    notToldYet,
    openSavedLog,
    recentLogs,
    relatedTo,
    saveAndOpenLog,
    showTranscript,
    subject,
    theLog,
    type,
    voicemail,
    wrapUpCode
};
