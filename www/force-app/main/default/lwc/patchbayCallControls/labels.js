import callBack from '@salesforce/label/c.Patchbay_CallBack';
import callControls from '@salesforce/label/c.Patchbay_CallControls';
import cancelConsult from '@salesforce/label/c.Patchbay_CancelConsult';
import concludeTransfer from '@salesforce/label/c.Patchbay_ConcludeTransfer';
import consultControls from '@salesforce/label/c.Patchbay_ConsultControls';
import decline from '@salesforce/label/c.Patchbay_Decline';
import disconnect from '@salesforce/label/c.Patchbay_Disconnect';
import hold from '@salesforce/label/c.Patchbay_Hold';
import mute from '@salesforce/label/c.Patchbay_Mute';
import muteAskedFor from '@salesforce/label/c.Patchbay_MuteAskedFor';
import pickUp from '@salesforce/label/c.Patchbay_PickUp';
import resume from '@salesforce/label/c.Patchbay_Resume';
import resumeRecording from '@salesforce/label/c.Patchbay_ResumeRecording';
import securePause from '@salesforce/label/c.Patchbay_SecurePause';
import swap from '@salesforce/label/c.Patchbay_Swap';
import unmute from '@salesforce/label/c.Patchbay_Unmute';

export default {
    callBack,
    callControls,
    cancelConsult,
    concludeTransfer,
    consultControls,
    decline,
    disconnect,
    hold,
    mute,
    muteAskedFor,
    pickUp,
    resume,
    resumeRecording,
    securePause,
    swap,
    unmute
};
