import disconnectWhenCreated from '@salesforce/label/c.Patchbay_DisconnectWhenCreated';
import flowId from '@salesforce/label/c.Patchbay_FlowId';
import noCardData from '@salesforce/label/c.Patchbay_NoCardData';
import secureSession from '@salesforce/label/c.Patchbay_SecureSession';
import startSecureSession from '@salesforce/label/c.Patchbay_StartSecureSession';
import userData from '@salesforce/label/c.Patchbay_UserData';

export default { disconnectWhenCreated, flowId, noCardData, secureSession, startSecureSession, userData };
