import activitiesHelp from '@salesforce/label/c.Patchbay_ActivitiesHelp';
import activitiesSource from '@salesforce/label/c.Patchbay_ActivitiesSource';
import addHistorical from '@salesforce/label/c.Patchbay_AddHistorical';
import addRealtime from '@salesforce/label/c.Patchbay_AddRealtime';
import addSettings from '@salesforce/label/c.Patchbay_AddSettings';
import adminActivities from '@salesforce/label/c.Patchbay_AdminActivities';
import adminActivitiesHelp from '@salesforce/label/c.Patchbay_AdminActivitiesHelp';
import apiVersion from '@salesforce/label/c.Patchbay_ApiVersion';
import apiVersionHelp from '@salesforce/label/c.Patchbay_ApiVersionHelp';
import apiVersionSource from '@salesforce/label/c.Patchbay_ApiVersionSource';
import clientId from '@salesforce/label/c.Patchbay_ClientId';
import clientIdHelp from '@salesforce/label/c.Patchbay_ClientIdHelp';
import clientIdSource from '@salesforce/label/c.Patchbay_ClientIdSource';
import clientSecret from '@salesforce/label/c.Patchbay_ClientSecret';
import clientSecretHelp from '@salesforce/label/c.Patchbay_ClientSecretHelp';
import clientSecretSource from '@salesforce/label/c.Patchbay_ClientSecretSource';
import disabled from '@salesforce/label/c.Patchbay_Disabled';
import discardChanges from '@salesforce/label/c.Patchbay_DiscardChanges';
import discarded from '@salesforce/label/c.Patchbay_Discarded';
import enabled from '@salesforce/label/c.Patchbay_Enabled';
import errorSays from '@salesforce/label/c.Patchbay_ErrorSays';
import eventName from '@salesforce/label/c.Patchbay_EventName';
import eventNameHelp from '@salesforce/label/c.Patchbay_EventNameHelp';
import eventNameSource from '@salesforce/label/c.Patchbay_EventNameSource';
import group from '@salesforce/label/c.Patchbay_Group';
import groupHelp from '@salesforce/label/c.Patchbay_GroupHelp';
import groupSource from '@salesforce/label/c.Patchbay_GroupSource';
import guideOrder from '@salesforce/label/c.Patchbay_GuideOrder';
import guideStoring from '@salesforce/label/c.Patchbay_GuideStoring';
import historicalSettings from '@salesforce/label/c.Patchbay_HistoricalSettings';
import idleActivities from '@salesforce/label/c.Patchbay_IdleActivities';
import idleActivitiesHelp from '@salesforce/label/c.Patchbay_IdleActivitiesHelp';
import integrationSettings from '@salesforce/label/c.Patchbay_IntegrationSettings';
import leaveEmpty from '@salesforce/label/c.Patchbay_LeaveEmpty';
import mendFirst from '@salesforce/label/c.Patchbay_MendFirst';
import moved from '@salesforce/label/c.Patchbay_Moved';
import noIntegration from '@salesforce/label/c.Patchbay_NoIntegration';
import notReadyActivities from '@salesforce/label/c.Patchbay_NotReadyActivities';
import notReadyActivitiesHelp from '@salesforce/label/c.Patchbay_NotReadyActivitiesHelp';
import notReadyExample from '@salesforce/label/c.Patchbay_NotReadyExample';
import numbered from '@salesforce/label/c.Patchbay_Numbered';
import otherIntegration from '@salesforce/label/c.Patchbay_OtherIntegration';
import platform from '@salesforce/label/c.Patchbay_Platform';
import readyActivities from '@salesforce/label/c.Patchbay_ReadyActivities';
import readyActivitiesHelp from '@salesforce/label/c.Patchbay_ReadyActivitiesHelp';
import readyExample from '@salesforce/label/c.Patchbay_ReadyExample';
import realtimeSettings from '@salesforce/label/c.Patchbay_RealtimeSettings';
import removed from '@salesforce/label/c.Patchbay_Removed';
import saveSettings from '@salesforce/label/c.Patchbay_SaveSettings';
import savedAt from '@salesforce/label/c.Patchbay_SavedAt';
import saving from '@salesforce/label/c.Patchbay_Saving';
import secondsSource from '@salesforce/label/c.Patchbay_SecondsSource';
import secretOfApp from '@salesforce/label/c.Patchbay_SecretOfApp';
import serviceLevelThreshold from '@salesforce/label/c.Patchbay_ServiceLevelThreshold';
import serviceLevelThresholdHelp from '@salesforce/label/c.Patchbay_ServiceLevelThresholdHelp';
import settingsIntro from '@salesforce/label/c.Patchbay_SettingsIntro';
import shortAbandonThreshold from '@salesforce/label/c.Patchbay_ShortAbandonThreshold';
import shortAbandonThresholdHelp from '@salesforce/label/c.Patchbay_ShortAbandonThresholdHelp';
import status from '@salesforce/label/c.Patchbay_Status';
import switchHelp from '@salesforce/label/c.Patchbay_SwitchHelp';
import switchSource from '@salesforce/label/c.Patchbay_SwitchSource';
import tokenUrl from '@salesforce/label/c.Patchbay_TokenUrl';
import tokenUrlHelp from '@salesforce/label/c.Patchbay_TokenUrlHelp';
import tokenUrlSource from '@salesforce/label/c.Patchbay_TokenUrlSource';
import warningSays from '@salesforce/label/c.Patchbay_WarningSays';
import whereEachGoes from '@salesforce/label/c.Patchbay_WhereEachGoes';

export default {
    activitiesHelp,
    activitiesSource,
    addHistorical,
    addRealtime,
    addSettings,
    adminActivities,
    adminActivitiesHelp,
    apiVersion,
    apiVersionHelp,
    apiVersionSource,
    clientId,
    clientIdHelp,
    clientIdSource,
    clientSecret,
    clientSecretHelp,
    clientSecretSource,
    disabled,
    discardChanges,
    discarded,
    enabled,
    errorSays,
    eventName,
    eventNameHelp,
    eventNameSource,
    group,
    groupHelp,
    groupSource,
    guideOrder,
    guideStoring,
    historicalSettings,
    idleActivities,
    idleActivitiesHelp,
    integrationSettings,
    leaveEmpty,
    mendFirst,
    moved,
    noIntegration,
    notReadyActivities,
    notReadyActivitiesHelp,
    notReadyExample,
    numbered,
    otherIntegration,
    platform,
    readyActivities,
    readyActivitiesHelp,
    readyExample,
    realtimeSettings,
    removed,
    saveSettings,
    savedAt,
    saving,
    secondsSource,
    secretOfApp,
    serviceLevelThreshold,
    serviceLevelThresholdHelp,
    settingsIntro,
    shortAbandonThreshold,
    shortAbandonThresholdHelp,
    status,
    switchHelp,
    switchSource,
    tokenUrl,
    tokenUrlHelp,
    tokenUrlSource,
    warningSays,
    whereEachGoes
};
