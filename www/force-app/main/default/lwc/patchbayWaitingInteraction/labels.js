import newCall from '@salesforce/label/c.Patchbay_NewCall';
import newCallback from '@salesforce/label/c.Patchbay_NewCallback';
import newChat from '@salesforce/label/c.Patchbay_NewChat';
import newEmail from '@salesforce/label/c.Patchbay_NewEmail';
import newMessage from '@salesforce/label/c.Patchbay_NewMessage';
import newVoicemail from '@salesforce/label/c.Patchbay_NewVoicemail';
import selectedMeanwhile from '@salesforce/label/c.Patchbay_SelectedMeanwhile';
import showWaiting from '@salesforce/label/c.Patchbay_ShowWaiting';
import unknownName from '@salesforce/label/c.Patchbay_UnknownName';

export default {
    newCall,
    newCallback,
    newChat,
    newEmail,
    newMessage,
    newVoicemail,
    selectedMeanwhile,
    showWaiting,
    unknownName
};
