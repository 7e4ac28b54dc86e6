import comments from '@salesforce/label/c.Patchbay_Comments';
import isNotSaved from '@salesforce/label/c.Patchbay_IsNotSaved';
import isSaved from '@salesforce/label/c.Patchbay_IsSaved';
import logKeptByPackage from '@salesforce/label/c.Patchbay_LogKeptByPackage';
import lossesShown from '@salesforce/label/c.Patchbay_LossesShown';
import name from '@salesforce/label/c.Patchbay_Name';
import noLogKept from '@salesforce/label/c.Patchbay_NoLogKept';
import notSavedOnce from '@salesforce/label/c.Patchbay_NotSavedOnce';
import notSavedYet from '@salesforce/label/c.Patchbay_NotSavedYet';
import nothingToSave from '@salesforce/label/c.Patchbay_NothingToSave';
import problemAlready from '@salesforce/label/c.Patchbay_ProblemAlready';
import problemAnswered from '@salesforce/label/c.Patchbay_ProblemAnswered';
import problemAttributeAmbiguous from '@salesforce/label/c.Patchbay_ProblemAttributeAmbiguous';
import problemAttributeUnusable from '@salesforce/label/c.Patchbay_ProblemAttributeUnusable';
import problemBrokenText from '@salesforce/label/c.Patchbay_ProblemBrokenText';
import problemCallFailed from '@salesforce/label/c.Patchbay_ProblemCallFailed';
import problemCardNumber from '@salesforce/label/c.Patchbay_ProblemCardNumber';
import problemDropped from '@salesforce/label/c.Patchbay_ProblemDropped';
import problemFieldHidden from '@salesforce/label/c.Patchbay_ProblemFieldHidden';
import problemFieldLength from '@salesforce/label/c.Patchbay_ProblemFieldLength';
import problemFieldNotCreateable from '@salesforce/label/c.Patchbay_ProblemFieldNotCreateable';
import problemFieldNotUpdateable from '@salesforce/label/c.Patchbay_ProblemFieldNotUpdateable';
import problemFieldType from '@salesforce/label/c.Patchbay_ProblemFieldType';
import problemFixedValue from '@salesforce/label/c.Patchbay_ProblemFixedValue';
import problemFlowEmpty from '@salesforce/label/c.Patchbay_ProblemFlowEmpty';
import problemJustSent from '@salesforce/label/c.Patchbay_ProblemJustSent';
import problemKeptOpen from '@salesforce/label/c.Patchbay_ProblemKeptOpen';
import problemKeptTwice from '@salesforce/label/c.Patchbay_ProblemKeptTwice';
import problemLeadExcludes from '@salesforce/label/c.Patchbay_ProblemLeadExcludes';
import problemListenerFailed from '@salesforce/label/c.Patchbay_ProblemListenerFailed';
import problemLogDropped from '@salesforce/label/c.Patchbay_ProblemLogDropped';
import problemLogsExpired from '@salesforce/label/c.Patchbay_ProblemLogsExpired';
import problemNoAddress from '@salesforce/label/c.Patchbay_ProblemNoAddress';
import problemNoClosedStatus from '@salesforce/label/c.Patchbay_ProblemNoClosedStatus';
import problemNoDigit from '@salesforce/label/c.Patchbay_ProblemNoDigit';
import problemNoId from '@salesforce/label/c.Patchbay_ProblemNoId';
import problemNotConnected from '@salesforce/label/c.Patchbay_ProblemNotConnected';
import problemNotConsulting from '@salesforce/label/c.Patchbay_ProblemNotConsulting';
import problemNotRelated from '@salesforce/label/c.Patchbay_ProblemNotRelated';
import problemNotSaved from '@salesforce/label/c.Patchbay_ProblemNotSaved';
import problemNotSpoken from '@salesforce/label/c.Patchbay_ProblemNotSpoken';
import problemNotStored from '@salesforce/label/c.Patchbay_ProblemNotStored';
import problemNotVoice from '@salesforce/label/c.Patchbay_ProblemNotVoice';
import problemOther from '@salesforce/label/c.Patchbay_ProblemOther';
import problemOver from '@salesforce/label/c.Patchbay_ProblemOver';
import problemRestarted from '@salesforce/label/c.Patchbay_ProblemRestarted';
import problemRinging from '@salesforce/label/c.Patchbay_ProblemRinging';
import problemSaveFailed from '@salesforce/label/c.Patchbay_ProblemSaveFailed';
import problemSetup from '@salesforce/label/c.Patchbay_ProblemSetup';
import problemStatusUnknown from '@salesforce/label/c.Patchbay_ProblemStatusUnknown';
import problemStatusWaits from '@salesforce/label/c.Patchbay_ProblemStatusWaits';
import problemStorage from '@salesforce/label/c.Patchbay_ProblemStorage';
import problemTargetEmpty from '@salesforce/label/c.Patchbay_ProblemTargetEmpty';
import problemTargetEncoded from '@salesforce/label/c.Patchbay_ProblemTargetEncoded';
import problemTargetPrefix from '@salesforce/label/c.Patchbay_ProblemTargetPrefix';
import problemTextCut from '@salesforce/label/c.Patchbay_ProblemTextCut';
import problemTooLong from '@salesforce/label/c.Patchbay_ProblemTooLong';
import problemTranscriptCut from '@salesforce/label/c.Patchbay_ProblemTranscriptCut';
import problemUnlisted from '@salesforce/label/c.Patchbay_ProblemUnlisted';
import problemUnsendable from '@salesforce/label/c.Patchbay_ProblemUnsendable';
import reasonClientSilent from '@salesforce/label/c.Patchbay_ReasonClientSilent';
import reasonFlowUnknown from '@salesforce/label/c.Patchbay_ReasonFlowUnknown';
import reasonInteractionUnknown from '@salesforce/label/c.Patchbay_ReasonInteractionUnknown';
import reasonNotAnswered from '@salesforce/label/c.Patchbay_ReasonNotAnswered';
import reasonNotPermitted from '@salesforce/label/c.Patchbay_ReasonNotPermitted';
import reasonNotRecorded from '@salesforce/label/c.Patchbay_ReasonNotRecorded';
import reasonStatusUnknown from '@salesforce/label/c.Patchbay_ReasonStatusUnknown';
import reasonTargetUnavailable from '@salesforce/label/c.Patchbay_ReasonTargetUnavailable';
import relatedTo from '@salesforce/label/c.Patchbay_RelatedTo';
import saved from '@salesforce/label/c.Patchbay_Saved';
import savedInPart from '@salesforce/label/c.Patchbay_SavedInPart';
import saving from '@salesforce/label/c.Patchbay_Saving';
import savingSoon from '@salesforce/label/c.Patchbay_SavingSoon';
import sentAt from '@salesforce/label/c.Patchbay_SentAt';
import sentConfirmed from '@salesforce/label/c.Patchbay_SentConfirmed';
import sentUnconfirmed from '@salesforce/label/c.Patchbay_SentUnconfirmed';
import sentUnconfirmedFor from '@salesforce/label/c.Patchbay_SentUnconfirmedFor';
import sentWaiting from '@salesforce/label/c.Patchbay_SentWaiting';

export default {
    comments,
    isNotSaved,
    isSaved,
    logKeptByPackage,
    lossesShown,
    name,
    noLogKept,
    notSavedOnce,
    notSavedYet,
    nothingToSave,
    problemAlready,
    problemAnswered,
    problemAttributeAmbiguous,
    problemAttributeUnusable,
    problemBrokenText,
    problemCallFailed,
    problemCardNumber,
    problemDropped,
    problemFieldHidden,
    problemFieldLength,
    problemFieldNotCreateable,
    problemFieldNotUpdateable,
    problemFieldType,
    problemFixedValue,
    problemFlowEmpty,
    problemJustSent,
    problemKeptOpen,
    problemKeptTwice,
    problemLeadExcludes,
    problemListenerFailed,
    problemLogDropped,
    problemLogsExpired,
    problemNoAddress,
    problemNoClosedStatus,
    problemNoDigit,
    problemNoId,
    problemNotConnected,
    problemNotConsulting,
    problemNotRelated,
    problemNotSaved,
    problemNotSpoken,
    problemNotStored,
    problemNotVoice,
    problemOther,
    problemOver,
    problemRestarted,
    problemRinging,
    problemSaveFailed,
    problemSetup,
    problemStatusUnknown,
    problemStatusWaits,
    problemStorage,
    problemTargetEmpty,
    problemTargetEncoded,
    problemTargetPrefix,
    problemTextCut,
    problemTooLong,
    problemTranscriptCut,
    problemUnlisted,
    problemUnsendable,
    reasonClientSilent,
    reasonFlowUnknown,
    reasonInteractionUnknown,
    reasonNotAnswered,
    reasonNotPermitted,
    reasonNotRecorded,
    reasonStatusUnknown,
    reasonTargetUnavailable,
    relatedTo,
    saved,
    savedInPart,
    saving,
    savingSoon,
    sentAt,
    sentConfirmed,
    sentUnconfirmed,
    sentUnconfirmedFor,
    sentWaiting
};
