/**
 * The forms of an integration as the contact centre platform prints them: which fields, in which order, called what, what each
 * is for, and where its value comes from. What may stand in a field is Patchbay's word.
 */
const GROUP = {
    name: 'group',
    label: 'Group',
    help: 'Tells this integration from others of the same platform and operation. One that stands alone needs no name; of several, each needs its own.',
    source: 'A name of your own choice.'
};
const STATUS = {
    name: 'status',
    label: 'Status',
    toggle: true,
    help: 'Only an integration that is switched on processes data.',
    source: 'Your decision: switch it on once the other fields are filled.'
};
const CLIENT_ID = {
    name: 'clientId',
    label: 'OAuth 2.0 client ID',
    help: 'Tells Salesforce which connected app asks for access. It is no secret.',
    source: 'Salesforce gives it to your connected app (its consumer key).'
};
const SECRET = {
    name: 'clientSecret',
    label: 'OAuth 2.0 client secret',
    secret: true,
    help: 'Proves that the connected app is yours. It is handed over once, when you save, and shown never again.',
    source: 'Belongs to the same connected app (its consumer secret). Copy it from there: this page does not keep it.'
};
const URL = {
    name: 'url',
    label: 'OAuth 2.0 URL',
    help: 'Where access tokens are asked for. Production is login.salesforce.com, a sandbox test.salesforce.com; your own My Domain will do as well.',
    source: 'The token endpoint of your Salesforce organisation: production or sandbox.'
};
const version = (example) => ({
    name: 'apiVersion',
    label: 'Salesforce API version',
    placeholder: example,
    help: `The version of the Salesforce API that the integration speaks. Write one that your organisation supports, ${example} for example.`,
    source: 'A version that your Salesforce organisation supports.'
});
const activities = (name, label, help, placeholder) => ({
    name,
    label,
    placeholder,
    help: `${help} Put semicolons between them.`,
    source: 'Names of the agents’ activities, as the contact centre platform calls them.'
});
const seconds = (name, label, help) => ({
    name,
    label,
    inputMode: 'numeric',
    help,
    source: 'A number of seconds that you have agreed on.'
});

const FORMS = {
    historical: {
        title: 'Historical settings',
        counts: true,
        fields: [
            GROUP,
            STATUS,
            CLIENT_ID,
            SECRET,
            URL,
            activities(
                'adminActivities',
                'Admin time activities',
                'Activities in which agents do paperwork and other work without a contact.'
            ),
            version('v53.0'),
            activities(
                'idleActivities',
                'Idle time activities',
                'Activities in which agents are logged in, and busy with no interaction.'
            ),
            activities(
                'notReadyActivities',
                'Not-ready activities',
                'Activities in which agents cannot take an interaction. Offline ones do not belong here.',
                'Not ready; Training'
            ),
            activities(
                'readyActivities',
                'Ready time activities',
                'Activities in which agents can be given an interaction.',
                'Ready; On call'
            ),
            seconds(
                'serviceLevelThreshold',
                'Service level and abandonment threshold',
                'A contact answered within so many seconds meets the service level.'
            ),
            seconds(
                'shortAbandonThreshold',
                'Abandoned short contact threshold',
                'A contact that gives up within so many seconds is a short abandon, and is not held against the service level.'
            )
        ]
    },
    realtime: {
        title: 'Realtime settings',
        fields: [
            GROUP,
            STATUS,
            version('53.0'),
            CLIENT_ID,
            SECRET,
            URL,
            {
                name: 'eventName',
                label: 'Salesforce platform event name',
                placeholder: 'Agent_State__e',
                help: 'The platform event that carries what happens now. Write its API name, which ends with __e.',
                source: 'The API name of the platform event in your Salesforce organisation.'
            }
        ]
    }
};

/** What every integration has, of whatever kind. */
const OTHER = { title: 'Other integration', fields: [GROUP, STATUS] };

/** {title, fields, counts}; `counts` says that activities and contacts are counted by it. */
export function formOf(kind) {
    return Object.hasOwn(FORMS, kind ?? '') ? FORMS[kind] : OTHER;
}

/** Which settings of a list these are, for a person. */
export function titleOf({ kind }, at) {
    return `${at + 1}. ${formOf(kind).title}`;
}
