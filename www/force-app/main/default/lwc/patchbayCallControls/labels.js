import callControls from '@salesforce/label/c.Patchbay_CallControls';
import disconnect from '@salesforce/label/c.Patchbay_Disconnect';
import hold from '@salesforce/label/c.Patchbay_Hold';
import mute from '@salesforce/label/c.Patchbay_Mute';
import pickUp from '@salesforce/label/c.Patchbay_PickUp';
import resume from '@salesforce/label/c.Patchbay_Resume';
import resumeRecording from '@salesforce/label/c.Patchbay_ResumeRecording';
import securePause from '@salesforce/label/c.Patchbay_SecurePause';

export default { callControls, disconnect, hold, mute, pickUp, resume, resumeRecording, securePause };
