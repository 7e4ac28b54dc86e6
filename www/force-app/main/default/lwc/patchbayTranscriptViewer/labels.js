import transcript from '@salesforce/label/c.Patchbay_Transcript';
import transcriptOf from '@salesforce/label/c.Patchbay_TranscriptOf';
import transcriptText from '@salesforce/label/c.Patchbay_TranscriptText';

export default { transcript, transcriptOf, transcriptText };
