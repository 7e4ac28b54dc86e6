import alerting from '@salesforce/label/c.Patchbay_Alerting';
import call from '@salesforce/label/c.Patchbay_Call';
import callback from '@salesforce/label/c.Patchbay_Callback';
import chat from '@salesforce/label/c.Patchbay_Chat';
import coBrowsing from '@salesforce/label/c.Patchbay_CoBrowsing';
import connected from '@salesforce/label/c.Patchbay_Connected';
import consultedAbout from '@salesforce/label/c.Patchbay_ConsultedAbout';
import dialing from '@salesforce/label/c.Patchbay_Dialing';
import disconnected from '@salesforce/label/c.Patchbay_Disconnected';
import done from '@salesforce/label/c.Patchbay_Done';
import email from '@salesforce/label/c.Patchbay_Email';
import flagged from '@salesforce/label/c.Patchbay_Flagged';
import heldFor from '@salesforce/label/c.Patchbay_HeldFor';
import inConsultation from '@salesforce/label/c.Patchbay_InConsultation';
import incomingCall from '@salesforce/label/c.Patchbay_IncomingCall';
import incomingCallback from '@salesforce/label/c.Patchbay_IncomingCallback';
import incomingChat from '@salesforce/label/c.Patchbay_IncomingChat';
import incomingEmail from '@salesforce/label/c.Patchbay_IncomingEmail';
import incomingMessage from '@salesforce/label/c.Patchbay_IncomingMessage';
import incomingVoicemail from '@salesforce/label/c.Patchbay_IncomingVoicemail';
import interactions from '@salesforce/label/c.Patchbay_Interactions';
import kindWith from '@salesforce/label/c.Patchbay_KindWith';
import liveInteractions from '@salesforce/label/c.Patchbay_LiveInteractions';
import message from '@salesforce/label/c.Patchbay_Message';
import noLiveInteractions from '@salesforce/label/c.Patchbay_NoLiveInteractions';
import onHold from '@salesforce/label/c.Patchbay_OnHold';
import outgoingAlerts from '@salesforce/label/c.Patchbay_OutgoingAlerts';
import recording from '@salesforce/label/c.Patchbay_Recording';
import recordingPaused from '@salesforce/label/c.Patchbay_RecordingPaused';
import securePause from '@salesforce/label/c.Patchbay_SecurePause';
import selected from '@salesforce/label/c.Patchbay_Selected';
import sharingScreen from '@salesforce/label/c.Patchbay_SharingScreen';
import transferred from '@salesforce/label/c.Patchbay_Transferred';
import transferring from '@salesforce/label/c.Patchbay_Transferring';
import unknownName from '@salesforce/label/c.Patchbay_UnknownName';
import voicemail from '@salesforce/label/c.Patchbay_Voicemail';
import withQueue from '@salesforce/label/c.Patchbay_WithQueue';

export default {
    alerting,
    call,
    callback,
    chat,
    coBrowsing,
    connected,
    consultedAbout,
    dialing,
    disconnected,
    done,
    email,
    flagged,
    heldFor,
    inConsultation,
    incomingCall,
    incomingCallback,
    incomingChat,
    incomingEmail,
    incomingMessage,
    incomingVoicemail,
    interactions,
    kindWith,
    liveInteractions,
    message,
    noLiveInteractions,
    onHold,
    outgoingAlerts,
    recording,
    recordingPaused,
    securePause,
    selected,
    sharingScreen,
    transferred,
    transferring,
    unknownName,
    voicemail,
    withQueue
};
