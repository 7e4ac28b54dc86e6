import disabled from '@salesforce/label/c.Patchbay_Disabled';
import enabled from '@salesforce/label/c.Patchbay_Enabled';
import guideOrder from '@salesforce/label/c.Patchbay_GuideOrder';
import guideStoring from '@salesforce/label/c.Patchbay_GuideStoring';
import leaveEmpty from '@salesforce/label/c.Patchbay_LeaveEmpty';
import platform from '@salesforce/label/c.Patchbay_Platform';
import secretOfApp from '@salesforce/label/c.Patchbay_SecretOfApp';
import whereEachGoes from '@salesforce/label/c.Patchbay_WhereEachGoes';

export default { disabled, enabled, guideOrder, guideStoring, leaveEmpty, platform, secretOfApp, whereEachGoes };
