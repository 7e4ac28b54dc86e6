/** The fields of an EngagementInteraction as they are shown: in which order, called what until the organisation says so. */

const LABELS = {
    Type: 'Type',
    CommunicationChannel: 'Communication Channel',
    Status: 'Status',
    MappedState: 'Mapped State',
    StartDateTime: 'Start Date Time',
    EndDateTime: 'End Date Time',
    InitiatingAttendeeId: 'Initiating Attendee',
    PhoneNumber: 'Phone Number',
    Reason: 'Reason',
    Sentiment: 'Sentiment',
    IsAttendeeVerified: 'Attendee Verified',
    AttendeeVerificationTime: 'Attendee Verification Time',
    IsAttendeeAuthenticated: 'Attendee Authenticated',
    ContextId: 'Context',
    OwnerId: 'Owner',
    RecordTypeId: 'Record Type',
    ExternalIdentifier: 'External Identifier',
    Duration: 'Duration'
};

const ORDER = Object.keys(LABELS);

const TIMES = ['StartDateTime', 'EndDateTime', 'AttendeeVerificationTime'];

const STATES = { New: 'New', InProgress: 'In Progress', Completed: 'Completed' };

/**
 * [{name, label, time, text, problems}] of every field that has a value, or something wrong with it. `losses` are problems
 * whose paths begin with a field; `labels` what the organisation says of its fields, by API name; `attendee` the log's Name.
 */
export function toFields({ values, mappedState }, { losses, labels, attendee }) {
    const filled = mappedState ? { ...values, MappedState: STATES[mappedState] } : values;
    return ORDER.map((name) => ({
        name,
        label: labels[name]?.label ?? LABELS[name],
        time: TIMES.includes(name) ? filled[name] : null,
        text: textOf(filled[name], attendee),
        problems: losses.filter((loss) => fieldOf(loss) === name).map(({ message }, key) => ({ key, message }))
    })).filter(({ name, problems }) => name in filled || problems.length);
}

/** Those that belong to none of the fields. */
export function elsewhere(losses) {
    return losses.filter((loss) => !ORDER.includes(fieldOf(loss)));
}

function fieldOf({ path }) {
    return path.split('/')[1];
}

function textOf(value, attendee) {
    if (typeof value === 'boolean') {
        return value ? 'Yes' : 'No';
    }
    if (attendee && value === attendee.id) {
        return attendee.name;
    }
    return String(value ?? 'None');
}
