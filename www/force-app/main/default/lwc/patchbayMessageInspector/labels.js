import asFast from '@salesforce/label/c.Patchbay_AsFast';
import cannotReplay from '@salesforce/label/c.Patchbay_CannotReplay';
import clear from '@salesforce/label/c.Patchbay_Clear';
import eventNoMessage from '@salesforce/label/c.Patchbay_EventNoMessage';
import eventNoTime from '@salesforce/label/c.Patchbay_EventNoTime';
import fileNotJson from '@salesforce/label/c.Patchbay_FileNotJson';
import filter from '@salesforce/label/c.Patchbay_Filter';
import filterMessages from '@salesforce/label/c.Patchbay_FilterMessages';
import hideValues from '@salesforce/label/c.Patchbay_HideValues';
import inspectorDenied from '@salesforce/label/c.Patchbay_InspectorDenied';
import manyProblems from '@salesforce/label/c.Patchbay_ManyProblems';
import messageInspector from '@salesforce/label/c.Patchbay_MessageInspector';
import messagesListed from '@salesforce/label/c.Patchbay_MessagesListed';
import newestFirst from '@salesforce/label/c.Patchbay_NewestFirst';
import noEvents from '@salesforce/label/c.Patchbay_NoEvents';
import noMessageMatches from '@salesforce/label/c.Patchbay_NoMessageMatches';
import noMessages from '@salesforce/label/c.Patchbay_NoMessages';
import noType from '@salesforce/label/c.Patchbay_NoType';
import notJson from '@salesforce/label/c.Patchbay_NotJson';
import oneProblem from '@salesforce/label/c.Patchbay_OneProblem';
import partOf from '@salesforce/label/c.Patchbay_PartOf';
import pause from '@salesforce/label/c.Patchbay_Pause';
import pausedListed from '@salesforce/label/c.Patchbay_PausedListed';
import problems from '@salesforce/label/c.Patchbay_Problems';
import realSpeed from '@salesforce/label/c.Patchbay_RealSpeed';
import record from '@salesforce/label/c.Patchbay_Record';
import recordAndReplay from '@salesforce/label/c.Patchbay_RecordAndReplay';
import recordedAt from '@salesforce/label/c.Patchbay_RecordedAt';
import recordedCount from '@salesforce/label/c.Patchbay_RecordedCount';
import recordedFull from '@salesforce/label/c.Patchbay_RecordedFull';
import recordingCount from '@salesforce/label/c.Patchbay_RecordingCount';
import recordingToReplay from '@salesforce/label/c.Patchbay_RecordingToReplay';
import replay from '@salesforce/label/c.Patchbay_Replay';
import replayHeard from '@salesforce/label/c.Patchbay_ReplayHeard';
import replayState from '@salesforce/label/c.Patchbay_ReplayState';
import resume from '@salesforce/label/c.Patchbay_Resume';
import save from '@salesforce/label/c.Patchbay_Save';
import showValues from '@salesforce/label/c.Patchbay_ShowValues';
import speed from '@salesforce/label/c.Patchbay_Speed';
import stopRecording from '@salesforce/label/c.Patchbay_StopRecording';
import stopReplay from '@salesforce/label/c.Patchbay_StopReplay';
import tenTimes from '@salesforce/label/c.Patchbay_TenTimes';
import verdictEvent from '@salesforce/label/c.Patchbay_VerdictEvent';
import verdictValid from '@salesforce/label/c.Patchbay_VerdictValid';
import verdictWarnings from '@salesforce/label/c.Patchbay_VerdictWarnings';

export default {
    asFast,
    cannotReplay,
    clear,
    eventNoMessage,
    eventNoTime,
    fileNotJson,
    filter,
    filterMessages,
    hideValues,
    inspectorDenied,
    manyProblems,
    messageInspector,
    messagesListed,
    newestFirst,
    noEvents,
    noMessageMatches,
    noMessages,
    noType,
    notJson,
    oneProblem,
    partOf,
    pause,
    pausedListed,
    problems,
    realSpeed,
    record,
    recordAndReplay,
    recordedAt,
    recordedCount,
    recordedFull,
    recordingCount,
    recordingToReplay,
    replay,
    replayHeard,
    replayState,
    resume,
    save,
    showValues,
    speed,
    stopRecording,
    stopReplay,
    tenTimes,
    verdictEvent,
    verdictValid,
    verdictWarnings
};
