//! What a log takes from the interaction's attributes, and what of all it has the record can hold. Nothing that cannot be
//! stored is left out in silence, as Lightning does: "Salesforce does not save the queue name to the custom field".

use serde_json::Value;

use super::LogState;
use super::config::Config;
use crate::attribute::catalogue::{Attribute, MeasuredTimes, Name};
use crate::attribute::mapping::Entry;
use crate::attribute::transcript::{self, Policy};
use crate::interaction::Interaction;
use crate::outbox::Fields;
use crate::outbox::queue::SaveQueue;
use crate::problem::{Code, Problem};
use crate::salesforce::field::{Field, Operation, Reason};
use crate::salesforce::text;

/// What the attributes come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapped {
    /// Values by field.
    pub values: Fields,
    /// Attributes that cannot be stored.
    pub problems: Vec<Problem>,
}

/// The values of mapped attributes, as their fields store them.
pub(super) fn map(interaction: &Interaction, seen: &LogState, config: &Config) -> Mapped {
    let measured = MeasuredTimes { duration: seen.duration, after_call: seen.after_call };
    let mut mapped = Mapped::default();
    for entry in config.mapping.entries().iter().filter(|entry| entry.is_for(interaction)) {
        let Some(value) = entry.attribute.value(interaction, measured, config.region.as_deref()) else { continue };
        match fit(entry, value, config, &mut mapped.problems) {
            Ok(value) => drop(mapped.values.insert(entry.field.clone(), value)),
            Err(reason) => mapped.problems.push(not_stored(&entry.spelling, &entry.field, &reason)),
        }
    }
    mapped
}

fn fit(entry: &Entry, value: Value, config: &Config, problems: &mut Vec<Problem>) -> Result<Value, Reason> {
    let field = config.object.field(&entry.field).ok_or(Reason::NotVisible)?;
    let text = value
        .as_str()
        .filter(|text| text.len() > transcript::MAX_LEN || field.max_len.is_some_and(|max_len| text.len() > max_len));
    let Some(text) = text else { return convert(field, config, value) };
    let max_len = field.max_len.unwrap_or(usize::MAX).min(transcript::MAX_LEN);
    let length = text::length(text);
    if length <= max_len {
        return convert(field, config, value);
    }
    if config.transcripts == Policy::Cut && entry.attribute == Name::Known(Attribute::Transcript) {
        let message = format!(
            "{} has {length} characters; its beginning is stored in {}, with a mark where it was cut.",
            entry.spelling, entry.field
        );
        problems.push(Problem::warning(format!("/{}", entry.field), Code::NotStored, message));
        return Ok(transcript::truncate(text, max_len).into());
    }
    Err(Reason::TooLong { length, max_len })
}

/// Where nothing is known of the field, the value is written as it is.
fn convert(field: &Field, config: &Config, value: Value) -> Result<Value, Reason> {
    if config.object.is_known() {
        return field.convert(&value);
    }
    Ok(if value == "" { Value::Null } else { value })
}

/// What of these values the record can hold for this user. A field that can be filled once and not changed keeps what it
/// has.
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
    let judge = |name: &str, value: &Value| {
        let field = object.field(name).ok_or(Reason::NotVisible)?;
        field.allow(operation)?;
        field.convert(value)
    };
    let mut held = Fields::new();
    for (name, value) in values {
        let saved = queue.saved(&name);
        match judge(&name, &value) {
            Ok(value) => drop(held.insert(name, value)),
            Err(_) if saved.unwrap_or(&Value::Null) == &value => drop(held.insert(name, value)),
            Err(reason) => {
                let entry = config.mapping.entries().iter().find(|entry| entry.field == name);
                problems.push(not_stored(entry.map_or(&name, |entry| &entry.spelling), &name, &reason));
                if let Some(saved) = saved {
                    held.insert(name.clone(), saved.clone());
                }
            }
        }
    }
    held
}

fn not_stored(what: &str, field: &str, reason: &Reason) -> Problem {
    let place = if what == field { String::new() } else { format!(" in {field}") };
    let message = format!("{what} was not stored{place}: {}.", reason.sentence());
    Problem::warning(format!("/{field}"), Code::NotStored, message)
}
