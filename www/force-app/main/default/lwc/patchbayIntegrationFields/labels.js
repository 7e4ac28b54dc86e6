import activitiesHelp from '@salesforce/label/c.Patchbay_ActivitiesHelp';
import activitiesSource from '@salesforce/label/c.Patchbay_ActivitiesSource';
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
import eventName from '@salesforce/label/c.Patchbay_EventName';
import eventNameHelp from '@salesforce/label/c.Patchbay_EventNameHelp';
import eventNameSource from '@salesforce/label/c.Patchbay_EventNameSource';
import group from '@salesforce/label/c.Patchbay_Group';
import groupHelp from '@salesforce/label/c.Patchbay_GroupHelp';
import groupSource from '@salesforce/label/c.Patchbay_GroupSource';
import historicalSettings from '@salesforce/label/c.Patchbay_HistoricalSettings';
import idleActivities from '@salesforce/label/c.Patchbay_IdleActivities';
import idleActivitiesHelp from '@salesforce/label/c.Patchbay_IdleActivitiesHelp';
import notReadyActivities from '@salesforce/label/c.Patchbay_NotReadyActivities';
import notReadyActivitiesHelp from '@salesforce/label/c.Patchbay_NotReadyActivitiesHelp';
import notReadyExample from '@salesforce/label/c.Patchbay_NotReadyExample';
import numbered from '@salesforce/label/c.Patchbay_Numbered';
import otherIntegration from '@salesforce/label/c.Patchbay_OtherIntegration';
import readyActivities from '@salesforce/label/c.Patchbay_ReadyActivities';
import readyActivitiesHelp from '@salesforce/label/c.Patchbay_ReadyActivitiesHelp';
import readyExample from '@salesforce/label/c.Patchbay_ReadyExample';
import realtimeSettings from '@salesforce/label/c.Patchbay_RealtimeSettings';
import secondsSource from '@salesforce/label/c.Patchbay_SecondsSource';
import serviceLevelThreshold from '@salesforce/label/c.Patchbay_ServiceLevelThreshold';
import serviceLevelThresholdHelp from '@salesforce/label/c.Patchbay_ServiceLevelThresholdHelp';
import shortAbandonThreshold from '@salesforce/label/c.Patchbay_ShortAbandonThreshold';
import shortAbandonThresholdHelp from '@salesforce/label/c.Patchbay_ShortAbandonThresholdHelp';
import status from '@salesforce/label/c.Patchbay_Status';
import switchHelp from '@salesforce/label/c.Patchbay_SwitchHelp';
import switchSource from '@salesforce/label/c.Patchbay_SwitchSource';
import tokenUrl from '@salesforce/label/c.Patchbay_TokenUrl';
import tokenUrlHelp from '@salesforce/label/c.Patchbay_TokenUrlHelp';
import tokenUrlSource from '@salesforce/label/c.Patchbay_TokenUrlSource';

export default {
    activitiesHelp,
    activitiesSource,
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
    eventName,
    eventNameHelp,
    eventNameSource,
    group,
    groupHelp,
    groupSource,
    historicalSettings,
    idleActivities,
    idleActivitiesHelp,
    notReadyActivities,
    notReadyActivitiesHelp,
    notReadyExample,
    numbered,
    otherIntegration,
    readyActivities,
    readyActivitiesHelp,
    readyExample,
    realtimeSettings,
    secondsSource,
    serviceLevelThreshold,
    serviceLevelThresholdHelp,
    shortAbandonThreshold,
    shortAbandonThresholdHelp,
    status,
    switchHelp,
    switchSource,
    tokenUrl,
    tokenUrlHelp,
    tokenUrlSource
};
