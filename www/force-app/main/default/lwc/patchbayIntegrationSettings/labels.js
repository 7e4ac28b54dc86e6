import addHistorical from '@salesforce/label/c.Patchbay_AddHistorical';
import addRealtime from '@salesforce/label/c.Patchbay_AddRealtime';
import addSettings from '@salesforce/label/c.Patchbay_AddSettings';
import discardChanges from '@salesforce/label/c.Patchbay_DiscardChanges';
import discarded from '@salesforce/label/c.Patchbay_Discarded';
import errorSays from '@salesforce/label/c.Patchbay_ErrorSays';
import integrationSettings from '@salesforce/label/c.Patchbay_IntegrationSettings';
import mendFirst from '@salesforce/label/c.Patchbay_MendFirst';
import moved from '@salesforce/label/c.Patchbay_Moved';
import noIntegration from '@salesforce/label/c.Patchbay_NoIntegration';
import removed from '@salesforce/label/c.Patchbay_Removed';
import saveSettings from '@salesforce/label/c.Patchbay_SaveSettings';
import savedAt from '@salesforce/label/c.Patchbay_SavedAt';
import saving from '@salesforce/label/c.Patchbay_Saving';
import settingsIntro from '@salesforce/label/c.Patchbay_SettingsIntro';
import warningSays from '@salesforce/label/c.Patchbay_WarningSays';

export default {
    addHistorical,
    addRealtime,
    addSettings,
    discardChanges,
    discarded,
    errorSays,
    integrationSettings,
    mendFirst,
    moved,
    noIntegration,
    removed,
    saveSettings,
    savedAt,
    saving,
    settingsIntro,
    warningSays
};
