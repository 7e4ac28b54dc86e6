/**
 * The forms of an integration as the contact centre platform prints them: which fields, in which order, called what, what each
 * is for, and where its value comes from. What may stand in a field is Patchbay's word.
 */
import { fill } from 'c/patchbayShared';
import labels from './labels';

const GROUP = {
    name: 'group',
    label: labels.group,
    help: labels.groupHelp,
    source: labels.groupSource
};
const STATUS = {
    name: 'status',
    label: labels.status,
    toggle: true,
    help: labels.switchHelp,
    source: labels.switchSource
};
const CLIENT_ID = {
    name: 'clientId',
    label: labels.clientId,
    help: labels.clientIdHelp,
    source: labels.clientIdSource
};
const SECRET = {
    name: 'clientSecret',
    label: labels.clientSecret,
    secret: true,
    help: labels.clientSecretHelp,
    source: labels.clientSecretSource
};
const URL = {
    name: 'url',
    label: labels.tokenUrl,
    help: labels.tokenUrlHelp,
    source: labels.tokenUrlSource
};
const version = (example) => ({
    name: 'apiVersion',
    label: labels.apiVersion,
    placeholder: example,
    help: fill(labels.apiVersionHelp, example),
    source: labels.apiVersionSource
});
const activities = (name, label, help, placeholder) => ({
    name,
    label,
    placeholder,
    help: fill(labels.activitiesHelp, help),
    source: labels.activitiesSource
});
const seconds = (name, label, help) => ({
    name,
    label,
    inputMode: 'numeric',
    help,
    source: labels.secondsSource
});

const FORMS = {
    historical: {
        title: labels.historicalSettings,
        counts: true,
        fields: [
            GROUP,
            STATUS,
            CLIENT_ID,
            SECRET,
            URL,
            activities('adminActivities', labels.adminActivities, labels.adminActivitiesHelp),
            version('v53.0'),
            activities('idleActivities', labels.idleActivities, labels.idleActivitiesHelp),
            activities(
                'notReadyActivities',
                labels.notReadyActivities,
                labels.notReadyActivitiesHelp,
                labels.notReadyExample
            ),
            activities('readyActivities', labels.readyActivities, labels.readyActivitiesHelp, labels.readyExample),
            seconds('serviceLevelThreshold', labels.serviceLevelThreshold, labels.serviceLevelThresholdHelp),
            seconds('shortAbandonThreshold', labels.shortAbandonThreshold, labels.shortAbandonThresholdHelp)
        ]
    },
    realtime: {
        title: labels.realtimeSettings,
        fields: [
            GROUP,
            STATUS,
            version('53.0'),
            CLIENT_ID,
            SECRET,
            URL,
            {
                name: 'eventName',
                label: labels.eventName,
                placeholder: 'Agent_State__e',
                help: labels.eventNameHelp,
                source: labels.eventNameSource
            }
        ]
    }
};

/** What every integration has, of whatever kind. */
const OTHER = { title: labels.otherIntegration, fields: [GROUP, STATUS] };

/** {title, fields, counts}; `counts` says that activities and contacts are counted by it. */
export function formOf(kind) {
    return Object.hasOwn(FORMS, kind ?? '') ? FORMS[kind] : OTHER;
}

/** Which settings of a list these are, for a person. */
export function titleOf({ kind }, at) {
    return fill(labels.numbered, at + 1, formOf(kind).title);
}
