import name from '@salesforce/label/c.Patchbay_Name';
import relatedTo from '@salesforce/label/c.Patchbay_RelatedTo';
import storyAddSummary from '@salesforce/label/c.Patchbay_StoryAddSummary';
import storyAll from '@salesforce/label/c.Patchbay_StoryAll';
import storyAnswered from '@salesforce/label/c.Patchbay_StoryAnswered';
import storyAttribute from '@salesforce/label/c.Patchbay_StoryAttribute';
import storyAttributeWithheld from '@salesforce/label/c.Patchbay_StoryAttributeWithheld';
import storyByAgent from '@salesforce/label/c.Patchbay_StoryByAgent';
import storyByClient from '@salesforce/label/c.Patchbay_StoryByClient';
import storyByPatchbay from '@salesforce/label/c.Patchbay_StoryByPatchbay';
import storyCall from '@salesforce/label/c.Patchbay_StoryCall';
import storyChosen from '@salesforce/label/c.Patchbay_StoryChosen';
import storyComment from '@salesforce/label/c.Patchbay_StoryComment';
import storyConsultAsked from '@salesforce/label/c.Patchbay_StoryConsultAsked';
import storyConsultAskedUnnamed from '@salesforce/label/c.Patchbay_StoryConsultAskedUnnamed';
import storyConsultEnded from '@salesforce/label/c.Patchbay_StoryConsultEnded';
import storyConsulted from '@salesforce/label/c.Patchbay_StoryConsulted';
import storyConsultedUnnamed from '@salesforce/label/c.Patchbay_StoryConsultedUnnamed';
import storyConversation from '@salesforce/label/c.Patchbay_StoryConversation';
import storyDialled from '@salesforce/label/c.Patchbay_StoryDialled';
import storyDone from '@salesforce/label/c.Patchbay_StoryDone';
import storyDuration from '@salesforce/label/c.Patchbay_StoryDuration';
import storyEdited from '@salesforce/label/c.Patchbay_StoryEdited';
import storyEditedUnnamed from '@salesforce/label/c.Patchbay_StoryEditedUnnamed';
import storyEmpty from '@salesforce/label/c.Patchbay_StoryEmpty';
import storyEnded from '@salesforce/label/c.Patchbay_StoryEnded';
import storyEntries from '@salesforce/label/c.Patchbay_StoryEntries';
import storyHeading from '@salesforce/label/c.Patchbay_StoryHeading';
import storyHeld from '@salesforce/label/c.Patchbay_StoryHeld';
import storyHeldOnce from '@salesforce/label/c.Patchbay_StoryHeldOnce';
import storyHeldTimes from '@salesforce/label/c.Patchbay_StoryHeldTimes';
import storyLeftOut from '@salesforce/label/c.Patchbay_StoryLeftOut';
import storyLog from '@salesforce/label/c.Patchbay_StoryLog';
import storyMuteAsked from '@salesforce/label/c.Patchbay_StoryMuteAsked';
import storyNews from '@salesforce/label/c.Patchbay_StoryNews';
import storyNoneOfTopic from '@salesforce/label/c.Patchbay_StoryNoneOfTopic';
import storyRang from '@salesforce/label/c.Patchbay_StoryRang';
import storyRecord from '@salesforce/label/c.Patchbay_StoryRecord';
import storyRecords from '@salesforce/label/c.Patchbay_StoryRecords';
import storyResumed from '@salesforce/label/c.Patchbay_StoryResumed';
import storySaveFailed from '@salesforce/label/c.Patchbay_StorySaveFailed';
import storySaved from '@salesforce/label/c.Patchbay_StorySaved';
import storySecurePaused from '@salesforce/label/c.Patchbay_StorySecurePaused';
import storySecureResumed from '@salesforce/label/c.Patchbay_StorySecureResumed';
import storySecureSessionAsked from '@salesforce/label/c.Patchbay_StorySecureSessionAsked';
import storyShow from '@salesforce/label/c.Patchbay_StoryShow';
import storySuggested from '@salesforce/label/c.Patchbay_StorySuggested';
import storySummarised from '@salesforce/label/c.Patchbay_StorySummarised';
import storySummaryAdded from '@salesforce/label/c.Patchbay_StorySummaryAdded';
import storySummaryAnswered from '@salesforce/label/c.Patchbay_StorySummaryAnswered';
import storySummaryThere from '@salesforce/label/c.Patchbay_StorySummaryThere';
import storySummaryUnanswered from '@salesforce/label/c.Patchbay_StorySummaryUnanswered';
import storyTransferAsked from '@salesforce/label/c.Patchbay_StoryTransferAsked';
import storyTransferAskedUnnamed from '@salesforce/label/c.Patchbay_StoryTransferAskedUnnamed';
import storyTransferCancelled from '@salesforce/label/c.Patchbay_StoryTransferCancelled';
import storyTransferred from '@salesforce/label/c.Patchbay_StoryTransferred';
import storyTransferredUnnamed from '@salesforce/label/c.Patchbay_StoryTransferredUnnamed';
import storyUnchosen from '@salesforce/label/c.Patchbay_StoryUnchosen';
import storyUnconfirmed from '@salesforce/label/c.Patchbay_StoryUnconfirmed';
import storyUnmuteAsked from '@salesforce/label/c.Patchbay_StoryUnmuteAsked';
import storyVisited from '@salesforce/label/c.Patchbay_StoryVisited';
import storyWrapUp from '@salesforce/label/c.Patchbay_StoryWrapUp';

export default {
    name,
    relatedTo,
    storyAddSummary,
    storyAll,
    storyAnswered,
    storyAttribute,
    storyAttributeWithheld,
    storyByAgent,
    storyByClient,
    storyByPatchbay,
    storyCall,
    storyChosen,
    storyComment,
    storyConsultAsked,
    storyConsultAskedUnnamed,
    storyConsultEnded,
    storyConsulted,
    storyConsultedUnnamed,
    storyConversation,
    storyDialled,
    storyDone,
    storyDuration,
    storyEdited,
    storyEditedUnnamed,
    storyEmpty,
    storyEnded,
    storyEntries,
    storyHeading,
    storyHeld,
    storyHeldOnce,
    storyHeldTimes,
    storyLeftOut,
    storyLog,
    storyMuteAsked,
    storyNews,
    storyNoneOfTopic,
    storyRang,
    storyRecord,
    storyRecords,
    storyResumed,
    storySaveFailed,
    storySaved,
    storySecurePaused,
    storySecureResumed,
    storySecureSessionAsked,
    storyShow,
    storySuggested,
    storySummarised,
    storySummaryAdded,
    storySummaryAnswered,
    storySummaryThere,
    storySummaryUnanswered,
    storyTransferAsked,
    storyTransferAskedUnnamed,
    storyTransferCancelled,
    storyTransferred,
    storyTransferredUnnamed,
    storyUnchosen,
    storyUnconfirmed,
    storyUnmuteAsked,
    storyVisited,
    storyWrapUp
};
