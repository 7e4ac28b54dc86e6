/** What Rust finds, in the user's language: the label of each code, check and status. */
import labels from './labels';

export const TITLES = {
    'permission-set': labels.healthTitlePermissionSet,
    'apex-access': labels.healthTitleApexAccess,
    'task-access': labels.healthTitleTaskAccess,
    'task-fields': labels.healthTitleTaskFields,
    'task-types': labels.healthTitleTaskTypes,
    'closed-status': labels.healthTitleClosedStatus,
    'related-to': labels.healthTitleRelatedTo,
    channel: labels.healthTitleChannel,
    'client-events': labels.healthTitleClientEvents,
    extension: labels.healthTitleExtension,
    'web-security': labels.healthTitleWebSecurity,
    translations: labels.healthTitleTranslations,
    storage: labels.healthTitleStorage
};

export const STATUSES = {
    ok: labels.healthStatusOk,
    warning: labels.healthStatusWarning,
    error: labels.healthStatusError,
    unknown: labels.healthStatusUnknown
};

export const FINDINGS = {
    'permission-set-given': labels.healthPermissionSetGiven,
    'permission-set-missing': labels.healthPermissionSetMissing,
    'permission-set-unknown': labels.healthPermissionSetUnknown,
    'apex-allowed': labels.healthApexAllowed,
    'apex-refused': labels.healthApexRefused,
    'apex-unknown': labels.healthApexUnknown,
    'tasks-allowed': labels.healthTasksAllowed,
    'tasks-refused': labels.healthTasksRefused,
    'tasks-unknown': labels.healthTasksUnknown,
    'fields-allowed': labels.healthFieldsAllowed,
    'key-field-refused': labels.healthKeyFieldRefused,
    'fields-refused': labels.healthFieldsRefused,
    'fields-unknown': labels.healthFieldsUnknown,
    'types-there': labels.healthTypesThere,
    'types-missing': labels.healthTypesMissing,
    'types-unknown': labels.healthTypesUnknown,
    'closed-status-there': labels.healthClosedStatusThere,
    'closed-status-missing': labels.healthClosedStatusMissing,
    'closed-status-unknown': labels.healthClosedStatusUnknown,
    'activities-allowed': labels.healthActivitiesAllowed,
    'activities-off': labels.healthActivitiesOff,
    'activities-unknown': labels.healthActivitiesUnknown,
    'channel-there': labels.healthChannelThere,
    'channel-missing': labels.healthChannelMissing,
    'channel-unknown': labels.healthChannelUnknown,
    'events-heard': labels.healthEventsHeard,
    'events-partly': labels.healthEventsPartly,
    'events-none': labels.healthEventsNone,
    'events-listening': labels.healthEventsListening,
    'events-unknown': labels.healthEventsUnknown,
    'extension-there': labels.healthExtensionThere,
    'extension-none': labels.healthExtensionNone,
    'extension-several': labels.healthExtensionSeveral,
    'extension-unknown': labels.healthExtensionUnknown,
    'web-security-on': labels.healthWebSecurityOn,
    'web-security-off': labels.healthWebSecurityOff,
    'web-security-unknown': labels.healthWebSecurityUnknown,
    'translations-there': labels.healthTranslationsThere,
    'translations-missing': labels.healthTranslationsMissing,
    'translations-unknown': labels.healthTranslationsUnknown,
    'storage-allowed': labels.healthStorageAllowed,
    'storage-forbidden': labels.healthStorageForbidden,
    'storage-unknown': labels.healthStorageUnknown
};
