//! Builds the EngagementInteraction record of an interaction.

use serde_json::Value;

use super::config::Config;
use super::fields::Field;
use crate::attribute::catalogue::bare;
use crate::event::field::{TextField, TimeField};
use crate::interaction::phase::Phase;
use crate::interaction::{Interaction, Kind};
use crate::json;
use crate::outbox::Fields;
use crate::problem::{Code, Problem, Severity, pointer};
use crate::salesforce::field::{FieldType, Operation, Reason};
use crate::salesforce::key_prefix;
use crate::salesforce::record_id::RecordId;
use crate::salesforce::version::Version;
use crate::string_enum::StringEnum;
use crate::time::Timestamp;

crate::string_enum::string_enum! {
    /// The state that Salesforce derives from the status of an EngagementInteraction.
    MappedState {
        /// Every other status.
        New = "New",
        /// `In Progress`.
        InProgress = "InProgress",
        /// `Completed`.
        Completed = "Completed",
    }
}

/// The `MappedState` that Salesforce makes of a status ("changes when the status of the interaction gets updated").
///
/// ```
/// assert_eq!(patchbay::engagement::build::mapped_state("In Progress").as_str(), "InProgress");
/// ```
pub fn mapped_state(status: &str) -> MappedState {
    match status {
        "Completed" => MappedState::Completed,
        "In Progress" => MappedState::InProgress,
        _ => MappedState::New,
    }
}

/// The [`mapped_state`] of a record's status; `None` when the record has no status.
pub fn mapped_state_of(record: &Fields) -> Option<MappedState> {
    record.get(Field::Status.as_str()).and_then(Value::as_str).map(mapped_state)
}

/// The value of `Status` for an interaction in this phase.
pub const fn status_of(phase: Phase) -> &'static str {
    match phase {
        Phase::Alerting | Phase::Dialing => "New",
        Phase::Connected | Phase::Held => "In Progress",
        Phase::Disconnected | Phase::Done => "Completed",
    }
}

/// Builds the record of an interaction: what the interaction says, overridden by the values of `config`. `attendee` is the
/// record for `InitiatingAttendeeId`. A field that cannot be written is left out and is a problem below `path`.
pub fn build(
    operation: Operation,
    interaction: &Interaction,
    attendee: Option<RecordId>,
    config: &Config,
    path: &str,
    problems: &mut Vec<Problem>,
) -> Fields {
    let Some(version) = config.version else { return Fields::new() };
    let mut record = Fields::new();
    for (field, value) in values_of(interaction, attendee, config) {
        if config.values.contains_key(field.as_str()) || value.is_null() {
            continue;
        }
        match convert(field, &value, operation, version, config) {
            Ok((value, _)) => drop(record.insert(field.as_str().to_owned(), value)),
            // A warning, since nobody asked for this field.
            Err((code, why)) => {
                problems.push(Problem { severity: Severity::Warning, ..left_out(field, &why, code, path) });
            }
        }
    }
    for (name, value) in &config.values {
        let at = pointer(path, name);
        let Some(field) = Field::ALL.iter().find(|field| field.as_str() == name) else {
            // Fields of the org, and of later versions, are those that getObjectInfo knows.
            if config.object.is_known() && config.object.field(name).is_some() {
                match convert_own(name, value, operation, config) {
                    Ok(value) => drop(record.insert(name.clone(), value)),
                    Err(reason) => {
                        let message = format!("{name} is left out: {}.", reason.sentence());
                        problems.push(Problem::error(at, Code::NotStored, message));
                    }
                }
                continue;
            }
            let message = "EngagementInteraction has no such field; leave it out.";
            problems.push(Problem::error(at, Code::UnknownProperty, message));
            continue;
        };
        match convert(*field, value, operation, version, config) {
            Ok((value, case)) => {
                if case {
                    let message =
                        format!("Only letter case differs from the picklist's value; write {}.", json::write(&value));
                    problems.push(Problem::warning(at, Code::LetterCase, message));
                }
                record.insert(name.clone(), value);
            }
            Err((code, why)) => problems.push(left_out(*field, &why, code, path)),
        }
    }
    check_end(&mut record, path, problems);
    if operation == Operation::Create {
        for field in Field::REQUIRED.into_iter().filter(|field| !record.contains_key(field.as_str())) {
            let is_reported = problems.iter().any(|problem| problem.path == format!("{path}/{}", field.as_str()));
            if !is_reported {
                problems.push(left_out(field, "it is required; give a value", Code::Required, path));
            }
        }
    }
    record
}

/// Whether a record has the fields without which Salesforce refuses to create it.
pub fn is_complete(record: &Fields) -> bool {
    Field::REQUIRED.iter().all(|field| record.get(field.as_str()).is_some_and(|value| !value.is_null()))
}

/// The value of a field that the document does not know, as the object's own field stores it.
fn convert_own(name: &str, value: &Value, operation: Operation, config: &Config) -> Result<Value, Reason> {
    let field = config.object.field(name).ok_or(Reason::NotVisible)?;
    field.allow(operation)?;
    let value = field.convert(value)?;
    match &value {
        Value::String(id) if refers_to(id, &field.references()).is_err() => {
            Err(Reason::WrongType(FieldType::Reference))
        }
        _ => Ok(value),
    }
}

fn left_out(field: Field, why: &str, code: Code, path: &str) -> Problem {
    let name = field.as_str();
    Problem::error(format!("{path}/{name}"), code, format!("{name} is left out: {why}."))
}

/// The values that the interaction gives the fields; null where it says nothing.
fn values_of(interaction: &Interaction, attendee: Option<RecordId>, config: &Config) -> Vec<(Field, Value)> {
    let conversation = &interaction.conversation;
    let text = |time: Option<Timestamp>| time.map_or(Value::Null, |time| time.to_string().into());
    let start = conversation.time(TimeField::Start).or_else(|| conversation.time(TimeField::Connected));
    let end = conversation.time(TimeField::End).filter(|_| interaction.phase.is_over());
    let channel = channel_of(interaction, config).map_or(Value::Null, Value::from);
    let phone = phone_of(interaction).map_or(Value::Null, Value::from);
    let kind = if interaction.is_outbound() { "Outbound" } else { "Inbound" };
    let mut values = vec![
        (Field::Channel, channel),
        (Field::Type, kind.into()),
        (Field::Start, text(start)),
        (Field::End, text(end)),
        (Field::Status, status_of(interaction.phase).into()),
        (Field::PhoneNumber, phone),
        (Field::ExternalIdentifier, interaction.id.as_str().into()),
        (Field::Attendee, attendee.map_or(Value::Null, |id| id.as_str().into())),
    ];
    for (field, names) in FROM_ATTRIBUTES {
        values.push((field, attribute_of(interaction, field, names).unwrap_or_default()));
    }
    values
}

/// Fields that an attribute of the interaction can fill: an attribute of the field's own name or of one of these names, in
/// any letter case, with or without the prefix `Participant.`.
const FROM_ATTRIBUTES: [(Field, &[&str]); 6] = [
    (Field::Sentiment, &[]),
    (Field::Reason, &[]),
    (Field::Verified, &["verified"]),
    (Field::Authenticated, &["authenticated"]),
    (Field::VerificationTime, &["verificationTime"]),
    (Field::Context, &["context"]),
];

fn attribute_of(interaction: &Interaction, field: Field, names: &[&str]) -> Option<Value> {
    interaction.conversation.attributes().find_map(|(attribute, value)| {
        let name = bare(attribute);
        let named = names.iter().chain([&field.as_str()]).any(|known| known.eq_ignore_ascii_case(name));
        (named && !value.is_empty()).then(|| value.into())
    })
}

/// The value of `CommunicationChannel`. The source has none for e-mails and messages; the org's picklist may.
fn channel_of(interaction: &Interaction, config: &Config) -> Option<String> {
    let service = interaction.conversation.text(TextField::MessageType).unwrap_or_default().to_owned();
    let names = match interaction.kind() {
        Kind::Call | Kind::Callback | Kind::Voicemail => vec!["Voice Call".to_owned()],
        Kind::Chat => vec!["Web Chat".to_owned()],
        Kind::Email => vec!["Email".to_owned(), "E-mail".to_owned()],
        Kind::Message => vec![service, "Message".to_owned(), "Messaging".to_owned()],
    };
    let known = config.values_of(Field::Channel);
    names
        .iter()
        .find_map(|name| known.iter().find(|known| known.eq_ignore_ascii_case(name)).map(|known| (*known).to_owned()))
}

/// The other party's phone number; `None` when the interaction has none.
fn phone_of(interaction: &Interaction) -> Option<&str> {
    let address = interaction.conversation.address().or_else(|| interaction.conversation.text(TextField::Ani))?;
    let is_number = address.bytes().filter(u8::is_ascii_digit).count() >= 3
        && address.chars().all(|c| c.is_ascii_digit() || "+ ()-./".contains(c));
    (is_number && !matches!(interaction.kind(), Kind::Chat | Kind::Email)).then_some(address)
}

/// The value to write, and whether its letter case was corrected; else why it cannot be written.
fn convert(
    field: Field,
    value: &Value,
    operation: Operation,
    version: Version,
    config: &Config,
) -> Result<(Value, bool), (Code, String)> {
    if let Some(why) = field.refusal(version) {
        return Err((Code::NotAllowed, why));
    }
    let not_stored = |reason: Reason| (Code::NotStored, reason.sentence());
    let own = config.object.field(field.as_str()).ok_or_else(|| not_stored(Reason::NotVisible))?;
    own.allow(operation).map_err(not_stored)?;
    let about = field.about();
    let converted = field.storable().convert(value).map_err(|reason| (Code::Type, reason.sentence()))?;
    if config.object.is_known() {
        own.convert(&converted).map_err(not_stored)?;
    }
    match &converted {
        Value::Null if !about.nillable || Field::REQUIRED.contains(&field) => {
            Err((Code::Required, "it cannot be empty; give a value".to_owned()))
        }
        Value::String(id) if !about.refers_to.is_empty() => {
            // The org's own answer says more than the document.
            let own = own.references();
            let objects = if own.is_empty() { about.refers_to } else { &own };
            refers_to(id, objects).map(|()| (converted.clone(), false))
        }
        Value::String(text) if !about.values.is_empty() => {
            let known = config.values_of(field);
            let found = known.iter().find(|known| known.eq_ignore_ascii_case(text));
            match found {
                Some(found) => Ok(((*found).into(), found != text)),
                None => Err((Code::UnknownValue, format!("{text} is none of its values; write {}", known.join(", ")))),
            }
        }
        _ => Ok((converted, false)),
    }
}

/// Checks that an ID belongs to one of these objects. IDs with unknown key prefixes are accepted.
fn refers_to(id: &str, objects: &[&str]) -> Result<(), (Code, String)> {
    let object = RecordId::read(id, "", &mut Vec::new()).as_ref().and_then(key_prefix::object_of);
    match object {
        Some(object) if !objects.is_empty() && !objects.contains(&object) => {
            let message = format!("{id} is of {object}; give the ID of a record of {}", objects.join(", "));
            Err((Code::UnknownValue, message))
        }
        _ => Ok(()),
    }
}

/// Writes the start for both times when the end is before it, which two clocks can cause: Salesforce refuses such a record.
fn check_end(record: &mut Fields, path: &str, problems: &mut Vec<Problem>) {
    let time = |field: Field| record.get(field.as_str()).and_then(Value::as_str).map(str::to_owned);
    let Some((start, end)) = time(Field::Start).zip(time(Field::End)) else { return };
    // Both are written alike, so text compares as time.
    if end < start {
        let name = Field::End.as_str();
        let message = "The end is before the start, so the start is written for both; check the clocks they come from.";
        problems.push(Problem::warning(format!("{path}/{name}"), Code::NotAllowed, message));
        record.insert(name.to_owned(), start.into());
    }
}
