/** The fields of an EngagementInteraction as they are shown: in which order, called what until the organisation says so. */
import labels from './labels';

const LABELS = {
    Type: labels.type,
    CommunicationChannel: labels.communicationChannel,
    Status: labels.status,
    MappedState: labels.mappedState,
    StartDateTime: labels.startDateTime,
    EndDateTime: labels.endDateTime,
    InitiatingAttendeeId: labels.initiatingAttendee,
    PhoneNumber: labels.phoneNumberField,
    Reason: labels.reason,
    Sentiment: labels.sentiment,
    IsAttendeeVerified: labels.attendeeVerified,
    AttendeeVerificationTime: labels.attendeeVerificationTime,
    IsAttendeeAuthenticated: labels.attendeeAuthenticated,
    ContextId: labels.context,
    OwnerId: labels.owner,
    RecordTypeId: labels.recordType,
    ExternalIdentifier: labels.externalIdentifier,
    Duration: labels.duration
};

const ORDER = Object.keys(LABELS);

const TIMES = ['StartDateTime', 'EndDateTime', 'AttendeeVerificationTime'];

const STATES = { New: labels.stateNew, InProgress: labels.stateInProgress, Completed: labels.stateCompleted };

/**
 * [{name, label, time, text, problems}] of every field that has a value, or something wrong with it. `losses` are problems
 * whose paths begin with a field; `names` what the organisation says of its fields, by API name; `attendee` the log's Name.
 */
export function toFields({ values, mappedState }, { losses, names, attendee }) {
    const filled = mappedState ? { ...values, MappedState: STATES[mappedState] } : values;
    return ORDER.map((name) => ({
        name,
        label: names[name]?.label ?? LABELS[name],
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
        return value ? labels.yes : labels.no;
    }
    if (attendee && value === attendee.id) {
        return attendee.name;
    }
    return String(value ?? labels.none);
}
