//! The values of mapped attributes, and which values a record can store. Lightning leaves out what it cannot store without
//! a word ("Salesforce does not save the queue name to the custom field"); here each such value is a problem of the log.

use serde_json::Value;

use super::config::Config;
use super::state::LogState;
use crate::attribute::catalogue::{Attribute, Name};
use crate::attribute::mapping::Entry;
use crate::attribute::transcript::{self, Policy};
use crate::outbox::Fields;
use crate::outbox::queue::SaveQueue;
use crate::problem::{self, Code, Problem};
use crate::salesforce::field::{Field, FieldType, Operation, Reason};
use crate::salesforce::{task, text};

/// The values of mapped attributes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapped {
    /// Values by field.
    pub values: Fields,
    /// The attributes that cannot be stored, and why.
    pub problems: Vec<Problem>,
}

/// Reads the mapped attributes of an interaction and converts them to what their fields store.
pub(super) fn map(state: &LogState, config: &Config) -> Mapped {
    let interaction = &state.interaction;
    let mut mapped = Mapped::default();
    let entries = config.mapping.entries();
    let is_taken =
        |field: &str| entries.iter().any(|entry| entry.field.eq_ignore_ascii_case(field) && entry.is_for(interaction));
    let is_for =
        |entry: &&Entry| entry.is_for(interaction) || (entry.is_for_transcript(interaction) && !is_taken(&entry.field));
    for entry in entries.iter().filter(is_for) {
        let candidates = entry.attribute.candidates(interaction);
        if !candidates.is_empty() {
            let message = format!(
                "{} was not stored in {}: the interaction has {}, which differ in letter case alone; write one of them.",
                entry.spelling,
                entry.field,
                candidates.join(" and ")
            );
            let problem = Problem::warning(format!("/{}", entry.field), Code::NotStored, message);
            mapped.problems.push(problem.because(problem::Reason::AttributeAmbiguous, vec![candidates.join(", ")]));
        }
        if interaction.conversation.passed_over().iter().any(|name| entry.attribute.is(name)) {
            let message = format!(
                "{} was not stored in {} as it is: it is longer than 512 KiB, one of more than 256 attributes, or no plain value.",
                entry.spelling, entry.field
            );
            let problem = Problem::warning(format!("/{}", entry.field), Code::NotStored, message);
            mapped.problems.push(problem.because(problem::Reason::AttributeUnusable, Vec::new()));
        }
        let value = entry.attribute.value(interaction, state.measured, config.region.as_deref());
        let Some(value) = value else { continue };
        match convert(entry, value, config, &mut mapped.problems) {
            Ok(value) => drop(mapped.values.insert(entry.field.clone(), value)),
            Err(reason) => mapped.problems.push(not_stored(&entry.spelling, &entry.field, &reason)),
        }
    }
    mapped
}

/// The value as its field stores it. A transcript that is too long is truncated when the org chose so.
fn convert(entry: &Entry, value: Value, config: &Config, problems: &mut Vec<Problem>) -> Result<Value, Reason> {
    let field = config.object.field(&entry.field).ok_or(Reason::NotVisible)?;
    let is_transcript = entry.attribute == Name::Known(Attribute::Transcript);
    let store = config.transcript_record.as_ref().filter(|_| is_transcript);
    if let (Some(store), Some(text)) = (store, value.as_str().filter(|text| !text.is_empty()))
        && (field.kind == FieldType::Reference || !config.object.is_known())
    {
        let text = fit(entry, text, transcript::MAX_LEN, config, problems)?;
        return Ok(store.value(&text));
    }
    // Only texts are cut or too long: what is no record ID is that, however long it is.
    let text = value
        .as_str()
        .filter(|_| field.kind == FieldType::Text)
        .filter(|text| text.len() > transcript::MAX_LEN || field.max_len.is_some_and(|max_len| text.len() > max_len));
    let Some(text) = text else { return convert_to_field(field, config, value) };
    let max_len = field.max_len.unwrap_or(usize::MAX).min(transcript::MAX_LEN);
    if text::length(text) <= max_len {
        return convert_to_field(field, config, value);
    }
    fit(entry, text, max_len, config, problems).map(Value::from)
}

/// A text that has at most this many UTF-16 units, or is truncated to them.
fn fit(
    entry: &Entry,
    text: &str,
    max_len: usize,
    config: &Config,
    problems: &mut Vec<Problem>,
) -> Result<String, Reason> {
    let length = text::length(text);
    if length <= max_len {
        return Ok(text.to_owned());
    }
    if config.transcripts == Policy::Cut && entry.attribute == Name::Known(Attribute::Transcript) {
        let message = format!(
            "{} has {length} characters; its beginning is stored in {}, with a mark where it was cut.",
            entry.spelling, entry.field
        );
        let problem = Problem::warning(format!("/{}", entry.field), Code::NotStored, message);
        problems.push(problem.because(problem::Reason::TranscriptCut, vec![length.to_string()]));
        return Ok(transcript::truncate(text, max_len));
    }
    Err(Reason::TooLong { length, max_len })
}

/// While the object is not known, values are stored as they are.
fn convert_to_field(field: &Field, config: &Config, value: Value) -> Result<Value, Reason> {
    if config.object.is_known() {
        return field.convert(&value);
    }
    Ok(if value == "" { Value::Null } else { value })
}

/// The values that the current user can store. A field that cannot be changed any more keeps its saved value; every value
/// that is left out is added to `problems`.
pub(super) fn retain_writable(
    values: Fields,
    config: &Config,
    queue: &SaveQueue,
    problems: &mut Vec<Problem>,
) -> Fields {
    let object = &config.object;
    if !object.is_known() {
        return values;
    }
    let operation = if queue.record().is_some() { Operation::Update } else { Operation::Create };
    let convert = |name: &str, value: &Value| {
        let field = object.field(name).ok_or(Reason::NotVisible)?;
        field.allow(operation)?;
        // A record of its own, which the page writes: see `transcript::Store`.
        if value.is_object() { Ok(value.clone()) } else { field.convert(value) }
    };
    let mut writable = Fields::new();
    for (name, value) in values {
        let saved = queue.saved(&name);
        match convert(&name, &value) {
            Ok(value) => drop(writable.insert(name, value)),
            Err(_) if saved.unwrap_or(&Value::Null) == &value => drop(writable.insert(name, value)),
            // It went into the record when that was new, or nobody knows; it is not sent again.
            Err(Reason::NotUpdateable) if task::INSERT_ONLY.contains(&name.as_str()) => {
                drop(writable.insert(name, value))
            }
            Err(reason) => {
                let entry = config.mapping.entries().iter().find(|entry| entry.field == name);
                problems.push(not_stored(entry.map_or(&name, |entry| &entry.spelling), &name, &reason));
                if let Some(saved) = saved {
                    writable.insert(name.clone(), saved.clone());
                }
            }
        }
    }
    writable
}

fn not_stored(what: &str, field: &str, reason: &Reason) -> Problem {
    let place = if what == field { String::new() } else { format!(" in {field}") };
    let message = format!("{what} was not stored{place}: {}.", reason.sentence());
    let (reason, values) = reason.reason();
    Problem::warning(format!("/{field}"), Code::NotStored, message).because(reason, values)
}
