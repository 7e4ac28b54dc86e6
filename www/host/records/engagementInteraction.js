// EngagementInteraction, field by field as in its object reference. Our reading where the reference is silent: the key prefix, the
// lengths of texts, the formats of an autonumber and a duration, and that nothing ends before it starts.
import {
    boolean,
    dateTime,
    lookup,
    object,
    owner,
    phone,
    picklist,
    readOnly,
    required,
    since,
    text
} from './fields.js';

const MAPPED_STATES = { New: 'New', 'In Progress': 'InProgress', Completed: 'Completed' };
const restricted = (apiName, label, values) => picklist(apiName, label, values, { restricted: true });

export const EngagementInteraction = object({
    label: 'Engagement Interaction',
    labelPlural: 'Engagement Interactions',
    keyPrefix: '0mE',
    icon: 'standard:sales_channel',
    fields: [
        readOnly(text('Name', 'Name', 255, { autonumber: 'EI-' })),
        required(
            restricted('CommunicationChannel', 'Communication Channel', [
                'In Person',
                'Video Call',
                'Voice Call',
                'Web Chat'
            ])
        ),
        restricted('Type', 'Type', ['Inbound', 'Outbound']),
        restricted('Status', 'Status', Object.keys(MAPPED_STATES)),
        readOnly(
            picklist('MappedState', 'Mapped State', Object.values(MAPPED_STATES), {
                restricted: true,
                defaultValue: 'New'
            })
        ),
        required(dateTime('StartDateTime', 'Start Date Time')),
        dateTime('EndDateTime', 'End Date Time'),
        // Its properties say Create and Update, its description says read-only and what Salesforce calculates it from.
        readOnly(text('Duration', 'Duration')),
        lookup('InitiatingAttendeeId', 'Initiating Attendee ID', ['Account', 'Contact', 'Lead']),
        since('57.0', phone('PhoneNumber', 'Phone Number')),
        since('56.0', text('Reason', 'Reason')),
        restricted('Sentiment', 'Sentiment', ['Negative', 'Neutral', 'Positive']),
        boolean('IsAttendeeAuthenticated', 'Is Attendee Authenticated'),
        boolean('IsAttendeeVerified', 'Is Attendee Verified'),
        dateTime('AttendeeVerificationTime', 'Attendee Verification Time'),
        lookup('ContextId', 'Context ID', ['ServiceAppointment', 'Visit']),
        text('ExternalIdentifier', 'External Identifier', 255, { unique: true }),
        since('62.0', lookup('RecordTypeId', 'Record Type ID', ['RecordType'])),
        readOnly(dateTime('LastReferencedDate', 'Last Referenced Date')),
        readOnly(dateTime('LastViewedDate', 'Last Viewed Date')),
        owner()
    ]
});

export function checkEngagement({ StartDateTime, EndDateTime }, fault) {
    if (StartDateTime && EndDateTime && Date.parse(EndDateTime) < Date.parse(StartDateTime)) {
        fault(
            'FIELD_INTEGRITY_EXCEPTION',
            "End Date Time: an engagement interaction can't end before it starts.",
            'EndDateTime'
        );
    }
}

/** The values that Salesforce sets itself. `written` are the values of the request, `whole` the record with them. */
export function deriveEngagement(whole, written, now) {
    const derived = {};
    if ('Status' in written) derived.MappedState = MAPPED_STATES[whole.Status] ?? MAPPED_STATES.New;
    if ('EndDateTime' in written) derived.Duration = duration(whole);
    if (whole.IsAttendeeVerified && !whole.AttendeeVerificationTime) {
        derived.AttendeeVerificationTime = now().toISOString();
    }
    return derived;
}

/** 0:01:05 */
function duration({ StartDateTime, EndDateTime }) {
    if (!StartDateTime || !EndDateTime) return null;
    const seconds = Math.round((Date.parse(EndDateTime) - Date.parse(StartDateTime)) / 1000);
    const [minutes, rest] = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
    return `${Math.floor(seconds / 3600)}:${minutes}:${rest}`;
}
