import health from '@salesforce/label/c.Patchbay_Health';
import healthActivitiesAllowed from '@salesforce/label/c.Patchbay_HealthActivitiesAllowed';
import healthActivitiesOff from '@salesforce/label/c.Patchbay_HealthActivitiesOff';
import healthActivitiesUnknown from '@salesforce/label/c.Patchbay_HealthActivitiesUnknown';
import healthAgain from '@salesforce/label/c.Patchbay_HealthAgain';
import healthApexAllowed from '@salesforce/label/c.Patchbay_HealthApexAllowed';
import healthApexRefused from '@salesforce/label/c.Patchbay_HealthApexRefused';
import healthApexUnknown from '@salesforce/label/c.Patchbay_HealthApexUnknown';
import healthChannelMissing from '@salesforce/label/c.Patchbay_HealthChannelMissing';
import healthChannelThere from '@salesforce/label/c.Patchbay_HealthChannelThere';
import healthChannelUnknown from '@salesforce/label/c.Patchbay_HealthChannelUnknown';
import healthChecks from '@salesforce/label/c.Patchbay_HealthChecks';
import healthClosedStatusMissing from '@salesforce/label/c.Patchbay_HealthClosedStatusMissing';
import healthClosedStatusThere from '@salesforce/label/c.Patchbay_HealthClosedStatusThere';
import healthClosedStatusUnknown from '@salesforce/label/c.Patchbay_HealthClosedStatusUnknown';
import healthEventsHeard from '@salesforce/label/c.Patchbay_HealthEventsHeard';
import healthEventsListening from '@salesforce/label/c.Patchbay_HealthEventsListening';
import healthEventsNone from '@salesforce/label/c.Patchbay_HealthEventsNone';
import healthEventsPartly from '@salesforce/label/c.Patchbay_HealthEventsPartly';
import healthEventsUnknown from '@salesforce/label/c.Patchbay_HealthEventsUnknown';
import healthExtensionNone from '@salesforce/label/c.Patchbay_HealthExtensionNone';
import healthExtensionSeveral from '@salesforce/label/c.Patchbay_HealthExtensionSeveral';
import healthExtensionThere from '@salesforce/label/c.Patchbay_HealthExtensionThere';
import healthExtensionUnknown from '@salesforce/label/c.Patchbay_HealthExtensionUnknown';
import healthFieldsAllowed from '@salesforce/label/c.Patchbay_HealthFieldsAllowed';
import healthFieldsRefused from '@salesforce/label/c.Patchbay_HealthFieldsRefused';
import healthFieldsUnknown from '@salesforce/label/c.Patchbay_HealthFieldsUnknown';
import healthIntro from '@salesforce/label/c.Patchbay_HealthIntro';
import healthKeyFieldRefused from '@salesforce/label/c.Patchbay_HealthKeyFieldRefused';
import healthLanguage from '@salesforce/label/c.Patchbay_HealthLanguage';
import healthListening from '@salesforce/label/c.Patchbay_HealthListening';
import healthNotAsked from '@salesforce/label/c.Patchbay_HealthNotAsked';
import healthPermissionSetGiven from '@salesforce/label/c.Patchbay_HealthPermissionSetGiven';
import healthPermissionSetMissing from '@salesforce/label/c.Patchbay_HealthPermissionSetMissing';
import healthPermissionSetUnknown from '@salesforce/label/c.Patchbay_HealthPermissionSetUnknown';
import healthStatusError from '@salesforce/label/c.Patchbay_HealthStatusError';
import healthStatusOk from '@salesforce/label/c.Patchbay_HealthStatusOk';
import healthStatusUnknown from '@salesforce/label/c.Patchbay_HealthStatusUnknown';
import healthStatusWarning from '@salesforce/label/c.Patchbay_HealthStatusWarning';
import healthStorageAllowed from '@salesforce/label/c.Patchbay_HealthStorageAllowed';
import healthStorageForbidden from '@salesforce/label/c.Patchbay_HealthStorageForbidden';
import healthStorageUnknown from '@salesforce/label/c.Patchbay_HealthStorageUnknown';
import healthSummary from '@salesforce/label/c.Patchbay_HealthSummary';
import healthTasksAllowed from '@salesforce/label/c.Patchbay_HealthTasksAllowed';
import healthTasksRefused from '@salesforce/label/c.Patchbay_HealthTasksRefused';
import healthTasksUnknown from '@salesforce/label/c.Patchbay_HealthTasksUnknown';
import healthTitleApexAccess from '@salesforce/label/c.Patchbay_HealthTitleApexAccess';
import healthTitleChannel from '@salesforce/label/c.Patchbay_HealthTitleChannel';
import healthTitleClientEvents from '@salesforce/label/c.Patchbay_HealthTitleClientEvents';
import healthTitleClosedStatus from '@salesforce/label/c.Patchbay_HealthTitleClosedStatus';
import healthTitleExtension from '@salesforce/label/c.Patchbay_HealthTitleExtension';
import healthTitlePermissionSet from '@salesforce/label/c.Patchbay_HealthTitlePermissionSet';
import healthTitleRelatedTo from '@salesforce/label/c.Patchbay_HealthTitleRelatedTo';
import healthTitleStorage from '@salesforce/label/c.Patchbay_HealthTitleStorage';
import healthTitleTaskAccess from '@salesforce/label/c.Patchbay_HealthTitleTaskAccess';
import healthTitleTaskFields from '@salesforce/label/c.Patchbay_HealthTitleTaskFields';
import healthTitleTaskTypes from '@salesforce/label/c.Patchbay_HealthTitleTaskTypes';
import healthTitleTranslations from '@salesforce/label/c.Patchbay_HealthTitleTranslations';
import healthTitleWebSecurity from '@salesforce/label/c.Patchbay_HealthTitleWebSecurity';
import healthTranslationsMissing from '@salesforce/label/c.Patchbay_HealthTranslationsMissing';
import healthTranslationsThere from '@salesforce/label/c.Patchbay_HealthTranslationsThere';
import healthTranslationsUnknown from '@salesforce/label/c.Patchbay_HealthTranslationsUnknown';
import healthTypesMissing from '@salesforce/label/c.Patchbay_HealthTypesMissing';
import healthTypesThere from '@salesforce/label/c.Patchbay_HealthTypesThere';
import healthTypesUnknown from '@salesforce/label/c.Patchbay_HealthTypesUnknown';
import healthWebSecurityOff from '@salesforce/label/c.Patchbay_HealthWebSecurityOff';
import healthWebSecurityOn from '@salesforce/label/c.Patchbay_HealthWebSecurityOn';
import healthWebSecurityUnknown from '@salesforce/label/c.Patchbay_HealthWebSecurityUnknown';

export default {
    health,
    healthActivitiesAllowed,
    healthActivitiesOff,
    healthActivitiesUnknown,
    healthAgain,
    healthApexAllowed,
    healthApexRefused,
    healthApexUnknown,
    healthChannelMissing,
    healthChannelThere,
    healthChannelUnknown,
    healthChecks,
    healthClosedStatusMissing,
    healthClosedStatusThere,
    healthClosedStatusUnknown,
    healthEventsHeard,
    healthEventsListening,
    healthEventsNone,
    healthEventsPartly,
    healthEventsUnknown,
    healthExtensionNone,
    healthExtensionSeveral,
    healthExtensionThere,
    healthExtensionUnknown,
    healthFieldsAllowed,
    healthFieldsRefused,
    healthFieldsUnknown,
    healthIntro,
    healthKeyFieldRefused,
    healthLanguage,
    healthListening,
    healthNotAsked,
    healthPermissionSetGiven,
    healthPermissionSetMissing,
    healthPermissionSetUnknown,
    healthStatusError,
    healthStatusOk,
    healthStatusUnknown,
    healthStatusWarning,
    healthStorageAllowed,
    healthStorageForbidden,
    healthStorageUnknown,
    healthSummary,
    healthTasksAllowed,
    healthTasksRefused,
    healthTasksUnknown,
    healthTitleApexAccess,
    healthTitleChannel,
    healthTitleClientEvents,
    healthTitleClosedStatus,
    healthTitleExtension,
    healthTitlePermissionSet,
    healthTitleRelatedTo,
    healthTitleStorage,
    healthTitleTaskAccess,
    healthTitleTaskFields,
    healthTitleTaskTypes,
    healthTitleTranslations,
    healthTitleWebSecurity,
    healthTranslationsMissing,
    healthTranslationsThere,
    healthTranslationsUnknown,
    healthTypesMissing,
    healthTypesThere,
    healthTypesUnknown,
    healthWebSecurityOff,
    healthWebSecurityOn,
    healthWebSecurityUnknown
};
