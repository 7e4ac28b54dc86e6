import close from '@salesforce/label/c.Patchbay_Close';
import transcript from '@salesforce/label/c.Patchbay_Transcript';
import transcriptOf from '@salesforce/label/c.Patchbay_TranscriptOf';
import transcriptText from '@salesforce/label/c.Patchbay_TranscriptText';

export default { close, transcript, transcriptOf, transcriptText };
